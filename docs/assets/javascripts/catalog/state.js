// The state of the table, kept in the address: ?find=gpt&maker=xai&context=1000000..&sort=-context.
import { isBounded, parseBounds } from "./ranges.js";

/**
 * @typedef {{column: string, descending: boolean}} Sort No column: the order of the page.
 *
 * @typedef {object} State
 * @property {string} find The search.
 * @property {Map<string, string[]>} chosen The values chosen, by the column that they filter.
 * @property {Map<string, import("./ranges.js").Bounds>} bounds The bounds of each range.
 * @property {Sort} sort
 * @property {string[]} compare The keys of the models to compare.
 */

/** @type {Sort} */
export const UNSORTED = { column: "", descending: false };

/**
 * Read the state from the query of an address; values that the table does not know are ignored.
 * @param {string} search
 * @param {import("./rows.js").Column[]} columns
 * @param {import("./controls.js").Facet[]} facets
 * @param {import("./ranges.js").Range[]} ranges
 * @returns {State}
 */
export function readState(search, columns, facets, ranges) {
  const query = new URLSearchParams(search);
  const sort = query.get("sort") ?? "";
  const descending = sort.startsWith("-");
  const column = descending ? sort.slice(1) : sort;
  const known = columns.some(({ name }) => name === column);
  return {
    find: query.get("find") ?? "",
    chosen: new Map(
      facets.map(({ name, values }) => {
        const asked = query.getAll(name);
        return [name, values.filter((value) => asked.includes(value))];
      }),
    ),
    bounds: new Map(ranges.map((range) => [range.name, parseBounds(range, query.get(range.name))])),
    sort: known ? { column, descending } : UNSORTED,
    compare: query.get("compare")?.split(",").filter(Boolean) ?? [],
  };
}

/**
 * Return true if the table is as in the page.
 * @param {State} state
 */
export const isPlain = ({ find, chosen, bounds, sort, compare }) =>
  !find && !sort.column && !compare.length &&
  [...chosen.values()].every((values) => !values.length) && ![...bounds.values()].some(isBounded);

/**
 * Return an address with a state in its query; its other parameters stay.
 * @param {string} address
 * @param {State} state
 */
export function withState(address, { find, chosen, bounds, sort, compare }) {
  const url = new URL(address);
  const { searchParams } = url;
  const names = ["find", "sort", "compare", ...chosen.keys(), ...bounds.keys()];
  for (const name of names) searchParams.delete(name);
  if (find) searchParams.set("find", find);
  for (const [name, values] of chosen) {
    for (const value of values) searchParams.append(name, value);
  }
  for (const [name, { from, to }] of bounds) {
    if (from || to) searchParams.set(name, `${from}..${to}`);
  }
  if (sort.column) searchParams.set("sort", (sort.descending ? "-" : "") + sort.column);
  // URLSearchParams would escape the commas; keys are letters, digits and hyphens.
  if (compare.length) url.search += `${url.search ? "&" : ""}compare=${compare.join(",")}`;
  return url;
}
