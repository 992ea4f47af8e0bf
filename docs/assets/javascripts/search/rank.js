// Puts the pages whose text is at hand in order: those called as the query says come first.
import { fold, termsOf } from "./query.js";

/** What a page is worth that is called as the query says, and one of whose sections is. */
const CALLED = 2;
const ENTRY = 1.4;
/** A model's entry is all that there is on it. */
const MODEL = 6;

const plain = (text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
const singular = (word) => (word.length > 4 ? word.replace(/e?[sx]$/, "") : word);

/** @returns {import("./sections.js").Page[]} The pages, the likeliest first. */
export function likeliest(pages, query) {
  const worth = new Map(pages.map((page) => [page, page.score * factor(page, query)]));
  return [...pages].sort((a, b) => worth.get(b) - worth.get(a));
}

function factor({ kind, title, name, sections, locale }, query) {
  const terms = termsOf(query, locale).map(plain);
  const isAsked = (text) => plain(termsOf(text, locale).join("")) === terms.join("");
  const called = plain(`${title} ${name}`);
  const share = terms.filter((term) => called.includes(singular(term))).length / terms.length;
  if (isAsked(title) || isAsked(name)) return (1 + share) * CALLED;
  const entry = kind === "models" ? MODEL : ENTRY;
  return (1 + share) * (sections.some(({ heading }) => isAsked(heading)) ? entry : 1);
}
