// Which models the search and the filters leave, and how many each choice would leave.
import { isBounded, within } from "./ranges.js";

/**
 * Return the letters and digits of a text, without accents or capitals: "gpt41" for "GPT-4.1".
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Return the models left and, by column and value, how many models each choice would leave: in
 * addition to the values chosen if any of them is enough, together with them if all must be met.
 * @param {import("./rows.js").Model[]} models
 * @param {import("./controls.js").Facet[]} facets
 * @param {import("./ranges.js").Range[]} ranges
 * @param {import("./state.js").State} state
 */
export function filterModels(models, facets, ranges, { find, chosen, bounds }) {
  const words = find.split(/\s+/).map(fold);
  const tests = ranges.flatMap((range) => {
    const asked = bounds.get(range.name);
    return asked && isBounded(asked) ? [within(range, asked)] : [];
  });
  const found = models
    .filter(({ searched }) => words.every((word) => searched.includes(word)))
    .filter((model) => tests.every((isWithin) => isWithin(model)))
    .map((model) => {
      const held = facets.map(({ name }) => model.values[name].split(" "));
      const failed = facets.filter(({ name, match }, at) => {
        const asked = chosen.get(name) ?? [];
        const isHeld = (/** @type {string} */ value) => held[at].includes(value);
        return asked.length > 0 && !(match === "all" ? asked.every(isHeld) : asked.some(isHeld));
      });
      return { model, held, failed };
    });
  const left = new Set(found.filter(({ failed }) => !failed.length).map(({ model }) => model));
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map();
  facets.forEach((facet, at) => {
    const numbers = new Map(facet.values.map((value) => [value, 0]));
    counts.set(facet.name, numbers);
    for (const { held, failed } of found) {
      const isOnlyFailure = failed.length === 1 && failed[0] === facet && facet.match === "any";
      if (failed.length && !isOnlyFailure) continue;
      for (const value of held[at]) {
        const number = numbers.get(value);
        if (number !== undefined) numbers.set(value, number + 1);
      }
    }
  });
  return { left, counts };
}
