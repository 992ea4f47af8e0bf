// Puts the rows that are left into the table, a few hundred at a time.
import { part, say } from "./parts.js";
import { writeRow } from "./rows.js";

/** How many rows are shown at first, and more at each request. */
export const ROWS = 400;

/**
 * Returns a function that shows models, in order, and the button that shows more of them.
 * @param {Element} root
 * @param {HTMLTableElement} table
 * @param {import("./rows.js").Column[]} columns
 * @param {{refresh: (row: HTMLTableRowElement) => void}} picks
 */
export function painter(root, table, columns, picks) {
  const more = part(root, "more");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let left = [];
  let shown = 0;

  const rowsOf = (models) =>
    models.map((model) => {
      model.row ??= writeRow(model, columns);
      picks.refresh(model.row);
      return model.row;
    });

  const showMore = () => {
    more.hidden = shown >= left.length;
    more.textContent = say(more.dataset.words, {
      number: number.format(Math.min(ROWS, left.length - shown)),
    });
  };

  more.addEventListener("click", () => {
    const rows = rowsOf(left.slice(shown, shown + ROWS));
    shown += rows.length;
    table.tBodies[0].append(...rows);
    showMore();
    rows[0].querySelector("a").focus();
  });
  table.after(more);

  return (models) => {
    left = models;
    shown = Math.min(ROWS, left.length);
    table.tBodies[0].replaceChildren(...rowsOf(left.slice(0, shown)));
    showMore();
  };
}
