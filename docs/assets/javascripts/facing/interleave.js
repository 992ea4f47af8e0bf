// Puts the blocks of the twin beside those of this page, which stay in place.
import { align } from "./align.js";
import { inOrderOf } from "./order.js";
import { blocksOf, childrenOf, describe, isApart, isContainer } from "./passages.js";

/** @typedef {[HTMLElement|null, HTMLElement|null]} Row Two passages side by side. */

/**
 * Put each block of `twin` after its partner in `container`, lists item by item. facing.css lays
 * them out by their `--row`.
 * @param {HTMLElement} container
 * @param {Element} twin
 * @param {(block: HTMLElement) => HTMLElement} adopt Returns a block of the twin for this page.
 * @returns {Row[]}
 */
export function interleave(container, twin, adopt) {
  const left = blocksOf(container);
  let right = blocksOf(twin);
  if (container instanceof HTMLOListElement) [left, right].forEach(number);
  if (container.matches("ul, ol, dl")) right = inOrderOf(left, right);
  const rows = align(left.map(describe), right.map(describe));
  container.classList.add("facing");
  container.style.setProperty("--rows", String(rows.length));

  let last = left[0]?.previousElementSibling;
  return rows.flatMap(([i, j], index) => {
    const row = String(index + 1);
    const own = i === null ? null : left[i];
    const other = j === null ? null : right[j];
    if (own) place(own, row);
    last = own ?? last;
    if (own && other && isContainer(own)) return interleave(own, other, adopt);
    if (!other) return [[own, null]];
    const adopted = adopt(other);
    adopted.style.setProperty("--row", row);
    if (last) last.after(adopted);
    else container.prepend(adopted);
    last = adopted;
    return [[own, adopted]];
  });
}

/**
 * Remove the blocks of the twin, and leave the container as it was.
 * @param {HTMLElement} container
 */
export function separate(container) {
  for (const block of container.querySelectorAll(".twin")) block.remove();
  /** @type {NodeListOf<HTMLElement>} */
  const nested = container.querySelectorAll(".facing");
  for (const element of [container, ...nested]) {
    element.classList.remove("facing");
    removeIfEmpty(element, "class");
    for (const part of [element, ...childrenOf(element)]) {
      part.style.removeProperty("--row");
      part.style.removeProperty("--rows");
      removeIfEmpty(part, "style");
    }
    if (element.matches("ol")) {
      for (const item of element.children)
        item.removeAttribute("value");
    }
  }
}

/**
 * Set the row of a block, and of what follows it without being a passage.
 * @param {HTMLElement} block
 * @param {string} row
 */
function place(block, row) {
  block.style.setProperty("--row", row);
  const next = block.nextElementSibling;
  if (next instanceof HTMLElement && isApart(next)) place(next, row);
}

/**
 * Number the items of an ordered list, because those of both languages will mix.
 * @param {HTMLElement[]} items
 */
function number(items) {
  items.forEach((item, index) => {
    const list = item.parentElement;
    if (!(list instanceof HTMLOListElement)) return;
    item.setAttribute("value", String(list.start + index));
  });
}

/**
 * @param {Element} element
 * @param {string} name
 */
function removeIfEmpty(element, name) {
  if (!element.getAttribute(name)) element.removeAttribute(name);
}
