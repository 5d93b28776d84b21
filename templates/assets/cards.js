/* Term cards: what a word means, beside the word. Without this script each word is a link.

   A card holds links, so it is no tooltip; it takes no focus, so it is no dialog. It is a
   named group right behind its word, where Tab and the cursor of a screen reader come next.
   A description that is added to a word long after it was read out mostly stays unheard, so a
   polite status speaks the definition, and aria-details says that the word has more. */
(() => {
  // Only the top layer is never clipped, by a table that scrolls or by a container.
  if (!HTMLElement.prototype.showPopover) return;

  const DELAY = 300; // passing over a word opens nothing, and a slip of the pointer closes nothing
  const PATIENCE = 1500; // a tap follows the link if its card does not come
  const EDGE = 8; // how near the window's edge a card may come
  const REACH = 4; // how far it reaches beyond the mouse, at least
  const WORDS = "a[data-term], a [data-term]";

  const script = document.currentScript.src;
  const root = new URL("../../", script);
  const known = new Map();
  const load = (id) => {
    if (!known.has(id)) {
      const data = fetch(new URL(`cards/${encodeURIComponent(id)}.json`, script)).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      });
      data.catch(() => known.delete(id)); // the next wish may have more luck
      known.set(id, data);
    }
    return known.get(id);
  };

  let card = null;
  let word = null; // whose card is open
  let spot = null; // which piece of a broken word the mouse was over, and how far in
  let isSheet = false;
  let hovered = null;
  let touched = null;
  let tapped = null;
  let opening = 0;
  let leaving = 0;

  const linkOf = (word) => word.closest("a");
  // A related term has a box of its own, and the card stands beside the box.
  const placeOf = (word) => word.closest(".tl-card__title")?.parentElement ?? word;
  const isInside = (target) => card && (card.contains(target) || placeOf(word).contains(target));

  // Names and definitions enter the page as text alone, so they cannot bring markup.
  const element = (part, ...content) => {
    const made = document.createElement(part === "link" ? "a" : "div");
    made.className = `tl-term-card__${part}`;
    made.append(...content);
    return made;
  };
  const text = (part, words) => {
    const made = element(part, words);
    made.dir = "auto";
    return made;
  };
  const link = ([words, address]) => {
    const made = text("link", words);
    made.href = new URL(address, root);
    return made;
  };
  const make = (data) => {
    const name = text("name", data.name);
    name.id = "tl-term-card-name";
    const labels = element("labels", name);
    if (data.abbreviation) labels.append(text("abbreviation", data.abbreviation));
    const body = element("body");
    if (data.category) body.append(text("category", data.category));
    body.append(labels);
    if (data.note) body.append(text("note", data.note));
    if (data.instead) body.append(link(data.instead));
    if (data.definition) body.append(text("definition", data.definition));
    if (data.compare) {
      const [title, links] = data.compare;
      body.append(element("compare", text("key", title), ...links.map(link)));
    }
    body.append(element("foot", link(data.open)));
    const made = element("frame", body);
    made.id = "tl-term-card";
    made.popover = "manual";
    made.setAttribute("role", "group");
    made.setAttribute("aria-labelledby", name.id);
    return made;
  };

  // Below the word or above it, never over it. Where a thumb opened it on a narrow screen,
  // below means at the window's edge, so that the sentence stays in sight.
  const place = () => {
    const pieces = [...placeOf(word).getClientRects()];
    if (!pieces.length) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const above = Math.min(...pieces.map((piece) => piece.top));
    const start = Math.max(...pieces.map((piece) => piece.bottom));
    const room = height - start;
    const piece = pieces[spot?.line] ?? pieces[0];
    card.style.maxHeight = "none";
    const isTall = card.offsetHeight > room;
    // From the first line of a broken word the pointer reaches a card above without a detour.
    const isFirst = spot?.line < pieces.length - 1 && card.offsetHeight <= above;
    const isAbove = isFirst || (isTall && above > room);
    card.style.maxHeight = `${isAbove ? above : room}px`;
    const { offsetHeight: tall, offsetWidth: wide } = card;
    const top = isAbove ? above - tall : isSheet ? height - tall : start;
    const isRtl = getComputedStyle(word).direction === "rtl";
    let left = isRtl ? piece.right - wide : piece.left;
    if (spot) {
      // On a word that is wider than its card: straight above or below the mouse.
      const mouse = piece.left + spot.inset;
      left = Math.max(mouse + REACH - wide, Math.min(left, mouse - REACH));
    }
    card.style.top = `${top}px`;
    card.style.left = `${Math.max(EDGE, Math.min(left, width - wide - EDGE))}px`;
  };

  const status = document.createElement("div");
  status.className = "tl-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  // What scrolls out of the window, or out of its table, takes its card along.
  const watch = new IntersectionObserver((seen) => {
    if (!seen.at(-1).isIntersecting) close();
  });

  const close = () => {
    clearTimeout(opening);
    clearTimeout(leaving);
    leaving = 0;
    tapped = null;
    if (!card) return;
    if (card.contains(document.activeElement)) linkOf(word).focus({ preventScroll: true });
    watch.disconnect();
    linkOf(word).removeAttribute("aria-details");
    card.remove();
    card = word = null;
    status.textContent = "";
  };

  const open = (next, data, by, at = null) => {
    const made = make(data);
    close();
    [card, word, spot] = [made, next, at];
    isSheet = by === "touch" && innerWidth < 600;
    const before = word.closest(".tl-card__title") ?? linkOf(word);
    before.after(card);
    card.showPopover();
    place();
    linkOf(word).setAttribute("aria-details", card.id);
    watch.observe(word);
    // Who moves a mouse has not asked to be spoken to.
    if (by !== "mouse") status.textContent = [data.name, data.definition].filter(Boolean).join(": ");
  };

  const intend = (next, by, isWanted, at) => {
    clearTimeout(opening);
    const data = load(next.dataset.term);
    data.catch(() => {}); // no card then; the link works
    opening = setTimeout(async () => {
      const found = await data.catch(() => null);
      if (found && isWanted()) open(next, found, by, at);
    }, DELAY);
  };

  const isHeld = () =>
    card.matches(":hover") ||
    placeOf(word).matches(":hover") ||
    card.contains(document.activeElement) ||
    (linkOf(word) === document.activeElement && linkOf(word).matches(":focus-visible"));

  const leave = () => {
    leaving ||= setTimeout(() => {
      leaving = 0;
      if (card && !isHeld()) close();
    }, DELAY);
  };

  // Not `pointerover`: a page that scrolls under a mouse at rest shall open nothing.
  document.addEventListener("pointermove", ({ pointerType, target, clientX: x, clientY: y }) => {
    if (pointerType === "touch") return;
    const [before, next] = [hovered, target.closest(WORDS)];
    hovered = next;
    if (before && before !== next) clearTimeout(opening);
    if (isInside(target)) {
      clearTimeout(leaving);
      leaving = 0;
      return;
    }
    if (card) leave();
    if (!next || next === before) return;
    const pieces = [...next.getClientRects()];
    const line = pieces.findIndex(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    const at = line < 0 ? null : { line, inset: x - pieces[line].left };
    intend(next, "mouse", () => hovered === next, at);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (card?.contains(target) || (word && target === linkOf(word))) return;
    close(); // a card never hides what has the focus
    const next = target.matches(WORDS) ? target : target.querySelector("a [data-term]");
    if (next && linkOf(next) === target && target.matches(":focus-visible")) {
      intend(next, "keyboard", () => document.activeElement === target);
    }
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (card && !relatedTarget) leave();
  });

  document.addEventListener("pointerdown", ({ pointerType, target }) => {
    touched = pointerType === "touch" ? target.closest(WORDS) : null;
    if (touched) load(touched.dataset.term).catch(() => {});
  });
  // Before the theme, which listens to the body and would follow the link.
  document.addEventListener(
    "click",
    (event) => {
      const next = touched?.contains(event.target) ? touched : null;
      touched = null;
      if (!next || next === word || next === tapped) return;
      event.preventDefault();
      event.stopPropagation();
      close();
      tapped = next;
      const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
      Promise.race([load(next.dataset.term), late])
        .then((data) => {
          if (tapped === next) open(next, data, "touch");
        })
        .catch(() => {
          if (tapped === next) linkOf(next).click();
        });
    },
    true,
  );
  document.addEventListener("pointerup", ({ target }) => {
    if (card && !isInside(target)) close();
  });

  document.addEventListener(
    "keydown",
    (event) => {
      touched = null;
      if (event.key !== "Escape") return;
      if (card) event.stopPropagation();
      close();
    },
    true,
  );
  const follow = ({ target }) => {
    if (card && (target === window || !card.contains(target))) place();
  };
  addEventListener("scroll", follow, { capture: true, passive: true });
  addEventListener("resize", follow);
  // Neither the next page nor this one, come back to, begins with a card.
  const leavePage = () => {
    hovered = null;
    close();
  };
  addEventListener("pagehide", leavePage);
  window.document$?.subscribe(leavePage);
})();
