// What the text of a page is made of, as align.js takes it.

/**
 * What stands in an article without being a passage: the frame, and what each language has for
 * itself (ways into its own order, tables, files, remarks on its own words).
 */
const FRAME = ".page-tools, .page-status, .edit-link, .page-meta, .md-content__button";
const OWN = ".letters, .timeline-filter, .downloads, .catalog, .rendering";
/** What is aligned item by item; the facts of a model are the same in both languages. */
const CONTAINERS = "ul, ol, dl:not(.facts), .footnote";
/** What is written into a passage, but by the build and not the author. */
const ADDED = ".headerlink, .footnote-ref, .footnote-backref";

/** Tells whether an element is no passage. */
export const isApart = (element) => element.matches(`${FRAME}, ${OWN}`);

/** Returns the blocks of an article, or the items of a list, in order. */
export const blocksOf = (container) => [...container.children].filter((child) => !isApart(child));

/** Tells whether a block is aligned item by item. */
export const isContainer = (block) => block.matches(CONTAINERS);

/** Returns the smallest blocks that are aligned, in order. */
export const passagesOf = (container) =>
  blocksOf(container).flatMap((block) => (isContainer(block) ? passagesOf(block) : block));

/**
 * Returns what align.js needs to know of a block. Links count as written, for a page and its
 * twin write the same path from where each stands.
 * @returns {import("./align.js").Passage}
 */
export function describe(block) {
  const text = block.cloneNode(true);
  for (const added of text.querySelectorAll(ADDED)) added.remove();
  const content = text.textContent.replace(/\s+/g, " ").trim();
  return {
    kind: kindOf(block),
    section: sectionOf(block),
    id: block.id,
    anchors: new Set(anchorsOf(block)),
    numbers: new Set(content.replace(/(?<=\d)[\u00a0\u202f.,](?=\d)/g, "").match(/\d+/g)),
    length: content.length,
  };
}

function kindOf(block) {
  if (block.matches(".md-typeset__scrollwrap")) return "table"; // so the theme wraps tables
  if (block.matches("[role=note]")) return "note"; // the build's: the twin has no such passage
  return block.matches("div") ? `div ${block.className}` : block.localName;
}

function sectionOf(block) {
  if (block.matches(".footnote")) return "footnotes";
  return block.matches("h1, h2, h3, h4, h5, h6") ? block.id : "";
}

function* anchorsOf(block) {
  for (const { id } of block.querySelectorAll("[id]:not([id^=fnref])")) yield `id ${id}`;
  for (const link of block.querySelectorAll("a[href]:not(.headerlink, .footnote-backref)")) {
    yield `link ${link.getAttribute("href")}`;
  }
  for (const code of block.querySelectorAll("code")) yield `code ${code.textContent}`;
  for (const picture of block.querySelectorAll("img")) {
    yield `picture ${picture.getAttribute("src").split("/").at(-1)}`;
  }
}
