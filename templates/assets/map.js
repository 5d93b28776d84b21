/* The map of terms. The page is a list without this script; places come from the build, so that
   the map is the same for everyone and opens at once. d3-zoom moves and scales, by mouse, wheel
   and fingers; what can be seen is drawn on a canvas, which stays fluid with thousands of terms.

   A canvas says nothing to a screen reader. So it takes arrow keys, a status says what they
   chose, the list of terms beside it holds every term, and the panel says what is connected. */
(() => {
  const root = document.querySelector(".tl-map");
  if (!root || root.dataset.started) return;
  root.dataset.started = "";

  const SHAPES = ["circle", "square", "triangle", "diamond", "wedge", "hexagon", "cross", "star"];
  const LINES = { alternative_to: [7, 4], contrasts_with: [7, 4], related: [1, 0] };
  const MOST_FOUND = 2000; // options that stand in the list at once
  const WIDEST = [84, 104]; // lines of a name, far and near: the places of the map leave this room
  const words = JSON.parse(root.dataset.words);
  const say = (name, values = {}) =>
    words[name].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  const part = (name) => root.querySelector(`.tl-map__${name}`);
  const canvas = part("canvas");
  const context = canvas.getContext("2d");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const gone = new AbortController();
  const on = (target, type, act, options) =>
    target.addEventListener(type, act, { signal: gone.signal, ...options });
  const make = (tag, name, ...content) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...content);
    return made;
  };

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const start = (data) => {
    const { zoom, zoomIdentity, select } = window.TermloomD3;
    const total = data.ids.length;
    const shelves = data.shelves.map(([name, x, y, radius, count], number) => ({
      name, x, y, radius, count, number, shape: SHAPES[number % 8], colour: `--tl-map-${number % 8}`,
      terms: [], open: !data.large,
    }));
    // Beyond eight categories a colour comes back with another shape.
    for (const shelf of shelves) {
      shelf.shape = SHAPES[(shelf.number + (shelf.number >> 3)) % 8];
    }
    const terms = data.ids.map((id, number) => ({
      id, number, name: data.names[number], short: data.short[number], shelf: shelves[data.shelf[number]],
      x: data.at[2 * number], y: data.at[2 * number + 1], ties: [], left: 0, top: 0,
      sought: plain(`${data.names[number]} ${data.others[number]}`),
    }));
    for (const term of terms) term.shelf.terms.push(term);
    const ties = [];
    for (let n = 0; n < data.ties.length; n += 3) {
      const [one, other, [kind, label, inverse]] = [
        terms[data.ties[n]], terms[data.ties[n + 1]], data.kinds[data.ties[n + 2]],
      ];
      const tie = { one, other, dash: LINES[kind] ?? [] };
      ties.push(tie);
      one.ties.push({ to: other, label, tie });
      other.ties.push({ to: one, label: inverse, tie });
    }
    const weighty = [...terms].sort((a, b) => b.ties.length - a.ties.length || a.number - b.number);
    const named = [...terms].sort((a, b) => a.name.localeCompare(b.name) || a.number - b.number);
    const byId = new Map(terms.map((term) => [term.id, term]));

    let view = zoomIdentity;
    let chosen = null;
    let hovered = null;
    let width = 0;
    let height = 0;
    let colours = {};
    let frame = 0;
    let stale = true; // more than the view or the pointer has changed
    const isShown = (term) => term.shelf.open;

    /* Drawing. */
    const paint = () => {
      const style = getComputedStyle(root);
      const colour = (name) => style.getPropertyValue(name).trim();
      colours = {
        paper: colour("--tl-map-paper"), ink: colour("--tl-map-ink"), line: colour("--tl-map-line"),
        island: colour("--tl-map-island"), accent: colour("--tl-map-accent"),
        sans: colour("--md-text-font-family"), serif: colour("--tl-serif"),
      };
      for (const shelf of shelves) {
        shelf.ink = colour(shelf.colour);
        const swatch = shelf.swatch.getContext("2d");
        swatch.setTransform(2, 0, 0, 2, 0, 0);
        swatch.clearRect(0, 0, 16, 16);
        swatch.beginPath();
        outline(swatch, shelf.shape, 8, 8, 6);
        swatch.fillStyle = shelf.ink;
        swatch.fill();
      }
      for (const term of terms) term.lines = null;
      redraw();
    };

    const redraw = (anew = true) => {
      stale ||= anew;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    };

    const draw = () => {
      const ratio = devicePixelRatio || 1;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      for (const term of terms) {
        term.left = term.x * view.k + view.x;
        term.top = term.y * view.k + view.y;
      }
      const near = new Set(chosen ? [chosen, ...chosen.ties.map(({ to }) => to)] : []);
      drawIslands();
      drawTies(near);
      const size = Math.max(1, Math.min(7, 6.5 * Math.sqrt(view.k), 26 * view.k));
      drawMarks(near, size);
      drawNames(near, size);
    };

    const drawIslands = () => {
      for (const shelf of shelves) {
        const [x, y] = view.apply([shelf.x, shelf.y]);
        context.beginPath();
        context.arc(x, y, shelf.radius * view.k, 0, 7);
        context.fillStyle = colours.island;
        context.fill();
        context.lineWidth = shelf.open ? 1 : 2;
        context.strokeStyle = shelf.open ? colours.line : shelf.ink;
        context.stroke();
        if (shelf.open) continue;
        context.beginPath();
        outline(context, shelf.shape, x, y, Math.max(7, Math.min(16, shelf.radius * view.k * 0.3)));
        context.fillStyle = shelf.ink;
        context.fill();
      }
    };

    /* Thousands of lines take longer than a frame. While the map moves, a picture of them moves
       along; it is taken anew when the map stands still. */
    const veil = document.createElement("canvas");
    let veiled = view; // what the picture shows
    let resting = 0;
    const drawVeil = (near) => {
      [veil.width, veil.height] = [canvas.width, canvas.height];
      const ratio = devicePixelRatio || 1;
      const path = veil.getContext("2d");
      path.setTransform(ratio, 0, 0, ratio, 0, 0);
      const inside = (term) =>
        term.left > -50 && term.left < width + 50 && term.top > -50 && term.top < height + 50;
      let count = 0;
      path.beginPath();
      for (const { one, other } of ties) {
        if (isShown(one) && isShown(other) && (inside(one) || inside(other))) {
          path.moveTo(one.left, one.top);
          path.lineTo(other.left, other.top);
          count += 1;
        }
      }
      path.strokeStyle = colours.ink;
      path.lineWidth = 0.75;
      path.globalAlpha = Math.max(0.03, Math.min(0.3, 250 / count)) * (near.size ? 0.5 : 1);
      path.stroke();
      veiled = view;
    };
    const drawTies = (near) => {
      if (stale || ties.length < 1000) drawVeil(near);
      stale = false;
      const grown = view.k / veiled.k;
      const [x, y] = [view.x - veiled.x * grown, view.y - veiled.y * grown];
      context.drawImage(veil, x, y, width * grown, height * grown);
      context.strokeStyle = colours.accent;
      context.lineWidth = 2;
      for (const { to, tie } of chosen?.ties ?? []) {
        if (!isShown(to) || !isShown(chosen)) continue;
        context.setLineDash(tie.dash);
        context.beginPath();
        context.moveTo(chosen.left, chosen.top);
        context.lineTo(to.left, to.top);
        context.stroke();
      }
      context.setLineDash([]);
    };
    const drawMarks = (near, size) => {
      const seen = (term) => term.left > -20 && term.left < width + 20 && term.top > -20 &&
        term.top < height + 20;
      for (const shelf of shelves) {
        if (!shelf.open) continue;
        for (const bright of [false, true]) {
          context.beginPath();
          for (const term of shelf.terms) {
            if ((!near.size || near.has(term)) === bright && seen(term)) {
              outline(context, shelf.shape, term.left, term.top, size);
            }
          }
          context.globalAlpha = bright ? 1 : 0.35;
          context.fillStyle = shelf.ink;
          context.fill();
        }
      }
      context.globalAlpha = 1;
      if (!chosen || !isShown(chosen)) return;
      context.beginPath();
      context.arc(chosen.left, chosen.top, size + 5, 0, 7);
      context.lineWidth = 2.5;
      context.strokeStyle = colours.accent;
      context.stroke();
    };

    /* A name is drawn where nothing else is: titles first, then what is chosen and its
       neighbours, then terms by the number of their relations. */
    const drawNames = (near, size) => {
      const taken = new Map(); // boxes by the cells of 64 pixels that they lie in
      const take = (x, y, wide, high, anyway) => {
        const box = [x, y, x + wide, y + high];
        const cells = [];
        for (let row = Math.floor(y / 64); row <= Math.floor(box[3] / 64); row += 1) {
          for (let column = Math.floor(x / 64); column <= Math.floor(box[2] / 64); column += 1) {
            const cell = row * 4096 + column;
            if (!taken.has(cell)) taken.set(cell, []);
            cells.push(taken.get(cell));
          }
        }
        const meets = ([left, top, right, bottom]) =>
          left < box[2] && right > box[0] && top < box[3] && bottom > box[1];
        if (!anyway && cells.some((boxes) => boxes.some(meets))) return false;
        for (const boxes of cells) boxes.push(box);
        return true;
      };
      context.textAlign = "center";
      context.lineJoin = "round";
      context.strokeStyle = colours.paper;
      context.lineWidth = 4;
      for (const shelf of shelves) drawTitle(shelf, take);
      const inside = (term) => term.left > 0 && term.left < width && term.top > 0 && term.top < height;
      for (const term of terms) {
        if (isShown(term) && inside(term)) take(term.left - size, term.top - size, 2 * size, 2 * size, true);
      }
      context.font = `12px ${colours.sans}`;
      const first = [chosen, hovered, ...near].filter((term) => term && isShown(term));
      for (const term of first) drawName(term, size, take, near, term === chosen || term === hovered);
      for (const term of view.k > 0.3 ? weighty : []) {
        if (isShown(term) && !near.has(term) && term !== hovered) drawName(term, size, take, near);
      }
      context.globalAlpha = 1;
    };

    const drawTitle = (shelf, take) => {
      const [x, y] = view.apply([shelf.x, shelf.y]);
      const radius = shelf.radius * view.k;
      if (x + radius < 0 || x - radius > width || y + radius < 0 || y - radius > height) return;
      context.font = `600 15px ${colours.serif}`;
      const lines = broken(shelf.name, Math.max(90, radius * 1.7));
      const top = shelf.open ? y - radius + 5 - 19 * (lines.length - 1) : y + Math.min(34, radius * 0.5 + 14);
      const all = shelf.open ? lines : [...lines, String(shelf.count)];
      const wide = Math.max(...lines.map((line) => context.measureText(line).width));
      take(x - wide / 2, top - 14, wide, 19 * all.length, true);
      context.fillStyle = colours.ink;
      all.forEach((line, number) => {
        if (number === lines.length) context.font = `12px ${colours.sans}`;
        context.strokeText(line, x, top + 19 * number);
        context.fillText(line, x, top + 19 * number);
      });
    };

    const drawName = (term, size, take, near, anyway = false) => {
      if (term.left < -60 || term.left > width + 60 || term.top < -60 || term.top > height) return;
      if (term.most !== widest()) {
        term.most = widest();
        term.written = [term.name, term.short].filter(Boolean).map((text) => {
          const lines = broken(text, term.most);
          return { lines, wide: Math.max(...lines.map((line) => context.measureText(line).width)) };
        });
      }
      const place = placeOf(term, size, take, anyway);
      if (!place) return;
      context.globalAlpha = !near.size || near.has(term) || term === hovered ? 1 : 0.45;
      context.fillStyle = colours.ink;
      place.lines.forEach((line, number) => {
        context.strokeText(line, term.left, place.top + 14 * number);
        context.fillText(line, term.left, place.top + 14 * number);
      });
    };

    /* The name below its term, or above it; where neither has room, the abbreviation. */
    const placeOf = (term, size, take, anyway) => {
      for (const { lines, wide } of term.written) {
        const [below, above] = [term.top + size + 14, term.top - size - 7 - 14 * (lines.length - 1)];
        for (const top of [below, above]) {
          const fits = take(term.left - wide / 2 - 3, top - 10, wide + 6, 14 * lines.length - 2, anyway);
          if (fits) return { lines, top };
        }
      }
      return null;
    };

    const widest = () => WIDEST[Number(view.k > 0.95)];
    const broken = (text, most) => {
      const lines = [""];
      for (const piece of text.match(/\S+?(?:[-–/]|(?=\s)|$)\s*/g) ?? [text]) {
        const longer = lines.at(-1) + piece;
        if (lines.at(-1) && context.measureText(longer.trim()).width > most) lines.push(piece);
        else lines[lines.length - 1] = longer;
      }
      const kept = lines.slice(0, 3).map((line) => line.trim());
      if (lines.length > 3) kept[2] += "…";
      return kept;
    };

    /* Moving. */
    const zoomer = zoom()
      .filter((event) =>
        event.type === "wheel"
          ? event.ctrlKey || event.metaKey || document.activeElement === canvas
          : !event.button)
      .on("zoom", (event) => {
        view = event.transform;
        clearTimeout(resting);
        resting = setTimeout(redraw, 150);
        redraw(false);
      });
    const surface = select(canvas).call(zoomer);
    const go = (target) => {
      const moving = calm.matches ? surface : surface.transition().duration(350);
      moving.call(zoomer.transform, target);
    };
    const fitted = (of) => {
      const sides = (axis, way) => of.map((shelf) => shelf[axis] + way * shelf.radius);
      const [left, right] = [Math.min(...sides("x", -1)), Math.max(...sides("x", 1))];
      const [top, bottom] = [Math.min(...sides("y", -1)), Math.max(...sides("y", 1))];
      const k = Math.min(1.4, (width - 16) / (right - left), (height - 16) / (bottom - top));
      return zoomIdentity
        .translate(width / 2, height / 2).scale(k)
        .translate(-(left + right) / 2, -(top + bottom) / 2);
    };
    const fit = () => go(fitted(shelves));
    const scale = (by) => (calm.matches ? surface : surface.transition().duration(200))
      .call(zoomer.scaleBy, by);
    const centre = (term) => {
      const k = Math.max(view.k, 0.9);
      go(zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-term.x, -term.y));
    };

    /* Choosing. */
    const choose = (term) => {
      chosen = term;
      if (term && !term.shelf.open) open(term.shelf, true);
      part("status").textContent = term
        ? say("map_selected", { name: term.name, category: term.shelf.name, count: term.ties.length })
        : "";
      mark();
      fill();
      if (term) centre(term);
      redraw();
    };

    const fill = () => {
      const panel = part("panel");
      if (!chosen) {
        panel.replaceChildren(make("p", "tl-note", say("map_unselected")));
        return;
      }
      const term = chosen;
      const link = make("a", "", say("open_page"));
      link.href = root.dataset.page.replace("ID", term.id);
      const meaning = make("p", "tl-map__meaning");
      const kinds = new Map();
      for (const { to, label } of term.ties) kinds.set(label, [...(kinds.get(label) ?? []), to]);
      const list = make("dl", "tl-map__ties");
      for (const [label, others] of kinds) {
        list.append(make("dt", "tl-key", label), ...others.map((other) => {
          const button = make("button", "", other.name);
          button.type = "button";
          button.dataset.to = other.number;
          return make("dd", "", button);
        }));
      }
      const name = make("p", "tl-map__name", term.name);
      name.dir = meaning.dir = "auto";
      panel.replaceChildren(
        make("p", "tl-key", term.shelf.name), name, meaning, make("p", "tl-map__open", link),
        ...(kinds.size ? [list] : []),
      );
      fetch(root.dataset.card.replace("ID", term.id), { signal: gone.signal })
        .then((answer) => (answer.ok ? answer.json() : {}))
        .then((card) => { meaning.textContent = card.definition ?? ""; })
        .catch(() => {}); // the page says it as well
    };
    on(part("panel"), "click", (event) => {
      const button = event.target.closest("[data-to]");
      if (!button) return;
      choose(terms[button.dataset.to]);
      part("panel").querySelector("a").focus({ preventScroll: true });
    });

    const at = (event) => {
      const [x, y] = [event.offsetX, event.offsetY];
      const reach = event.pointerType === "touch" ? 26 : 18;
      let [nearest, least] = [null, reach];
      for (const term of terms) {
        const far = Math.hypot(term.left - x, term.top - y);
        if (far < least && isShown(term)) [nearest, least] = [term, far];
      }
      return nearest;
    };
    on(canvas, "pointermove", (event) => {
      const term = event.buttons ? hovered : at(event);
      if (term === hovered) return;
      hovered = term;
      canvas.style.cursor = term ? "pointer" : "";
      redraw(false);
    });
    on(canvas, "pointerleave", () => { hovered = null; redraw(false); });
    on(canvas, "click", (event) => {
      const term = at(event);
      const [x, y] = view.invert([event.offsetX, event.offsetY]);
      const closed = shelves.find((shelf) => !shelf.open && Math.hypot(shelf.x - x, shelf.y - y) < shelf.radius);
      if (!term && closed) open(closed, true, true);
      else if (term || chosen) choose(term);
    });

    /* Keys. */
    const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const toward = ([right, down], among) => {
      let [best, least] = [null, Infinity];
      for (const term of among) {
        const [x, y] = [term.x - chosen.x, term.y - chosen.y];
        const along = x * right + y * down;
        const aside = Math.abs(x * down - y * right);
        const cost = along + 2 * aside;
        if (term !== chosen && isShown(term) && along > 0 && aside <= 1.5 * along && cost < least) {
          [best, least] = [term, cost];
        }
      }
      return best;
    };
    const step = (way) => {
      if (!chosen || !isShown(chosen)) {
        const first = weighty.find(isShown);
        if (first) choose(first);
        else part("status").textContent = say("map_open_first");
        return;
      }
      const next = toward(way, chosen.ties.map(({ to }) => to)) ?? toward(way, terms);
      if (next) choose(next);
    };
    const KEYS = {
      "+": () => scale(1.4), "=": () => scale(1.4), "-": () => scale(1 / 1.4), "−": () => scale(1 / 1.4),
      0: fit, Escape: () => choose(null), Enter: () => part("panel").querySelector("a")?.click(),
    };
    on(canvas, "keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = event.key in WAYS ? () => step(WAYS[event.key]) : KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    for (const button of root.querySelectorAll("[data-zoom]")) {
      const act = { in: () => scale(1.4), out: () => scale(1 / 1.4), fit }[button.dataset.zoom];
      on(button, "click", act);
    }

    /* Finding. One option is a stop of the keyboard; arrow keys go through the others. */
    const input = root.querySelector("input[type=search]");
    const list = part("found");
    let options = [];
    const find = () => {
      const sought = plain(input.value.trim());
      const parts = sought.split(/\s+/);
      const fits = sought || !data.large
        ? named.filter((term) => parts.every((word) => term.sought.includes(word)))
        : [];
      const early = (term) => (term.sought.startsWith(sought) ? 0 : 1);
      if (sought) fits.sort((a, b) => early(a) - early(b));
      const shown = fits.slice(0, data.large ? 200 : MOST_FOUND);
      options = shown.map((term) => {
        const option = make("div", "tl-map__option", term.name);
        option.setAttribute("role", "option");
        option.tabIndex = -1;
        option.dataset.term = term.number;
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      if (options.length) options[0].tabIndex = 0;
      root.classList.toggle("tl-map--searching", Boolean(sought));
      part("count").textContent = !sought ? ""
        : !fits.length ? say("map_none")
          : say(shown.length < fits.length ? "map_found" : "map_count", {
            count: shown.length, total: shown.length < fits.length ? fits.length : total,
          });
      mark();
    };
    const mark = () => {
      for (const option of options) {
        const is = chosen !== null && Number(option.dataset.term) === chosen.number;
        option.setAttribute("aria-selected", String(is));
        if (is && !list.contains(document.activeElement)) list.scrollTop = option.offsetTop - 40;
      }
    };
    const stand = (option) => {
      for (const other of options) other.tabIndex = other === option ? 0 : -1;
      option.focus();
    };
    on(input, "input", find);
    on(input, "keydown", (event) => {
      if (!options.length || !["Enter", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      if (event.key === "Enter") choose(terms[options[0].dataset.term]);
      else stand(options[0]);
    });
    on(list, "click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(terms[option.dataset.term]);
    });
    on(list, "keydown", (event) => {
      const here = options.indexOf(document.activeElement);
      const moves = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: options.length - 1 };
      if (event.key === "Enter" || event.key === " ") choose(terms[options[here].dataset.term]);
      else if (!(event.key in moves)) return;
      else if (moves[event.key] < 0) input.focus();
      else if (moves[event.key] < options.length) stand(options[moves[event.key]]);
      event.preventDefault();
      event.stopPropagation();
    });

    /* Categories: what their marks look like, and a way to show or hide them. */
    const open = (shelf, is, look = false) => {
      shelf.open = shelf.box.checked = is;
      if (chosen && !isShown(chosen)) choose(null);
      if (look && is) go(fitted([shelf]));
      redraw();
    };
    for (const shelf of shelves) {
      shelf.box = make("input");
      shelf.box.type = "checkbox";
      shelf.box.checked = shelf.open;
      shelf.swatch = make("canvas", "tl-map__swatch");
      shelf.swatch.width = shelf.swatch.height = 32;
      const words = make("span", "", say("map_island", { name: shelf.name, count: shelf.count }));
      part("legend").append(make("label", "tl-map__category", shelf.box, shelf.swatch, words));
      on(shelf.box, "change", () => open(shelf, shelf.box.checked, data.large));
    }

    /* From here on the page shows it. */
    root.hidden = false;
    root.classList.toggle("tl-map--large", data.large);
    let isFirst = true;
    const measure = () => {
      const box = canvas.getBoundingClientRect();
      if (!box.width) return;
      [width, height] = [box.width, box.height];
      const ratio = devicePixelRatio || 1;
      [canvas.width, canvas.height] = [width * ratio, height * ratio];
      const whole = fitted(shelves);
      zoomer.scaleExtent([Math.min(whole.k, 0.9) * 0.8, 3]);
      if (isFirst) surface.call(zoomer.transform, whole);
      isFirst = false;
      redraw();
    };
    const size = new ResizeObserver(measure);
    size.observe(canvas);
    // The switch between light and dark changes an attribute of the body.
    const scheme = new MutationObserver(paint);
    scheme.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    on(matchMedia("(forced-colors: active)"), "change", paint);
    gone.signal.addEventListener("abort", () => {
      size.disconnect();
      scheme.disconnect();
      surface.interrupt().on(".zoom", null);
      cancelAnimationFrame(frame);
      clearTimeout(resting);
    });
    measure();
    paint();
    find();
    fill();
    const addressed = () => byId.get(decodeURIComponent(location.hash).replace(/^#term-/, ""));
    on(window, "hashchange", () => addressed() && choose(addressed()));
    if (addressed()) {
      choose(addressed());
      // The browser goes to the entry of the list when all is loaded.
      const show = () => setTimeout(() => root.scrollIntoView({ block: "start" }));
      if (document.readyState === "complete") show();
      else on(window, "load", show);
    }
    root.dataset.started = "ready";
  };

  /* Adds a mark to the path of a context. */
  const outline = (path, shape, x, y, size) => {
    const corners = (count, turn, reach = () => size) => {
      for (let n = 0; n < count; n += 1) {
        const angle = turn + (2 * Math.PI * n) / count;
        const point = [x + reach(n) * Math.cos(angle), y + reach(n) * Math.sin(angle)];
        if (n) path.lineTo(...point);
        else path.moveTo(...point);
      }
      path.closePath();
    };
    const thick = size * 0.4;
    switch (shape) {
      case "square": path.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7); break;
      case "triangle": corners(3, -Math.PI / 2, () => size * 1.2); break;
      case "wedge": corners(3, Math.PI / 2, () => size * 1.2); break;
      case "diamond": corners(4, 0, () => size * 1.2); break;
      case "hexagon": corners(6, 0, () => size * 1.05); break;
      case "star": corners(10, -Math.PI / 2, (n) => (n % 2 ? size * 0.5 : size * 1.3)); break;
      case "cross":
        path.rect(x - size * 1.1, y - thick, size * 2.2, thick * 2);
        path.rect(x - thick, y - size * 1.1, thick * 2, size * 2.2);
        break;
      default:
        path.moveTo(x + size, y);
        path.arc(x, y, size, 0, 2 * Math.PI);
    }
  };

  // Instant navigation takes the page away without unloading it.
  window.document$?.subscribe(() => root.isConnected || gone.abort());

  // Instant navigation inserts scripts in no order, so the library is asked for here.
  const library = new Promise((done, fail) => {
    if (window.TermloomD3) return done();
    const script = make("script");
    Object.assign(script, { src: root.dataset.library, onload: done, onerror: fail });
    document.head.append(script);
  });
  const data = fetch(root.dataset.map, { signal: gone.signal }).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  });
  Promise.all([data, library]).then(([found]) => {
    if (!gone.signal.aborted) start(found);
  }, () => {}); // the list stands there in any case
})();
