// Sets the blocks of a twin page beside those of this one, which stay where they are.
import { align } from "./align.js";
import { inOrderOf } from "./order.js";
import { blocksOf, describe, isApart, isContainer } from "./passages.js";

/**
 * Puts each block of `twin` after its partner in `container`, lists item by item; facing.css
 * lays them out by the row that each is given.
 * @param {Element} container
 * @param {Element} twin
 * @param {(block: Element) => Element} adopt Makes a block of the twin fit to stand here.
 * @returns {Array<[?Element, ?Element]>} The passages, side by side; null for no partner.
 */
export function interleave(container, twin, adopt) {
  const left = blocksOf(container);
  let right = blocksOf(twin);
  if (container.matches("ol")) [left, right].forEach(number);
  if (container.matches("ul, ol, dl")) right = inOrderOf(left, right);
  const rows = align(left.map(describe), right.map(describe));
  container.classList.add("facing");
  container.style.setProperty("--rows", rows.length);

  let last = left[0]?.previousElementSibling;
  return rows.flatMap(([i, j], row) => {
    const own = left[i] ?? null;
    const other = right[j] ?? null;
    if (own) place(own, row + 1);
    last = own ?? last;
    if (own && other && isContainer(own)) return interleave(own, other, adopt);
    if (!other) return [[own, null]];
    const adopted = adopt(other);
    adopted.style.setProperty("--row", row + 1);
    if (last) last.after(adopted);
    else container.prepend(adopted);
    last = adopted;
    return [[own, adopted]];
  });
}

/** Takes the twin's blocks out again, and leaves the container as it was. */
export function separate(container) {
  for (const block of container.querySelectorAll(".twin")) block.remove();
  for (const element of [container, ...container.querySelectorAll(".facing")]) {
    element.classList.remove("facing");
    bare(element, "class");
    for (const part of [element, ...element.children]) {
      part.style.removeProperty("--row");
      part.style.removeProperty("--rows");
      bare(part, "style");
    }
    if (element.matches("ol")) for (const item of element.children) item.removeAttribute("value");
  }
}

/** Gives a block its row, which what stands apart behind it has too. */
function place(block, row) {
  block.style.setProperty("--row", row);
  const next = block.nextElementSibling;
  if (next && isApart(next)) place(next, row);
}

/** Gives the items of an ordered list their numbers, for those of both languages will mix. */
function number(items) {
  items.forEach((item, index) => {
    item.value = item.parentElement.start + index;
  });
}

function bare(element, name) {
  if (!element.getAttribute(name)) element.removeAttribute(name);
}
