// Finds the sections of a page that have the words of a search, and an extract of each.
import { fold, termsOf } from "./query.js";

/**
 * @typedef {object} Section
 * @property {string} anchor Its id, or "" for the beginning of the page.
 * @property {number} score
 * @property {string} heading
 * @property {{text: string, marked: boolean, joined: boolean}[]} extract
 * @property {string[]} words The words found there, folded.
 *
 * @typedef {object} Page
 * @property {string} address Relative to the root of the site.
 * @property {string} title
 * @property {string} name Its title in the navigation.
 * @property {string} kind A Kind of records.py.
 * @property {number} score
 * @property {string} trail Its section of the site.
 * @property {string} locale
 * @property {string[]} words The words found, and those of its title, folded.
 * @property {Section[]} sections Best first.
 *
 * A page as Pagefind returns it:
 * @typedef {object} Fragment
 * @property {string} raw_url
 * @property {string} content
 * @property {Anchor[]} anchors
 * @property {{title: string, name: string, kind: string, section?: string}} meta
 *
 * @typedef {{element: string, id: string, text: string, location: number}} Anchor
 */

/** Words of an extract. */
const LENGTH = 28;
/** Ends a word that has no space before the next one; same as JOINT in words.py. */
const JOINT = "\u2060";
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * Return a page without its score.
 * @param {Fragment} fragment
 * @param {Set<number>} found The places of the words found.
 * @param {string} query
 * @param {string} locale
 */
export function sectionsOf({ raw_url: url, content, anchors, meta }, found, query, locale) {
  const words = content.split(" ");
  const numbers = new Set(termsOf(query, locale).map(digits));
  const places = [...found].filter((place) => isAsked(words[place], numbers));
  const headings = anchors.filter(({ element }) => /^h\d$/.test(element));
  // The title begins the page: a link to it needs no anchor.
  const starts = headings.map((start) => (start.element === "h1" ? { ...start, id: "" } : start));
  if (starts[0]?.location !== 0) starts.unshift({ element: "", location: 0, id: "", text: "" });
  const sections = starts.map((start, index) => {
    const end = starts[index + 1]?.location ?? words.length;
    const inside = places.filter((place) => place >= start.location && place < end);
    return makeSection(words, start, end, inside.sort((a, b) => a - b));
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

/**
 * Return false if a word is a number that was not asked for: Pagefind finds all that begin alike.
 * @param {string} word
 * @param {Set<string>} numbers
 */
function isAsked(word, numbers) {
  return !/^\P{L}*\p{N}\P{L}*$/u.test(word) || numbers.has(digits(word));
}

/** @param {string} text */
const digits = (text) => text.replace(/\P{N}/gu, "");

/**
 * @param {string[]} words
 * @param {Anchor} start
 * @param {number} end
 * @param {number[]} places
 * @returns {Section}
 */
function makeSection(words, { location: start, id, text }, end, places) {
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

/**
 * @param {string[]} words
 * @param {number} start
 * @param {number} end
 * @param {number[]} places
 */
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

/**
 * Return the start of the extract that has most of the places, a few words before them.
 * @param {number[]} places
 * @param {number} start
 * @param {number} end
 */
function densest(places, start, end) {
  const last = Math.max(start, end - LENGTH);
  /** @param {number} from */
  const inside = (from) => places.filter((place) => place >= from && place < from + LENGTH).length;
  const candidates = places.map((place) => Math.min(Math.max(start, place - 4), last));
  return candidates.reduce(
    (best, from) => (inside(from) > inside(best) ? from : best),
    candidates[0] ?? start,
  );
}
