// Asks the index of one language, with what is Pagefind's; the rest of the search knows only this.
import { partsOf, phrasesOf, splitNames, termsOf } from "./query.js";
import { sectionsOf } from "./sections.js";

/**
 * @typedef {object} Hit
 * @property {number} score
 * @property {string} locale
 * @property {() => Promise<import("./sections.js").Page>} load Fetches the text of the page.
 */

/** What a match counts for, by where it is found. */
const RANKING = {
  metaWeights: { title: 6, name: 6, about: 2, section: 0, kind: 0, revised: 0 },
  termFrequency: 0.5, // long pages are not worse
  pageLength: 0.75,
};
/** Lists name everything: a story is what most readers look for. By Kind in records.py. */
const KIND = { story: 1, about: 0.9, glossary: 0.9, timeline: 0.7, models: 0.4, sources: 0.5 };
/** What words that stand together add, beside the best page's score. */
const PHRASE = 0.3;
/** Of a model that is named, with its number, the list of models holds the entry. */
const NAMED = { ...KIND, models: 1 };
/** With fewer pages than this that hold all the words, those that hold some, or like ones, are added. */
const FEW = 6;

export class SearchEngine {
  /** @param {URL} folder Where the index of the language is. */
  constructor(folder, locale) {
    this.folder = folder;
    this.locale = locale;
    this.failed = false;
    this.since = 0;
    this.watcher = new PerformanceObserver((list) => this.#note(list.getEntries()));
    this.watcher.observe({ type: "resource" });
  }

  /** Loads what every search needs. */
  start() {
    this.started ??= this.#load();
    return this.started;
  }

  /** Forgets what could not be loaded, so that the next search tries again. */
  restart() {
    this.started = null;
    this.failed = false;
    this.since = performance.now();
  }

  /**
   * Returns the pages that hold the words of a query, the likeliest first.
   * @returns {Promise<Hit[]>}
   */
  async search(query) {
    const pagefind = await this.start();
    const terms = termsOf(query, this.locale);
    const found = new Map();
    const find = async (words) => (await pagefind.search(words)).results;
    const add = (results, worth) => {
      for (const result of results) this.#add(found, result, worth(result, kindOf(result)), query);
    };
    const all = await find(terms.join(" "));
    add(all, ({ score }, kind) => score * KIND[kind]);
    const best = all[0]?.score ?? 1;
    for (const phrase of phrasesOf(terms)) {
      // Word for word, Pagefind finds without ranking; else it also finds what only begins alike.
      const exact = new Set((await find(`"${phrase}"`)).map(({ id }) => id));
      const named = exact.size ? (await find(phrase)).filter(({ id }) => exact.has(id)) : [];
      const kinds = /\d/.test(phrase) ? NAMED : KIND;
      add(named, ({ score }, kind) => (best * PHRASE + score) * kinds[kind]);
    }
    const split = splitNames(terms);
    if (split) add(await find(split), ({ score }, kind) => (score * KIND[kind]) / 2);
    if (found.size < FEW) {
      for (const part of partsOf(terms)) add(await find(part), ({ score }, kind) => (score * KIND[kind]) / terms.length ** 2 / 2);
    }
    this.#note(this.watcher.takeRecords());
    if (this.failed) throw new Error("a part of the index could not be loaded");
    return [...found.values()].sort((a, b) => b.score - a.score);
  }

  async #load() {
    const { createInstance } = await import(new URL("pagefind.js", this.folder));
    const pagefind = createInstance({
      basePath: this.folder.href,
      baseUrl: new URL("../../", this.folder).pathname,
      ranking: RANKING,
      noWorker: true, // the index is small, and the worker twice the script
    });
    await pagefind.init();
    await pagefind.search(""); // waits, and fails where the index is missing
    return pagefind;
  }

  /** Adds what Pagefind found in one part of a page to what is found of the page. */
  #add(found, result, worth, query) {
    const page = result.id.split(".")[1];
    const hit = found.get(page) ?? { score: 0, locale: this.locale, parts: new Map() };
    const part = hit.parts.get(result.id) ?? { score: 0, places: new Set(), result };
    part.score += worth;
    for (const place of result.words) part.places.add(place);
    hit.parts.set(result.id, part);
    const best = [...hit.parts.values()].reduce((a, b) => (b.score > a.score ? b : a));
    hit.score = best.score;
    hit.load = async () => ({
      score: hit.score,
      ...sectionsOf(await best.result.data(), best.places, query, this.locale),
    });
    found.set(page, hit);
  }

  /** Pagefind only logs what it could not load, and then finds less. */
  #note(entries) {
    this.failed ||= entries.some(
      ({ name, startTime, responseStatus: status }) =>
        name.startsWith(this.folder.href) && startTime >= this.since && (status === 0 || status >= 400),
    );
  }
}

/** Returns what the page is that a record of the index is of; see repack.py. */
function kindOf({ id }) {
  return id.split(".")[2];
}
