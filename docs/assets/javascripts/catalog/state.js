// What the reader asks of the table, as the address says it: ?find=gpt&maker=xai&sort=-context.

/**
 * @typedef {object} State
 * @property {string} find What is typed.
 * @property {Map<string, string[]>} chosen The values chosen, by the column that they filter.
 * @property {{column: string, descending: boolean}} sort No column: the order of the page.
 * @property {string[]} compare The keys of the models set side by side, if any.
 */

/**
 * Reads the state from the query of an address; what the table does not know is left out.
 * @param {string} search
 * @param {{facets: import("./controls.js").Facet[], columns: import("./rows.js").Column[]}} table
 * @returns {State}
 */
export function readState(search, { facets, columns }) {
  const asked = new URLSearchParams(search);
  const [, minus, column] = /^(-?)(.*)$/.exec(asked.get("sort") ?? "");
  const known = columns.some(({ name }) => name === column);
  return {
    find: asked.get("find") ?? "",
    chosen: new Map(
      facets.map(({ name, values }) => [name, values.filter((value) => asked.getAll(name).includes(value))]),
    ),
    sort: known ? { column, descending: minus === "-" } : UNSORTED,
    compare: asked.get("compare")?.split(",").filter(Boolean) ?? [],
  };
}

/** The order of the page. */
export const UNSORTED = { column: "", descending: false };

/** Tells whether the table is as the page was written. */
export const isPlain = ({ find, chosen, sort, compare }) =>
  !find && !sort.column && !compare.length && [...chosen.values()].every((values) => !values.length);

/** Returns an address, as a URL, that says a state; what else it says stays. */
export function withState(address, { find, chosen, sort, compare }) {
  const url = new URL(address);
  const { searchParams } = url;
  for (const name of ["find", "sort", "compare", ...chosen.keys()]) searchParams.delete(name);
  if (find) searchParams.set("find", find);
  for (const [name, values] of chosen) for (const value of values) searchParams.append(name, value);
  if (sort.column) searchParams.set("sort", (sort.descending ? "-" : "") + sort.column);
  // Keys are letters, digits and hyphens: the comma between them is left as it is.
  if (compare.length) url.search += `${url.search ? "&" : ""}compare=${compare.join(",")}`;
  return url;
}
