// The search dialog: searches as the reader types, shows the results, moves by keyboard.
import { closest, find } from "../frame/dom.js";
import { SearchEngine } from "./engine.js";
import { Results } from "./results.js";
import { respell, unknownWords } from "./spelling.js";

/** @typedef {import("./engine.js").Hit} Hit */

/** Milliseconds without a key before a search begins. */
const PAUSE = 120;
/** Pages whose words are compared with the query: if all miss a word, it may be misspelled. */
const CHECKED = 2;

/** @type {SearchDialog|null} */
let search = null;

/**
 * Load what a first search needs, before the dialog is opened.
 * @param {HTMLElement} button
 */
export function prepare(button) {
  search ??= new SearchDialog(button);
  return search.start();
}

/**
 * Open the dialog with a query.
 * @param {HTMLElement} button
 * @param {string} query
 */
export function openSearch(button, query) {
  search ??= new SearchDialog(button);
  search.open(query);
}

class SearchDialog {
  /** @param {HTMLElement} button */
  constructor(button) {
    const selector = `template[data-search-dialog="${button.dataset.search}"]`;
    const { content } = find(document, selector, HTMLTemplateElement);
    document.body.append(document.importNode(content, true));
    this.dialog = find(document, "dialog.search", HTMLDialogElement);
    this.input = find(this.dialog, "input[name=q]", HTMLInputElement);
    this.both = find(this.dialog, "input[name=both]", HTMLInputElement);
    this.status = find(this.dialog, "[role=status]", HTMLElement);
    this.help = find(this.dialog, ".search__help", HTMLElement);
    this.advice = find(this.dialog, ".search__advice", HTMLElement);
    const { bundles = "", locale = "", other = "" } = this.dialog.dataset;
    const folder = new URL(bundles, location.href);
    this.engine = new SearchEngine(new URL(`${locale}/`, folder), locale);
    this.otherEngine = new SearchEngine(new URL(`${other}/`, folder), other);
    this.results = new Results(this.dialog, new URL("../", folder));
    this.asked = 0;
    this.#listen();
  }

  /** Load the engine of the page's language. If this fails, the first search shows an error. */
  start() {
    return this.engine.start().catch(() => {});
  }

  /** @param {string} query */
  open(query) {
    if (!this.dialog.open) this.dialog.showModal();
    if (query) this.input.value = query;
    this.input.select();
    this.start();
    this.#search();
  }

  #listen() {
    const { dialog, input, both } = this;
    let timer = 0;
    input.addEventListener("input", () => {
      this.results.busy = true;
      clearTimeout(timer);
      timer = setTimeout(() => this.#search(), PAUSE);
    });
    both.addEventListener("change", () => this.#search());
    find(dialog, "form", HTMLFormElement).addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      if (this.results.busy) await this.#search();
      this.results.links()[0]?.click();
    });
    find(dialog, ".search__close", HTMLElement).addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      const link = closest(event, "a");
      // Outside the dialog, or on a link within the page.
      if (event.target === dialog || (link && staysHere(link))) dialog.close();
      const suggestion = closest(event, ".search__suggestion");
      if (suggestion) this.#accept(suggestion);
    });
    dialog.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * Move the focus up and down between the field and the links.
   * @param {KeyboardEvent} event
   */
  #move(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const stops = [this.input, ...this.results.links()];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  }

  /** @param {HTMLElement} suggestion */
  #accept(suggestion) {
    this.input.value = suggestion.textContent;
    this.input.focus();
    this.#search();
  }

  /** Search for the text of the field, unless the reader types on meanwhile. */
  async #search() {
    const query = this.input.value.trim();
    const turn = ++this.asked;
    const isOutdated = () => turn !== this.asked;
    this.help.hidden = true;
    if (!query) {
      this.results.clear();
      return;
    }
    this.results.busy = true;
    try {
      const engines = this.both.checked ? [this.engine, this.otherEngine] : [this.engine];
      let hits = await searchIn(query, engines);
      const suggestion = await this.#suggest(query, hits);
      if (isOutdated()) return;
      if (suggestion) hits = await searchIn(suggestion, engines);
      await this.results.show(suggestion || query, hits, suggestion, isOutdated);
      if (isOutdated()) return;
      this.help.hidden = hits.length > 0;
      this.advice.hidden = false;
      if (!hits.length) {
        this.status.textContent = this.status.dataset.none?.replace("{}", query) ?? "";
      }
    } catch {
      for (const engine of [this.engine, this.otherEngine]) engine.restart();
      if (isOutdated()) return;
      this.results.clear();
      this.help.hidden = false;
      this.advice.hidden = true;
      this.status.textContent = this.status.dataset.failed ?? "";
    } finally {
      if (!isOutdated()) this.results.busy = false;
    }
  }

  /**
   * Return a better spelling of the query if no page has one of its words, or "".
   * @param {string} query
   * @param {Hit[]} hits
   */
  async #suggest(query, hits) {
    const { locale, folder } = this.engine;
    const pages = await Promise.all(hits.slice(0, CHECKED).map((hit) => hit.load()));
    const found = pages.flatMap((page) => page.words);
    const unknown = unknownWords(query, found, locale);
    if (!unknown.length) return "";
    const answer = await fetch(new URL("words.json", folder));
    if (!answer.ok) throw new Error(`${answer.url}: HTTP ${answer.status}`);
    return respell(query, unknown, await answer.json());
  }
}

/** @param {HTMLElement} link */
const staysHere = (link) =>
  link instanceof HTMLAnchorElement &&
  link.pathname === location.pathname && link.search === location.search;

/**
 * @param {string} query
 * @param {SearchEngine[]} engines
 */
async function searchIn(query, engines) {
  const found = await Promise.all(engines.map((engine) => engine.search(query)));
  return found.flat().sort((a, b) => b.score - a.score);
}
