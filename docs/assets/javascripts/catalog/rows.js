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
 * @property {string} unit Of its values, in parentheses; "" if they have none.
 *
 * @typedef {object} Model
 * @property {string} key
 * @property {string} page The address of its entry.
 * @property {string[]} texts The text of each cell; "" if nothing is stated.
 * @property {Record<string, string>} values The machine-readable value of each cell, by column:
 *   a number, an ISO date, or the values of the filter, separated by spaces.
 * @property {string} searched The folded text that the search looks in.
 * @property {HTMLTableRowElement} row
 */

/**
 * Read the columns from the head of the table.
 * @param {HTMLTableElement} table
 * @returns {Column[]}
 */
export const readColumns = (table) =>
  [...find(table, "thead tr", HTMLTableRowElement).cells].map(({ dataset, childNodes }) => ({
    name: dataset.column ?? "",
    type: dataset.type ?? "",
    label: childNodes[0].textContent?.trim() ?? "",
    unit: childNodes[1]?.textContent ?? "",
  }));

/**
 * Return a function that reads the machine-readable value of a cell.
 * @param {Column} column
 * @param {import("./controls.js").Facet|undefined} facet
 * @param {string} locale
 * @returns {(cell: HTMLTableCellElement, text: string) => string}
 */
function makeReader({ type }, facet, locale) {
  if (type === "date") return (cell) => cell.querySelector("time")?.dateTime ?? "";
  if (type === "number") {
    const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
    const point = parts.find((part) => part.type === "decimal")?.value ?? ".";
    return (_, text) => text.split(point).map((digits) => digits.replace(/\D+/g, "")).join(".");
  }
  if (!facet) return (_, text) => text;
  const valueOf = (/** @type {string} */ label) => facet.labels.get(label);
  // A label can have a comma.
  return (_, text) => valueOf(text) ?? text.split(", ").map(valueOf).join(" ");
}

/**
 * Read the models from the body of the table.
 * @param {HTMLTableElement} table
 * @param {Column[]} columns
 * @param {import("./controls.js").Facet[]} facets
 * @param {string} locale
 * @returns {Model[]}
 */
export function readModels(table, columns, facets, locale) {
  const readers = columns.map((column) =>
    makeReader(column, facets.find(({ name }) => name === column.name), locale)
  );
  return [...table.tBodies[0].rows].map((row) => {
    const cells = [...row.cells];
    const texts = cells.map(({ textContent }) => textContent);
    const searched = texts.filter((_, at) => SEARCHED.includes(columns[at].name));
    const page = find(row, "a", HTMLAnchorElement).getAttribute("href") ?? "";
    return {
      key: row.dataset.key ?? page.slice(page.indexOf("#") + 1),
      page,
      texts,
      values: Object.fromEntries(
        columns.map(({ name }, at) => [name, readers[at](cells[at], texts[at])]),
      ),
      searched: searched.map(fold).join(" "),
      row,
    };
  });
}
