// Filters by a least and a greatest value.
import { dayOf, isDay } from "./days.js";

/**
 * @typedef {object} Range A column that is filtered by its values' size.
 * @property {string} name
 * @property {string[]} reads The columns with its values; the first that states one counts.
 * @property {string} type "number" or "date".
 *
 * @typedef {object} Bounds Both included; "" if there is none.
 * @property {string} from
 * @property {string} to
 */

/** @type {Bounds} */
export const UNBOUNDED = { from: "", to: "" };

/**
 * Read the ranges from the form.
 * @param {HTMLFormElement} form
 * @returns {Range[]}
 */
export function readRanges(form) {
  /** @type {NodeListOf<HTMLFieldSetElement>} */
  const fieldsets = form.querySelectorAll("fieldset[data-range]");
  return [...fieldsets].map((fieldset) => ({
    name: fieldset.dataset.range ?? "",
    reads: (fieldset.dataset.reads ?? "").split(" "),
    type: fieldset.querySelector("input")?.type ?? "",
  }));
}

/**
 * Read bounds from the query of an address: "1000000..", "0m..6m".
 * @param {Range} range
 * @param {string|null} text
 * @returns {Bounds}
 */
export function parseBounds({ type }, text) {
  const [from, to, ...more] = (text ?? "").split("..");
  const isKnown = (/** @type {string} */ one) =>
    !one || (type === "date" ? isDay(one) : Number(one) >= 0);
  return to === undefined || more.length || ![from, to].every(isKnown) ? UNBOUNDED : { from, to };
}

/** @param {Bounds|undefined} bounds */
export const isBounded = (bounds) => Boolean(bounds?.from || bounds?.to);

/**
 * Return a function that returns true if a model has a value within a range.
 * @param {Range} range
 * @param {Bounds} bounds
 * @returns {(model: import("./rows.js").Model) => boolean}
 */
export function within({ reads, type }, bounds) {
  const valueOf = (/** @type {import("./rows.js").Model} */ { values }) =>
    reads.map((name) => values[name]).find(Boolean);
  if (type === "date") {
    const from = dayOf(bounds.from);
    const to = dayOf(bounds.to);
    // A month or a year is within if a day of it is.
    return (model) => {
      const value = valueOf(model);
      if (!value) return false;
      const { length } = value;
      return value >= from.slice(0, length) && (!to || value <= to.slice(0, length));
    };
  }
  const from = Number(bounds.from);
  const to = bounds.to ? Number(bounds.to) : Infinity;
  return (model) => {
    const value = valueOf(model);
    return value !== undefined && from <= Number(value) && Number(value) <= to;
  };
}
