/* Nothing is missing without this script: the A–Z then shows the whole list. */
(() => {
  // Material gives its search the role of a dialog but no name (axe: aria-dialog-name).
  const nameSearch = () => {
    const dialog = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    const input = dialog?.querySelector("input[aria-label]");
    if (input) dialog.setAttribute("aria-label", input.getAttribute("aria-label"));
  };

  const startFilter = () => {
    const filter = document.querySelector(".tl-filter");
    if (!filter) return;
    const input = filter.querySelector("input");
    const status = filter.querySelector("[role=status]");
    const none = document.querySelector(".tl-filter__none");
    const letters = [...document.querySelectorAll(".tl-letter")];
    const items = [...document.querySelectorAll(".tl-az__item")];
    const total = new Set(items.map((item) => item.dataset.term)).size;

    const apply = () => {
      const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const shown = new Set();
      for (const item of items) {
        const fits = words.every((word) => item.dataset.labels.includes(word));
        item.hidden = !fits;
        if (fits) shown.add(item.dataset.term);
      }
      for (const letter of letters) {
        letter.hidden = !letter.querySelector(".tl-az__item:not([hidden])");
      }
      none.hidden = shown.size > 0;
      status.textContent = words.length
        ? filter.dataset.count.replace("{count}", shown.size).replace("{total}", total)
        : "";
    };
    filter.hidden = false;
    input.addEventListener("input", apply);
    apply();
  };
  const start = () => {
    nameSearch();
    startFilter();
  };
  // Material's instant navigation replaces the page without loading it anew.
  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
