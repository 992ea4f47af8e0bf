// Marks, in the page that a search has led to, the words that it was found by, until they are cleared.
import { take } from "./address.js";
import { fold } from "./query.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

export function highlight() {
  const words = new Set(new URLSearchParams(location.search).get("highlight").split(" "));
  const article = document.querySelector("article");
  for (const node of textsOf(article)) mark(node, words);
  if (!article.querySelector("mark.found")) return;
  const button = document.querySelector("template.found-clear").content.firstElementChild.cloneNode(true);
  button.addEventListener("click", () => {
    clear(article);
    button.remove();
    take("highlight");
    focusOn(article);
  });
  document.body.append(button);
}

function textsOf(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  const apart = "script, style, .headerlink, .page-tools, .page-status, .page-meta, .footnote";
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(apart)) nodes.push(walker.currentNode);
  }
  return nodes;
}

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

/** Else the next Tab would lead from where the button was, at the end of the page. */
function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

function clear(article) {
  for (const marked of article.querySelectorAll("mark.found")) {
    const parent = marked.parentElement;
    marked.replaceWith(...marked.childNodes);
    parent.normalize();
  }
}
