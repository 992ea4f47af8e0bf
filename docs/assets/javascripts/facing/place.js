// Where the reader is in the page.
import { passagesOf } from "./passages.js";

/** What one may return to, where it has an id. */
const PLACES = "h1, h2, h3, h4, h5, h6, li, dt, tr";

/** Returns the y, in CSS pixels of the window, of the lower edge of what covers the text's top. */
function topEdge() {
  const bars = document.querySelectorAll(".md-header, article.facing > .page-tools");
  return [...bars].reduce((edge, bar) => edge + bar.offsetHeight, 0);
}

/** Tells whether some part of an element can be seen. */
export function isOnScreen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > topEdge() && top < innerHeight;
}

/**
 * Returns the id to go to in the twin page, or "" at the page's very top: that of the address
 * while its element is on screen, else of the last place that has been reached.
 */
export function idOnScreen() {
  const target = document.querySelector(":target");
  if (target && isOnScreen(target)) return ownId(target);
  // An element that an address names comes to stand a little below the edge.
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const reach = topEdge() + 1.5 * rem;
  const reached = [...document.querySelectorAll(`article :is(${PLACES})[id]`)]
    .filter((element) => !element.closest(".twin"))
    .map((element) => ({ id: element.id, top: element.getClientRects()[0]?.top }))
    .filter(({ top }) => top <= reach); // a filter may have hidden it
  // The lowest: of two columns, one may begin above what stands before it in the text.
  return reached.toSorted((a, b) => a.top - b.top).at(-1)?.id ?? "";
}

/** Returns an element's id as its own page writes it. */
function ownId(element) {
  return element.closest(".twin") ? element.id.replace(/^twin-/, "") : element.id;
}

let last = null;

/**
 * Changes the layout of an article and keeps the passage being read where it is on screen.
 * A change that undoes the last one, with no scrolling between, leads back to where it began.
 * @returns {Element} That passage, one of the page's own.
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
 * Returns the passage being read, as one of the page's own, its y in CSS pixels, and how much
 * of it lies above: the first that begins on screen, else the last that began.
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
  return top < edge ? { own, y: edge, part: (edge - top) / height } : { own, y: top, part: 0 };
}
