// The dialog of the search: asks as the reader types, shows what was found, goes by keyboard.
import { SearchEngine } from "./engine.js";
import { Results } from "./results.js";
import { respell, strangers } from "./spelling.js";

/** Milliseconds without a key after which the search begins. */
const PAUSE = 120;
/** Pages looked at for the words of the query: where these lack one, none may be right. */
const CHECKED = 2;

let search = null;

/** Loads what a first search needs, before the dialog is opened. */
export function prepare(button) {
  search ??= new SearchDialog(button);
  return search.start();
}

/** Opens the dialog, with a query. */
export function openSearch(button, query) {
  search ??= new SearchDialog(button);
  search.open(query);
}

class SearchDialog {
  constructor(button) {
    const template = document.querySelector(`template[data-search-dialog="${button.dataset.search}"]`);
    document.body.append(template.content.cloneNode(true));
    this.dialog = document.body.lastElementChild;
    this.input = this.dialog.querySelector("input[name=q]");
    this.both = this.dialog.querySelector("input[name=both]");
    this.status = this.dialog.querySelector("[role=status]");
    this.help = this.dialog.querySelector(".search__help");
    this.advice = this.dialog.querySelector(".search__advice");
    const { bundles, locale, other } = this.dialog.dataset;
    const folder = new URL(bundles, location);
    this.engines = [locale, other].map((one) => new SearchEngine(new URL(`${one}/`, folder), one));
    this.results = new Results(this.dialog, new URL("../", folder));
    this.asked = 0;
    this.#listen();
  }

  /** Loads the engine of the reader's language; where it fails, the search will say so. */
  start() {
    return this.engines[0].start().catch(() => {});
  }

  open(query) {
    if (!this.dialog.open) this.dialog.showModal();
    if (query) this.input.value = query;
    this.input.select();
    this.start();
    this.#ask();
  }

  #listen() {
    const { dialog, input, both } = this;
    let pause;
    input.addEventListener("input", () => {
      this.results.busy = true;
      clearTimeout(pause);
      pause = setTimeout(() => this.#ask(), PAUSE);
    });
    both.addEventListener("change", () => this.#ask());
    dialog.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(pause);
      if (this.results.busy) await this.#ask();
      this.results.links()[0]?.click();
    });
    dialog.querySelector(".search__close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      const { target } = event;
      // Beside the dialog, or on a link into the page that is open.
      if (target === dialog || staysHere(target.closest("a"))) dialog.close();
      if (target.closest(".search__suggestion")) this.#accept(target);
    });
    dialog.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Goes up and down between the field and the links. */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.results.links()];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  }

  #accept(suggestion) {
    this.input.value = suggestion.textContent;
    this.input.focus();
    this.#ask();
  }

  /** Searches for what the field holds, unless the reader types on meanwhile. */
  async #ask() {
    const query = this.input.value.trim();
    const turn = ++this.asked;
    const isOutdated = () => turn !== this.asked;
    this.help.hidden = true;
    if (!query) return this.results.clear();
    this.results.busy = true;
    try {
      const engines = this.both.checked ? this.engines : this.engines.slice(0, 1);
      let hits = await find(query, engines);
      const suggestion = await this.#suggest(query, hits, engines[0]);
      if (isOutdated()) return undefined;
      if (suggestion) hits = await find(suggestion, engines);
      await this.results.show(suggestion || query, hits, suggestion, isOutdated);
      if (isOutdated()) return undefined;
      this.help.hidden = hits.length > 0;
      this.advice.hidden = false;
      if (!hits.length) this.status.textContent = this.status.dataset.none.replace("{}", query);
    } catch {
      for (const engine of this.engines) engine.restart();
      if (isOutdated()) return undefined;
      this.results.clear();
      this.help.hidden = false;
      this.advice.hidden = true;
      this.status.textContent = this.status.dataset.failed;
    } finally {
      if (!isOutdated()) this.results.busy = false;
    }
    return undefined;
  }

  /** Returns a better spelling of the query, where none of the pages holds one of its words. */
  async #suggest(query, hits, { locale, folder }) {
    const pages = await Promise.all(hits.slice(0, CHECKED).map((hit) => hit.load()));
    const found = pages.flatMap((page) => page.words);
    const unknown = strangers(query, found, locale);
    if (!unknown.length) return "";
    const answer = await fetch(new URL("words.json", folder));
    if (!answer.ok) throw new Error(`${answer.url} was answered by ${answer.status}`);
    return respell(query, unknown, await answer.json());
  }
}

function staysHere(link) {
  return link?.pathname === location.pathname && link.search === location.search;
}

async function find(query, engines) {
  const found = await Promise.all(engines.map((engine) => engine.search(query)));
  return found.flat().sort((a, b) => b.score - a.score);
}
