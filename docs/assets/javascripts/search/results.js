// Shows the results of a search: pages, each with the sections that have the words.
import { find } from "../frame/dom.js";
import { termsOf } from "./query.js";
import { lettersOf, ranked } from "./rank.js";

/**
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./sections.js").Page} Page
 * @typedef {import("./sections.js").Section} Section
 */

/** Pages shown at first, and at each press of the button. */
const FIRST = 5;
const MORE = 10;
const SECTIONS = 3;
/** The most words to mark in the page that a result links to. */
const MARKED = 12;

export class Results {
  /**
   * @param {HTMLElement} dialog Has the list, its template and its words.
   * @param {URL} root The root of the site.
   */
  constructor(dialog, root) {
    this.root = root;
    this.locale = dialog.dataset.locale;
    this.list = find(dialog, "[data-search-results]", HTMLElement);
    this.template = find(dialog, ".search__hit-template", HTMLTemplateElement);
    this.status = find(dialog, "[role=status]", HTMLElement);
    this.suggested = find(dialog, ".search__suggested", HTMLElement);
    this.more = find(dialog, ".search__more", HTMLElement);
    this.query = "";
    /** @type {Hit[]} */
    this.rest = [];
    this.more.addEventListener("click", () => this.#showMore());
  }

  get busy() {
    return this.list.getAttribute("aria-busy") === "true";
  }

  set busy(busy) {
    this.list.setAttribute("aria-busy", String(busy));
  }

  clear() {
    this.list.replaceChildren();
    this.status.textContent = "";
    this.suggested.hidden = true;
    this.more.hidden = true;
    this.rest = [];
    this.busy = false;
  }

  /** Return the links of the list, in order. */
  links() {
    return [...this.list.querySelectorAll("a")];
  }

  /**
   * Show the first pages found, unless the reader has typed on meanwhile.
   * @param {string} query
   * @param {Hit[]} hits
   * @param {string} suggestion The query if it is not what the reader typed, or "".
   * @param {() => boolean} isOutdated
   */
  async show(query, hits, suggestion, isOutdated) {
    const pages = await Promise.all(hits.slice(0, FIRST).map((hit) => hit.load()));
    if (isOutdated()) return;
    this.clear();
    const { one, many } = this.status.dataset;
    const words = hits.length === 1 ? one : many;
    if (hits.length) this.status.textContent = words?.replace("{}", String(hits.length)) ?? "";
    this.suggested.hidden = !suggestion;
    find(this.suggested, "button", HTMLElement).textContent = suggestion;
    this.query = query;
    this.rest = hits.slice(FIRST);
    this.#append(ranked(pages, query));
  }

  async #showMore() {
    const next = this.rest.splice(0, MORE);
    const pages = await Promise.all(next.map((hit) => hit.load()));
    this.#append(pages)[0]?.querySelector("a")?.focus();
  }

  /** @param {Page[]} pages */
  #append(pages) {
    const items = pages.map((page) => this.#item(page));
    this.list.append(...items);
    this.more.hidden = !this.rest.length;
    return items;
  }

  /** @param {Page} page */
  #item(page) {
    const item = find(document.importNode(this.template.content, true), "li", HTMLLIElement);
    const named = entryOf(page, termsOf(this.query, page.locale));
    const others = page.sections.filter((section) => section !== named);
    const main = named ?? others.find(({ anchor }) => !anchor);
    find(item, "[data-search-hit]", HTMLAnchorElement).href = this.#address(page, named);
    const above = [page.trail, named && page.name].filter(Boolean);
    fill(find(item, ".search__trail", HTMLElement), above.join(" › "));
    fill(find(item, ".search__title", HTMLElement), named ? named.heading : page.title);
    fillExtract(find(item, ".search__extract", HTMLElement), main);
    if (page.locale !== this.locale) item.lang = page.locale;
    else find(item, ".search__language", HTMLElement).remove();
    const list = find(item, ".search__sections", HTMLElement);
    const sample = find(list, "li", HTMLLIElement);
    for (const section of others.filter(({ anchor }) => anchor).slice(0, SECTIONS)) {
      const entry = document.importNode(sample, true);
      const link = find(entry, "a", HTMLAnchorElement);
      link.href = this.#address(page, section);
      fillExtract(find(entry, ".search__extract", HTMLElement), section);
      fill(link, section.heading);
      list.append(entry);
    }
    sample.remove();
    if (!list.children.length) list.remove();
    return item;
  }

  /**
   * Return the address of a page or one of its sections, with the words to mark there.
   * @param {Page} page
   * @param {Section|null} section
   */
  #address(page, section) {
    const address = new URL(page.address, this.root);
    const words = [...new Set((section ? [section] : page.sections).flatMap(({ words }) => words))];
    if (words.length) address.searchParams.set("highlight", words.slice(0, MARKED).join(" "));
    address.hash = section?.anchor ?? "";
    return address.href;
  }
}

/**
 * Return the section whose heading has all terms, unless the title of the page has them.
 * @param {Page} page
 * @param {string[]} terms
 */
function entryOf(page, terms) {
  /** @param {string} text */
  const names = (text) => terms.every((term) => lettersOf(text).includes(lettersOf(term)));
  if (names(`${page.title} ${page.name}`)) return null;
  const named = page.sections.filter(({ anchor, heading }) => anchor && names(heading));
  // gpt-4.1 before gpt-4.1-mini
  return named.sort((a, b) => a.heading.length - b.heading.length)[0] ?? null;
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function fill(element, text) {
  if (text) element.textContent = text;
  else element.remove();
}

/**
 * @param {HTMLElement} element
 * @param {Section|undefined} section
 */
function fillExtract(element, section) {
  if (!section?.extract.length) element.remove();
  for (const { text, marked, joined } of section?.extract ?? []) {
    const parts = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    const [, before, word, after] = parts ?? ["", "", text, ""];
    const mark = document.createElement("mark");
    mark.textContent = word;
    element.append(before, marked ? mark : word, after, joined ? "" : " ");
  }
}
