// The reading position in the page.

/** Elements that a link can lead back to, if they have an id. */
const PLACES = "h1, h2, h3, h4, h5, h6, li, dt, tr";

/** Return the lower edge, in CSS pixels of the window, of the bars that cover the text. */
export function topEdge() {
  /** @type {NodeListOf<HTMLElement>} */
  const bars = document.querySelectorAll(".md-header, article.facing > .page-tools");
  return [...bars].reduce((edge, bar) => edge + bar.offsetHeight, 0);
}

/**
 * Return true if some part of an element is visible.
 * @param {Element} element
 */
export function isOnScreen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > topEdge() && top < innerHeight;
}

/**
 * Return the id of the place being read, as the translation of the page has it, or "" at the very
 * top: the target of the address while it is on screen, otherwise the last place reached.
 */
export function idOnScreen() {
  const target = document.querySelector(":target");
  if (target && isOnScreen(target)) {
    return target.closest(".twin") ? target.id.replace(/^twin-/, "") : target.id;
  }
  // The target of an anchor comes to rest a little below the edge.
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const reach = topEdge() + 1.5 * rem;
  const reached = [...document.querySelectorAll(`article :is(${PLACES})[id]`)]
    .filter((element) => !element.closest(".twin"))
    // A filter may have hidden the element: it has no box then.
    .map((element) => ({ id: element.id, top: element.getClientRects()[0]?.top ?? Infinity }))
    .filter(({ top }) => top <= reach);
  // The lowest: in two columns, one can begin above what precedes it in the text.
  return reached.sort((a, b) => a.top - b.top).at(-1)?.id ?? "";
}
