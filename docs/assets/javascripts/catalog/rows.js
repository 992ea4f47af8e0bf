// The models as the table has them: the first in the page, the others in a file beside it.

/**
 * @typedef {{name: string, type: "text"|"number"|"date", label: string}} Column
 *
 * @typedef {object} Model
 * @property {string} key
 * @property {string} page The address of its entry.
 * @property {string[]} texts What its cells say, in the order of the columns; "" is not stated.
 * @property {string[]} values The same for machines; lists are separated by spaces.
 * @property {?HTMLTableRowElement} row Made when it is shown.
 */

/**
 * Reads the columns from the head of the table.
 * @returns {Column[]}
 */
export const readColumns = (table) =>
  [...table.tHead.rows[0].cells].map(({ dataset, textContent }) => ({
    name: dataset.column,
    type: dataset.type,
    label: textContent.trim(),
  }));

/**
 * Reads the models that are in the page.
 * @returns {Model[]}
 */
export const readModels = (table) =>
  [...table.tBodies[0].rows].map((row) => {
    const cells = [...row.cells];
    const texts = cells.map((cell) => cell.textContent);
    return {
      key: row.dataset.key,
      page: row.querySelector("a").getAttribute("href"),
      texts,
      values: cells.map((cell, at) => cell.dataset.value ?? texts[at]),
      row,
    };
  });

/**
 * Fetches the models that the page leaves out: a list for each, its key, the address of its
 * entry and its cells; a cell is its text, or its text and its value where they differ.
 * @param {string} address
 * @returns {Promise<Model[]>}
 * @throws {Error} The file cannot be had.
 */
export async function fetchModels(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was answered by ${answer.status}`);
  return (await answer.json()).map(([key, page, ...cells]) => ({
    key,
    page,
    texts: cells.map((cell) => (Array.isArray(cell) ? cell[0] : cell)),
    values: cells.map((cell) => (Array.isArray(cell) ? cell[1] : cell)),
    row: null,
  }));
}

/** Returns the row of a model, such as the page writes it. */
export function writeRow({ key, page, texts, values }, columns) {
  const row = document.createElement("tr");
  row.dataset.key = key;
  texts.forEach((text, at) => {
    const cell = document.createElement(at === 0 ? "th" : "td");
    if (at === 0) {
      cell.scope = "row";
      const link = cell.appendChild(document.createElement("a"));
      link.href = page;
      link.textContent = text;
    } else {
      cell.dataset.label = columns[at].label;
      cell.textContent = text;
      if (values[at] !== text) cell.dataset.value = values[at];
    }
    row.append(cell);
  });
  return row;
}
