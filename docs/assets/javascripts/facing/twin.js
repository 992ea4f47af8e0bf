// The translation of the page, and its blocks changed to work in this page.
import { wrapTable } from "../frame/dom.js";

/** @typedef {{article: Element, lang: string, address: URL, citation: string}} Twin */

/** Elements without a function in another page. */
const LEFT_OUT = ".headerlink, script, style";
/** Attributes that name elements by id. */
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

/**
 * Fetch the translation.
 * @param {URL} address
 * @returns {Promise<Twin>}
 * @throws {Error} It is missing, or not a page of this site.
 */
export async function fetchTwin(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("main[lang] article");
  const main = article?.closest("main");
  if (!article || !main) throw new Error(`${address}: no article in a <main lang>`);
  /** @type {HTMLElement|null} */
  const button = page.querySelector(".copy-citation");
  return { article, lang: main.lang, address, citation: button?.dataset.citation ?? "" };
}

/**
 * Return a block of the twin for this page: with its language, with ids of its own, and with
 * links that lead where they led.
 * @param {HTMLElement} block
 * @param {Twin} twin
 */
export function adopt(block, { lang, address }) {
  const elements = [block, ...block.querySelectorAll("*")];
  for (const element of elements) {
    if (element.id) element.id = `twin-${element.id}`;
    for (const name of REFERENCES) {
      const ids = element.getAttribute(name);
      if (ids) element.setAttribute(name, ids.replace(/\S+/g, "twin-$&"));
    }
    for (const name of ["href", "src"]) {
      const written = element.getAttribute(name);
      if (written === null) continue;
      const isLocal = written.startsWith("#");
      element.setAttribute(
        name,
        isLocal ? `#twin-${written.slice(1)}` : new URL(written, address).href,
      );
    }
  }
  for (const element of block.querySelectorAll(LEFT_OUT)) element.remove();
  const adopted = block instanceof HTMLTableElement ? wrapTable(block) : block;
  adopted.lang ||= lang;
  adopted.classList.add("twin");
  return document.adoptNode(adopted);
}
