// Puts the rows that are left into the table: what a screen holds at once, so that typing is
// answered at once, the others right after, and beyond some hundreds only on request.
import { part, say } from "./parts.js";
import { writeRow } from "./rows.js";

/** How many rows are put in at once. */
const STEP = 30;
/** How many rows are shown at first, as many as the page can hold, and more at each request. */
const PORTION = 400;

/**
 * Returns a function that shows models, in order, and the button that shows more of them.
 * @param {Element} root
 * @param {HTMLTableElement} table
 * @param {import("./rows.js").Column[]} columns
 * @param {{refresh: (row: HTMLTableRowElement) => void}} picks
 */
export function painter(root, table, columns, picks) {
  const [body] = table.tBodies;
  const more = part(root, "more");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let left = [];
  let asked = 0;
  let timer;

  const rowsOf = (models) =>
    models.map((model) => {
      model.row ??= writeRow(model, columns);
      picks.refresh(model.row);
      return model.row;
    });

  /** Adds a step of rows, and then the next. */
  const add = (step = STEP) => {
    clearTimeout(timer);
    const from = body.rows.length;
    body.append(...rowsOf(left.slice(from, Math.min(from + step, asked))));
    if (from + step < asked) timer = setTimeout(add);
  };

  const ask = (rows) => {
    asked = Math.min(rows, left.length);
    more.hidden = asked === left.length;
    const next = Math.min(PORTION, left.length - asked);
    more.textContent = say(more.dataset.words, { number: number.format(next) });
  };

  more.addEventListener("click", () => {
    const from = body.rows.length;
    ask(asked + PORTION);
    add();
    body.rows[from].querySelector("a").focus();
  });
  addEventListener("beforeprint", () => add(asked));
  table.after(more);

  return (models) => {
    // Further down, a table that is short for a moment would take the reader up.
    const isPassed = table.getBoundingClientRect().top < 0;
    left = models;
    ask(PORTION);
    body.replaceChildren();
    add(isPassed ? asked : STEP);
  };
}
