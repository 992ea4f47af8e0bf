// Shows what a search has found: a page each, with the sections that the words stand in.
import { fold, termsOf } from "./query.js";
import { likeliest } from "./rank.js";

/** Pages shown at first, and more of them at a press. */
const FIRST = 5;
const MORE = 10;
const SECTIONS = 3;
/** Words marked in the page that a hit leads to, at most. */
const MARKED = 12;

export class Results {
  /**
   * @param {HTMLElement} dialog Holds the list, its template and its words.
   * @param {URL} root The root of the site.
   */
  constructor(dialog, root) {
    this.root = root;
    this.locale = dialog.dataset.locale;
    this.list = dialog.querySelector("[data-search-results]");
    this.template = dialog.querySelector(".search__hit-template");
    this.status = dialog.querySelector("[role=status]");
    this.suggested = dialog.querySelector(".search__suggested");
    this.more = dialog.querySelector(".search__more");
    this.more.addEventListener("click", () => this.#showMore());
  }

  get busy() {
    return this.list.getAttribute("aria-busy") === "true";
  }

  set busy(busy) {
    this.list.setAttribute("aria-busy", busy);
  }

  clear() {
    this.list.replaceChildren();
    this.status.textContent = "";
    this.suggested.hidden = true;
    this.more.hidden = true;
    this.rest = [];
    this.busy = false;
  }

  /** Returns the links of the list, in order. */
  links() {
    return [...this.list.querySelectorAll("a")];
  }

  /**
   * Shows what was found, the first pages of it, unless the reader has typed on meanwhile.
   * @param {string} query
   * @param {import("./engine.js").Hit[]} hits
   * @param {string} suggestion The query, where it is not what the reader typed.
   * @param {() => boolean} isOutdated
   */
  async show(query, hits, suggestion, isOutdated) {
    const pages = await Promise.all(hits.slice(0, FIRST).map((hit) => hit.load()));
    if (isOutdated()) return;
    this.clear();
    const { one, many } = this.status.dataset;
    if (hits.length) this.status.textContent = (hits.length === 1 ? one : many).replace("{}", hits.length);
    this.suggested.hidden = !suggestion;
    this.suggested.querySelector("button").textContent = suggestion;
    this.query = query;
    this.rest = hits.slice(FIRST);
    this.#append(likeliest(pages, query));
  }

  async #showMore() {
    const next = this.rest.splice(0, MORE);
    const pages = await Promise.all(next.map((hit) => hit.load()));
    this.#append(pages)[0]?.querySelector("a").focus();
  }

  #append(pages) {
    const items = pages.map((page) => this.#item(page));
    this.list.append(...items);
    this.more.hidden = !this.rest.length;
    return items;
  }

  #item(page) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    const named = entryOf(page, termsOf(this.query, page.locale));
    const others = page.sections.filter((section) => section !== named);
    const main = named ?? others.find(({ anchor }) => !anchor);
    const link = item.querySelector("[data-search-hit]");
    link.href = this.#address(page, named);
    const above = [page.trail, named && page.name].filter(Boolean);
    fill(item.querySelector(".search__trail"), above.join(" › "));
    fill(item.querySelector(".search__title"), named ? named.heading : page.title);
    fillExtract(item.querySelector(".search__extract"), main);
    if (page.locale !== this.locale) item.lang = page.locale;
    else item.querySelector(".search__language").remove();
    const list = item.querySelector(".search__sections");
    const [sample] = list.children;
    for (const section of others.filter(({ anchor }) => anchor).slice(0, SECTIONS)) {
      const entry = sample.cloneNode(true);
      entry.querySelector("a").href = this.#address(page, section);
      fill(entry.querySelector("a"), section.heading);
      fillExtract(entry.querySelector(".search__extract"), section);
      list.append(entry);
    }
    sample.remove();
    if (!list.children.length) list.remove();
    return item;
  }

  #address(page, section) {
    const address = new URL(page.address, this.root);
    const words = [...new Set((section ? [section] : page.sections).flatMap(({ words }) => words))];
    if (words.length) address.searchParams.set("highlight", words.slice(0, MARKED).join(" "));
    address.hash = section?.anchor ?? "";
    return address.href;
  }
}

/** Returns the section whose heading names what is searched for, where the page's does not. */
function entryOf(page, terms) {
  const plain = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
  const names = (text) => terms.every((term) => plain(text).includes(plain(term)));
  if (names(`${page.title} ${page.name}`)) return null;
  const named = page.sections.filter(({ anchor, heading }) => anchor && names(heading));
  // gpt-4.1 before gpt-4.1-mini
  return named.sort((a, b) => a.heading.length - b.heading.length)[0] ?? null;
}

function fill(element, text) {
  if (text) element.textContent = text;
  else element.remove();
}

function fillExtract(element, section) {
  if (!section?.extract.length) return element.remove();
  for (const { text, marked, joined } of section.extract) {
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    const mark = document.createElement("mark");
    mark.textContent = word;
    element.append(before, marked ? mark : word, after, joined ? "" : " ");
  }
  return undefined;
}
