// Which models are left by what is typed and chosen, and how many each choice would leave.
import { bitsOf, both, countBoth, either } from "./bits.js";
import { fold, wordsOf } from "./fold.js";

/** The columns in which what is typed is looked for. */
const SEARCHED = ["id", "maker", "kind"];

/**
 * Prepares what filters ask of the models.
 * @param {import("./rows.js").Model[]} models
 * @param {import("./rows.js").Column[]} columns
 * @param {import("./controls.js").Facet[]} facets
 */
export function indexModels(models, columns, facets) {
  const place = (name) => columns.findIndex((column) => column.name === name);
  const searched = SEARCHED.map(place);
  return {
    size: models.length,
    texts: models.map(({ texts }) => searched.map((at) => fold(texts[at])).join(" ")),
    facets: facets.map(({ name, match, values }) => {
      const held = models.map((model) => model.values[place(name)].split(" "));
      const having = (value) => bitsOf(models.length, (index) => held[index].includes(value));
      return { name, match, having: new Map(values.map((value) => [value, having(value)])) };
    }),
  };
}

/**
 * Returns the models left, as bits, and by column the number of models that each value would
 * leave: beside those chosen already where one of them is enough, with them where all must be met.
 * @returns {{left: Uint32Array, counts: Map<string, Map<string, number>>}}
 */
export function filterModels({ size, texts, facets }, { find, chosen }) {
  const words = wordsOf(find);
  const found = bitsOf(size, (index) => words.every((word) => texts[index].includes(word)));
  const passing = facets.map(({ name, match, having }) => {
    const sets = chosen.get(name).map((value) => having.get(value));
    return sets.length ? sets.reduce(match === "all" ? both : either) : null;
  });
  const leftBy = (sets) => sets.reduce((left, set) => (set ? both(left, set) : left), found);
  const left = leftBy(passing);
  const counts = facets.map(({ name, match, having }, at) => {
    const others = match === "all" ? left : leftBy(passing.toSpliced(at, 1));
    return [name, new Map([...having].map(([value, set]) => [value, countBoth(others, set)]))];
  });
  return { left, counts: new Map(counts) };
}
