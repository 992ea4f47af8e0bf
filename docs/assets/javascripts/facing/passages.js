// The passages of a page, as align.js takes them.

/** Parts of an article that are not passages: the frame of the page. */
const FRAME = ".page-tools, .page-status, .edit-link, .page-meta, .md-content__button";
/** Parts that each language has for itself: indexes, tables, files, remarks on its words. */
const OWN = ".letters, .list-filter, .downloads, .catalog, .rendering";
/** Aligned item by item; the facts of a model are the same in both languages. */
const CONTAINERS = "ul, ol, dl:not(.facts), .footnote";
/** Written into a passage by the build, not the author. */
const ADDED = ".headerlink, .footnote-ref, .footnote-backref, .copy-citation";

/** @param {Element} element */
export const childrenOf = ({ children }) => /** @type {HTMLElement[]} */ ([...children]);

/**
 * Return true if an element is not a passage.
 * @param {Element} element
 */
export const isApart = (element) => element.matches(`${FRAME}, ${OWN}`);

/**
 * Return the blocks of an article, or the items of a list, in order.
 * @param {Element} container
 */
export const blocksOf = (container) => childrenOf(container).filter((child) => !isApart(child));

/**
 * Return true if a block is aligned item by item.
 * @param {Element} block
 */
export const isContainer = (block) => block.matches(CONTAINERS);

/**
 * Return the smallest blocks that are aligned, in order.
 * @param {Element} container
 * @returns {HTMLElement[]}
 */
export const passagesOf = (container) =>
  blocksOf(container).flatMap((block) => (isContainer(block) ? passagesOf(block) : block));

/**
 * Return what align.js needs to know of a block. Links are compared as written: a page and its
 * twin write the same relative path.
 * @param {Element} block
 * @returns {import("./align.js").Passage}
 */
export function describe(block) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const added of copy.querySelectorAll(ADDED)) added.remove();
  const content = copy.textContent.replace(/\s+/g, " ").trim();
  return {
    kind: kindOf(block),
    section: sectionOf(block),
    id: block.id,
    anchors: new Set(anchorsOf(block)),
    numbers: new Set(content.replace(/(?<=\d)[\u00a0\u202f.,](?=\d)/g, "").match(/\d+/g)),
    length: content.length,
  };
}

/** @param {Element} block */
function kindOf(block) {
  if (block.matches(".md-typeset__scrollwrap")) return "table"; // in its boxes: see wrapTable
  if (block.matches("[role=note]")) return "note"; // from the build: the twin has no such passage
  return block.matches("div") ? `div ${block.className}` : block.localName;
}

/** @param {Element} block */
function sectionOf(block) {
  if (block.matches(".footnote")) return "footnotes";
  return block.matches("h1, h2, h3, h4, h5, h6") ? block.id : "";
}

/** @param {Element} block */
function* anchorsOf(block) {
  for (const { id } of block.querySelectorAll("[id]:not([id^=fnref])")) yield `id ${id}`;
  for (const link of block.querySelectorAll("a[href]:not(.headerlink, .footnote-backref)")) {
    yield `link ${link.getAttribute("href")}`;
  }
  for (const code of block.querySelectorAll("code")) yield `code ${code.textContent}`;
  for (const image of block.querySelectorAll("img")) {
    yield `image ${image.getAttribute("src")?.split("/").at(-1)}`;
  }
}
