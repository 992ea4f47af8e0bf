// Marks the words of the search that led to this page, until the reader clears them.
import { find, focusOn } from "../frame/dom.js";
import { take } from "./address.js";
import { fold } from "./query.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;
const APART = "script, style, .headerlink, .page-tools, .page-status, .page-meta, .footnote";

export function highlight() {
  const words = new Set(new URLSearchParams(location.search).get("highlight")?.split(" "));
  const article = find(document, "article", HTMLElement);
  for (const node of textsOf(article)) mark(node, words);
  if (!article.querySelector("mark.found")) return;
  const { content } = find(document, "template.found-clear", HTMLTemplateElement);
  const button = find(document.importNode(content, true), "button", HTMLButtonElement);
  button.addEventListener("click", () => {
    clear(article);
    button.remove();
    take("highlight");
    // Otherwise the next Tab would go on from the place of the button, at the end of the page.
    focusOn(article);
  });
  document.body.append(button);
}

/** @param {Element} article */
function textsOf(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && !node.parentElement?.closest(APART)) nodes.push(node);
  }
  return nodes;
}

/**
 * @param {Text} node
 * @param {Set<string>} words
 */
function mark(node, words) {
  const found = [...node.data.matchAll(WORD)].filter(([word]) => words.has(fold(word)));
  for (const { 0: word, index } of found.reverse()) {
    const marked = document.createElement("mark");
    marked.className = "found";
    const rest = node.splitText(index);
    rest.splitText(word.length);
    rest.replaceWith(marked);
    marked.append(rest);
  }
}

/** @param {Element} article */
function clear(article) {
  for (const marked of article.querySelectorAll("mark.found")) {
    const parent = marked.parentElement;
    marked.replaceWith(...marked.childNodes);
    parent?.normalize();
  }
}
