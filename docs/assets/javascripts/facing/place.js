// Keeps the passage being read in its place when the layout changes.
import { topEdge } from "../frame/place.js";
import { passagesOf } from "./passages.js";

/** @type {{from: number, to: number, width: number}|null} */
let last = null;

/**
 * Change the layout of an article and keep the passage being read at its height on screen. A
 * change that undoes the last one, with no scrolling between, returns to where that began.
 * @param {Element} article
 * @param {() => void} change
 * @returns {HTMLElement} The passage, in the language of the page.
 */
export function keepPlace(article, change) {
  const { own, y, part } = reading(article);
  const from = scrollY;
  change();
  if (last && last.to === from && last.width === innerWidth) {
    scrollTo({ top: last.from, behavior: "instant" });
  } else if (from > 0) {
    const { top, height } = own.getBoundingClientRect();
    scrollBy({ top: top + part * height - Math.max(y, topEdge()), behavior: "instant" });
  }
  last = { from, to: scrollY, width: innerWidth };
  return own;
}

/**
 * Return the passage being read (the first that begins on screen, otherwise the last that began),
 * in the language of the page, its y in CSS pixels, and which part of it is above the screen.
 * @param {Element} article
 */
function reading(article) {
  const edge = topEdge() - 1;
  const passages = passagesOf(article).filter((passage) => passage.getClientRects().length);
  const tops = passages.map((passage) => passage.getBoundingClientRect().top);
  let index = tops.findIndex((top) => top >= edge && top < innerHeight);
  if (index < 0) index = tops.findLastIndex((top) => top < edge);
  index = Math.max(index, 0);
  const before = passages.slice(0, index + 1);
  const own = [...before.reverse(), ...passages].find((passage) => !passage.matches(".twin"));
  const { top, height } = passages[index].getBoundingClientRect();
  const read = own ?? passages[index];
  return top < edge
    ? { own: read, y: edge, part: (edge - top) / height }
    : { own: read, y: top, part: 0 };
}
