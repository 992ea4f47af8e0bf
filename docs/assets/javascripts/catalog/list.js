// On narrow screens, which the styles decide, the table is a list: rows open, thirty at a time.
import { closest, find } from "../frame/dom.js";
import { copyPart, format, wordsFor } from "./parts.js";

const PAGE = 30; // rows

/**
 * Make the rows open, and the list grow.
 * @param {HTMLElement} root
 * @param {import("./rows.js").Column[]} columns
 * @param {import("./rows.js").Model[]} models
 * @param {() => void} onMore
 */
export function makeList(root, columns, models, onMore) {
  for (const { name, unit } of columns) {
    const words = JSON.stringify(`\u00a0${unit.slice(1, -1)}`);
    if (unit) root.style.setProperty(`--catalog-unit-${name}`, words); // for the styles
  }
  const button = copyPart(root, "open");
  for (const { row, texts: [name] } of models) {
    const own = document.importNode(button, true);
    own.ariaLabel = format(button.dataset.words, { name });
    row.cells[0].append(own);
  }
  const table = find(root, ".catalog__table", HTMLTableElement);
  table.addEventListener("click", (event) => {
    const opener = closest(event, ".catalog__open");
    const row = closest(event, "tr");
    if (!opener || !(row instanceof HTMLTableRowElement)) return;
    const isOpen = row.classList.toggle("catalog--open");
    opener.ariaExpanded = String(isOpen);
    // Only the rows that were opened have their labels in the page.
    columns.forEach(({ label }, at) => row.cells[at].dataset.label = label);
  });

  const more = find(root, ".catalog__more", HTMLElement);
  const next = find(more, "button", HTMLButtonElement);
  let most = PAGE;
  /** The rows that are not shown yet. @type {import("./rows.js").Model[]} */
  let later = [];

  /** @param {number} number */
  const grow = (number) => {
    const [first] = later;
    most += number;
    onMore();
    first?.row.querySelector("a")?.focus({ preventScroll: true });
  };
  next.addEventListener("click", () => grow(PAGE));
  find(more, "a", HTMLElement).addEventListener("click", (event) => {
    event.preventDefault(); // it leads to the whole table, for when this script fails
    grow(Infinity);
  });

  return {
    /** Begin again with the first rows. */
    restart() {
      most = PAGE;
    },
    /** @param {import("./rows.js").Model[]} left In order. */
    show(left) {
      later = left.slice(most);
      left.forEach(({ row }, at) => row.classList.toggle("catalog--later", at >= most));
      more.hidden = !later.length;
      next.textContent = wordsFor(Math.min(PAGE, later.length), next.dataset);
    },
  };
}
