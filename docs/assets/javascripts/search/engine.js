// Queries the index of one language. The rest of the search knows nothing of Pagefind.
import { partsOf, phrasesOf, splitNames, termsOf } from "./query.js";
import { sectionsOf } from "./sections.js";

/**
 * @typedef {object} Hit
 * @property {number} score
 * @property {string} locale
 * @property {() => Promise<import("./sections.js").Page>} load Fetches the text of the page.
 *
 * What Pagefind returns, as far as it is used:
 * @typedef {object} Result
 * @property {string} id
 * @property {number} score
 * @property {number[]} words The places in the page.
 * @property {() => Promise<import("./sections.js").Fragment>} data
 *
 * @typedef {{init: () => Promise<void>, search: (words: string) => Promise<{results: Result[]}>}} Pagefind
 *
 * @typedef {{score: number, places: Set<number>, result: Result}} Part
 * @typedef {Record<string, number>} Kinds Factors by Kind in records.py.
 */

/** Weight of a match, by field. */
const RANKING = {
  metaWeights: { title: 6, name: 6, about: 2, section: 0, kind: 0, revised: 0 },
  termFrequency: 0.5, // long pages are not worse
  pageLength: 0.75,
};
/** Lists contain every name, but most readers look for a story. @type {Kinds} */
const KIND = { story: 1, about: 0.9, glossary: 0.9, timeline: 0.7, models: 0.4, sources: 0.5 };
/** If the query has the number of a model, its entry is in the list of models. @type {Kinds} */
const NAMED = { ...KIND, models: 1 };
/** Added to the score of a phrase, relative to the best page. */
const PHRASE = 0.3;
/** If fewer pages have all the words, those that have some, or similar ones, are added. */
const FEW = 6;

export class SearchEngine {
  /**
   * @param {URL} folder The folder of the index.
   * @param {string} locale
   */
  constructor(folder, locale) {
    this.folder = folder;
    this.locale = locale;
    this.failed = false;
    this.since = 0;
    /** @type {Promise<Pagefind>|null} */
    this.started = null;
    this.watcher = new PerformanceObserver((list) => this.#check(list.getEntries()));
    this.watcher.observe({ type: "resource" });
  }

  /** Load what every search needs. */
  start() {
    this.started ??= this.#load();
    return this.started;
  }

  /** Forget what failed to load, so that the next search tries again. */
  restart() {
    this.started = null;
    this.failed = false;
    this.since = performance.now();
  }

  /**
   * Return the pages that match a query, best first.
   * @param {string} query
   * @returns {Promise<Hit[]>}
   * @throws {Error} A part of the index could not be loaded.
   */
  async search(query) {
    const pagefind = await this.start();
    const terms = termsOf(query, this.locale);
    /** @type {Map<string, Map<string, Part>>} */
    const pages = new Map();
    /** @param {string} words */
    const find = async (words) => (await pagefind.search(words)).results;
    /**
     * @param {Result[]} results
     * @param {(result: Result) => number} worth
     */
    const add = (results, worth) => {
      for (const result of results) {
        // Records are named LOCALE.PAGE.KIND; a long page has several (see repack.py).
        const page = result.id.split(".")[1];
        const parts = pages.get(page) ?? new Map();
        const part = parts.get(result.id) ?? { score: 0, places: new Set(), result };
        part.score += worth(result);
        for (const place of result.words) part.places.add(place);
        pages.set(page, parts.set(result.id, part));
      }
    };

    const all = await find(terms.join(" "));
    add(all, (result) => result.score * factor(result, KIND));
    const best = all[0]?.score ?? 1;
    for (const phrase of phrasesOf(terms)) {
      // A quoted search has no ranking; an unquoted one also finds words that only begin alike.
      const exact = new Set((await find(`"${phrase}"`)).map(({ id }) => id));
      const named = exact.size ? (await find(phrase)).filter(({ id }) => exact.has(id)) : [];
      const kinds = /\d/.test(phrase) ? NAMED : KIND;
      add(named, (result) => (best * PHRASE + result.score) * factor(result, kinds));
    }
    const split = splitNames(terms);
    if (split) add(await find(split), (result) => (result.score * factor(result, KIND)) / 2);
    if (pages.size < FEW) {
      const share = terms.length ** 2 * 2;
      for (const part of partsOf(terms)) {
        add(await find(part), (result) => (result.score * factor(result, KIND)) / share);
      }
    }
    this.#check(this.watcher.takeRecords());
    if (this.failed) throw new Error("a part of the index could not be loaded");
    return [...pages.values()]
      .map((parts) => this.#hit([...parts.values()], query))
      .sort((a, b) => b.score - a.score);
  }

  /** @returns {Promise<Pagefind>} */
  async #load() {
    const { createInstance } = await import(new URL("pagefind.js", this.folder).href);
    const pagefind = createInstance({
      basePath: this.folder.href,
      baseUrl: new URL("../../", this.folder).pathname,
      ranking: RANKING,
      noWorker: true, // the index is small, and the worker is twice the script
    });
    await pagefind.init();
    await pagefind.search(""); // waits for the index, and fails if it is missing
    return pagefind;
  }

  /**
   * @param {Part[]} parts
   * @param {string} query
   * @returns {Hit}
   */
  #hit(parts, query) {
    const best = parts.reduce((a, b) => (b.score > a.score ? b : a));
    const { score, places, result } = best;
    const load = async () => ({
      score,
      ...sectionsOf(await result.data(), places, query, this.locale),
    });
    return { score, locale: this.locale, load };
  }

  /**
   * Note a part of the index that failed to load: Pagefind only logs it, and then finds less.
   * @param {PerformanceEntryList} entries
   */
  #check(entries) {
    this.failed ||= entries.some((entry) =>
      entry instanceof PerformanceResourceTiming &&
      entry.name.startsWith(this.folder.href) && entry.startTime >= this.since &&
      (entry.responseStatus === 0 || entry.responseStatus >= 400)
    );
  }
}

/**
 * @param {Result} result
 * @param {Kinds} kinds
 */
const factor = ({ id }, kinds) => kinds[id.split(".")[2]];
