// The head of the table: the name of each column is a button that sorts by it.
import { find } from "../frame/dom.js";

/** @param {HTMLTableElement} table */
const headCells = (table) => find(table, "thead tr", HTMLTableRowElement).cells;

/**
 * @param {HTMLTableElement} table
 * @param {(column: string) => void} onSort
 */
export function makeSortButtons(table, onSort) {
  for (const cell of headCells(table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", () => onSort(cell.dataset.column ?? ""));
    cell.append(button);
  }
}

/**
 * Mark the column that the rows are sorted by.
 * @param {HTMLTableElement} table
 * @param {import("./state.js").Sort} sort
 */
export function showSort(table, { column, descending }) {
  for (const cell of headCells(table)) {
    if (cell.dataset.column === column) cell.ariaSort = descending ? "descending" : "ascending";
    else cell.removeAttribute("aria-sort");
  }
  const at = [...headCells(table)].findIndex(({ ariaSort }) => ariaSort);
  if (at < 0) delete table.dataset.sorted;
  else table.dataset.sorted = String(at + 1); // for the styles: the place of the column
}
