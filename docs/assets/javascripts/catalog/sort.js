// The order of the models: numbers by size, texts as the page's language sorts words, dates that
// have passed after those to come. Models that state nothing are last in both directions.
import { today } from "./days.js";

/**
 * Return a function that returns the models in the order of a column; equals stay in the order
 * of the page. Each order is computed once.
 * @param {import("./rows.js").Model[]} models
 * @param {import("./rows.js").Column[]} columns
 * @param {string} locale
 * @returns {(sort: import("./state.js").Sort) => import("./rows.js").Model[]}
 */
export function makeSorter(models, columns, locale) {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const cache = new Map();
  const day = today();
  /** @param {string} date A day, a month or a year. */
  const isPast = (date) => date < day.slice(0, date.length);

  /** @param {import("./state.js").Sort} sort */
  const sorted = ({ column, descending }) => {
    const at = columns.findIndex(({ name }) => name === column);
    const { type } = columns[at];
    const keyed = models.map((model) => ({
      model,
      // The order of ISO dates is that of their digits.
      key: type === "text" ? model.texts[at] : model.values[column],
    }));
    const isLast = (/** @type {string} */ key) => Number(type === "date" && isPast(key));
    const sign = descending ? -1 : 1;
    const stated = keyed.filter(({ key }) => key !== "").sort((a, b) =>
      isLast(a.key) - isLast(b.key) ||
      sign * (type === "number" ? Number(a.key) - Number(b.key) : compare(a.key, b.key))
    );
    return [...stated, ...keyed.filter(({ key }) => key === "")].map(({ model }) => model);
  };

  return (sort) => {
    if (!sort.column) return models;
    const name = JSON.stringify(sort);
    if (!cache.has(name)) cache.set(name, sorted(sort));
    return cache.get(name);
  };
}
