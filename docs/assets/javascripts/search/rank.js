// Ranks the pages that are loaded: a page whose title is the query comes first.
import { fold, termsOf } from "./query.js";

/** @typedef {import("./sections.js").Page} Page */

/** Factor of a page whose title is the query. */
const TITLE = 2;
/** Factor of a page with a section whose heading is the query. */
const SECTION = 1.4;
/** The same for a model: its section has all that there is about it. */
const MODEL = 6;

/**
 * Return the letters and digits of a text, folded.
 * @param {string} text
 */
export const lettersOf = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** @param {string} word */
const singular = (word) => (word.length > 4 ? word.replace(/e?[sx]$/, "") : word);

/**
 * Return the pages, best first.
 * @param {Page[]} pages
 * @param {string} query
 */
export function ranked(pages, query) {
  return pages
    .map((page) => ({ page, score: page.score * factor(page, query) }))
    .sort((a, b) => b.score - a.score)
    .map(({ page }) => page);
}

/**
 * @param {Page} page
 * @param {string} query
 */
function factor({ kind, title, name, sections, locale }, query) {
  const terms = termsOf(query, locale).map(lettersOf);
  /** @param {string} text */
  const isAsked = (text) => lettersOf(termsOf(text, locale).join("")) === terms.join("");
  const titles = lettersOf(`${title} ${name}`);
  const share = terms.filter((term) => titles.includes(singular(term))).length / terms.length;
  if (isAsked(title) || isAsked(name)) return (1 + share) * TITLE;
  const section = kind === "models" ? MODEL : SECTION;
  return (1 + share) * (sections.some(({ heading }) => isAsked(heading)) ? section : 1);
}
