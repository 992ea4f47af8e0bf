// The models, read from the table in the page.
import { find } from "../frame/dom.js";
import { fold } from "./filter.js";

/** The columns that the search looks in. */
const SEARCHED = ["id", "maker", "kind"];

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {string} type "text", "number" or "date".
 * @property {string} label
 *
 * @typedef {object} Model
 * @property {string} key
 * @property {string} page The address of its entry.
 * @property {string[]} texts The text of each cell; "" if nothing is stated.
 * @property {Record<string, string>} values The machine-readable value of each cell, by column;
 *   the items of a list are separated by spaces.
 * @property {string} searched The folded text that the search looks in.
 * @property {HTMLTableRowElement} row
 */

/**
 * Read the columns from the head of the table.
 * @param {HTMLTableElement} table
 * @returns {Column[]}
 */
export const readColumns = (table) =>
  [...find(table, "thead tr", HTMLTableRowElement).cells].map(({ dataset, textContent }) => ({
    name: dataset.column ?? "",
    type: dataset.type ?? "",
    label: textContent.trim(),
  }));

/**
 * Read the models from the body of the table.
 * @param {HTMLTableElement} table
 * @param {Column[]} columns
 * @returns {Model[]}
 */
export const readModels = (table, columns) =>
  [...table.tBodies[0].rows].map((row) => {
    const cells = [...row.cells];
    const texts = cells.map(({ textContent }) => textContent);
    const searched = texts.filter((_, at) => SEARCHED.includes(columns[at].name));
    return {
      key: row.dataset.key ?? "",
      page: find(row, "a", HTMLAnchorElement).getAttribute("href") ?? "",
      texts,
      values: Object.fromEntries(
        columns.map(({ name }, at) => [name, cells[at].dataset.value ?? texts[at]]),
      ),
      searched: searched.map(fold).join(" "),
      row,
    };
  });
