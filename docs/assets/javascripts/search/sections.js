// Finds the sections of a page that the words of a search stand in, and an extract of each.
import { fold, termsOf } from "./query.js";

/**
 * @typedef {object} Section
 * @property {string} anchor Its id, or "" for the beginning of the page.
 * @property {string} heading
 * @property {Array<{text: string, marked: boolean, joined: boolean}>} extract
 * @property {string[]} words Those found there, folded.
 *
 * @typedef {object} Page
 * @property {string} address Within the site.
 * @property {string} title
 * @property {string} name Its title in the navigation.
 * @property {string} kind As Kind in records.py.
 * @property {number} score
 * @property {string} trail Where it is in the site.
 * @property {string} locale
 * @property {string[]} words Those found, and those of its title, folded.
 * @property {Section[]} sections The likeliest first.
 */

/** Words of an extract. */
const LENGTH = 28;
/** Ends a word that the next one follows without a space; as JOINT in words.py. */
const JOINT = "\u2060";
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** @returns {Omit<Page, "score">} */
export function sectionsOf({ raw_url: url, content, anchors, meta }, found, query, locale) {
  const words = content.split(" ");
  const numbers = new Set(termsOf(query, locale).map(digits));
  const places = [...found].filter((place) => isAsked(words[place], numbers));
  const headings = anchors.filter(({ element }) => /^h\d$/.test(element));
  // The page's own heading begins it: no anchor is needed to go there.
  const starts = headings.map((start) => (start.element === "h1" ? { ...start, id: "" } : start));
  if (starts[0]?.location !== 0) starts.unshift({ location: 0, id: "", text: "" });
  const sections = starts.map((start, index) => {
    const end = starts[index + 1]?.location ?? words.length;
    const inside = places.filter((place) => place >= start.location && place < end);
    return section(words, start, end, inside.sort((a, b) => a - b));
  });
  const named = fold(`${meta.title} ${meta.name}`).split(/[^\p{L}\p{N}]+/u);
  return {
    words: [...named, ...sections.flatMap(({ words }) => words)],
    address: url.replace(/^\/|\d+\.html$/g, ""),
    title: meta.title,
    name: meta.name,
    kind: meta.kind,
    trail: meta.section ?? "",
    locale,
    sections: sections.filter(({ words }) => words.length).sort((a, b) => b.score - a.score),
  };
}

/** Tells whether a number is one of those asked for: Pagefind finds what only begins alike. */
function isAsked(word, numbers) {
  return !/^\P{L}*\p{N}\P{L}*$/u.test(word) || numbers.has(digits(word));
}

function digits(text) {
  return text.replace(/\P{N}/gu, "");
}

function section(words, { location: start, id, text }, end, places) {
  const body = start + (text ? text.split(" ").length : 0);
  const found = [...new Set(places.map((place) => fold(words[place].replace(EDGES, ""))))];
  const headed = places.filter((place) => place < body).length;
  return {
    anchor: id,
    heading: text.replaceAll(`${JOINT} `, ""),
    words: found,
    score: 9 * found.length + Math.min(places.length, 8) + 4 * headed,
    extract: extract(words, body, end, places),
  };
}

function extract(words, start, end, places) {
  const from = densest(places.filter((place) => place >= start), start, end);
  let to = Math.min(from + LENGTH, end);
  while (to < end && words[to - 1].endsWith(JOINT)) to--;
  const found = words.slice(from, to).map((word, index) => ({
    text: word.replace(JOINT, ""),
    joined: word.endsWith(JOINT),
    marked: places.includes(from + index),
  }));
  const more = { text: "…", joined: false, marked: false };
  return [...(from > start ? [more] : []), ...found, ...(to < end ? [more] : [])];
}

/** Returns the first word of the stretch that holds most of the places, a few words before them. */
function densest(places, start, end) {
  const last = Math.max(start, end - LENGTH);
  const inside = (from) => places.filter((place) => place >= from && place < from + LENGTH).length;
  const candidates = places.map((place) => Math.min(Math.max(start, place - 4), last));
  return candidates.reduce((best, from) => (inside(from) > inside(best) ? from : best), candidates[0] ?? start);
}
