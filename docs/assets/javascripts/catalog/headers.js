// The head of the table: each name of a column becomes a button that sorts by it.

/**
 * @param {HTMLTableElement} table
 * @param {(column: string) => void} onSort
 */
export function makeButtons(table, onSort) {
  for (const cell of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", () => onSort(cell.dataset.column));
    cell.append(button);
  }
}

/** Says in the head by which column the rows are sorted. */
export function showSort(table, { column, descending }) {
  for (const cell of table.tHead.rows[0].cells) {
    if (cell.dataset.column === column) cell.ariaSort = descending ? "descending" : "ascending";
    else cell.removeAttribute("aria-sort");
  }
}
