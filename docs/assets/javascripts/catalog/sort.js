// The order of the models: numbers by size, the rest as the page's language sorts words; where
// nothing is stated, last in both directions.

/**
 * Returns a function that gives, for a column and a direction, the numbers of the models in
 * order. Equals stay as they are in the page. Each order is made once.
 * @param {import("./rows.js").Model[]} models
 * @param {import("./rows.js").Column[]} columns
 * @param {string} locale
 * @returns {(sort: {column: string, descending: boolean}) => number[]}
 */
export function sorter(models, columns, locale) {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const plain = [...models.keys()];
  const made = new Map();

  const make = (at, sign) => {
    const isNumber = columns[at].type === "number";
    // Dates are written 2026-10-05: their order is that of their digits.
    const shown = columns[at].type === "text" ? "texts" : "values";
    const keys = models.map((model) => (isNumber ? Number(model.values[at]) : model[shown][at]));
    const isStated = (index) => models[index].texts[at] !== "";
    const order = isNumber ? (a, b) => keys[a] - keys[b] : (a, b) => compare(keys[a], keys[b]);
    const stated = plain.filter(isStated).sort((a, b) => sign * order(a, b));
    return stated.concat(plain.filter((index) => !isStated(index)));
  };

  return ({ column, descending }) => {
    const at = columns.findIndex(({ name }) => name === column);
    if (at < 0) return plain;
    const name = `${descending ? "-" : ""}${column}`;
    if (!made.has(name)) made.set(name, make(at, descending ? -1 : 1));
    return made.get(name);
  };
}
