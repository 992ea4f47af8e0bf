// All models, those that the page leaves out too, and what filters and orders ask of them.
import { indexModels } from "./filter.js";
import { fetchModels } from "./rows.js";
import { sorter } from "./sort.js";

/**
 * Returns a function that gives the catalog; what the page leaves out is fetched when it is
 * first called. Where that fails, `isPart` tells so, and the next call tries again.
 * @param {import("./rows.js").Model[]} inPage
 * @param {string|undefined} others The address of the others, if any.
 * @param {{columns: object[], facets: object[], locale: string}} table
 */
export function catalogOf(inPage, others, { columns, facets, locale }) {
  const prepare = (models) => ({
    models,
    byKey: new Map(models.map((model) => [model.key, model])),
    index: indexModels(models, columns, facets),
    order: sorter(models, columns, locale),
    isPart: false,
  });
  let asked = null;
  return async () => {
    try {
      asked ??= (others ? fetchModels(others) : Promise.resolve([])).then((models) => prepare(inPage.concat(models)));
      return await asked;
    } catch {
      asked = null;
      return { ...prepare(inPage), isPart: true };
    }
  };
}
