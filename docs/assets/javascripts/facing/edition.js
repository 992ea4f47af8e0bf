// The facing edition: French on the left, English on the right, block by block.
import { closest, find, focusOn } from "../frame/dom.js";
import { isOnScreen } from "../frame/place.js";
import { isAsked, withRegard } from "./address.js";
import { keepPlace } from "./place.js";

const article = find(document, "article", HTMLElement);
/** @type {HTMLButtonElement|null} */
const button = article.querySelector(".page-tools__facing");

/** @type {typeof import("./parts.js")|null} */
let edition = null;
/** @type {import("./twin.js").Twin|null} */
let twin = null;

const isOpen = () => article.classList.contains("facing");

if (button) {
  const status = find(article, ".page-status", HTMLElement);
  button.hidden = false;
  button.addEventListener("click", () => (isOpen() ? close(button, status) : open(button, status)));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen() && !isForOther(event)) close(button, status);
  });
  if (isAsked()) open(button, status);
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} status
 */
async function open(button, status) {
  if (article.hasAttribute("aria-busy")) return;
  article.setAttribute("aria-busy", "true");
  try {
    edition = await import("./parts.js");
    const address = new URL(button.dataset.twin ?? "", location.href);
    [twin] = await Promise.all([twin ?? edition.fetchTwin(address), loaded()]);
  } catch {
    status.textContent = status.dataset.failed ?? "";
    return;
  } finally {
    article.removeAttribute("aria-busy");
  }
  const { adopt, interleave } = edition;
  const other = twin;
  find(document, ".copy-citation", HTMLElement).dataset.twinCitation = other.citation;
  keepPlace(article, () => {
    // Not importNode: it would load images by addresses relative to this page.
    const blocks = /** @type {Element} */ (other.article.cloneNode(true));
    const rows = interleave(article, blocks, (block) => adopt(block, other));
    status.textContent = summary(rows, status.dataset.open ?? "");
    mark(button, true);
  });
  // The address can lead to a passage of the twin, which was not there before.
  if (location.hash.startsWith("#twin-")) location.replace(location.hash);
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} status
 */
function close(button, status) {
  const read = keepPlace(article, () => {
    edition?.separate(article);
    status.textContent = "";
    mark(button, false);
  });
  // If the focus stayed on the button, the next Tab would scroll back to it.
  if (document.activeElement === button && !isOnScreen(button)) focusOn(read);
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} opened
 */
function mark(button, opened) {
  button.setAttribute("aria-pressed", String(opened));
  // For scripts that count or hide passages.
  article.dispatchEvent(new Event("facing"));
  history.replaceState(history.state, "", withRegard(location.href, opened));
}

/**
 * Return how many passages are in pairs, and how many are alone.
 * @param {import("./interleave.js").Row[]} rows
 * @param {string} words
 */
function summary(rows, words) {
  const passages = rows.filter((row) => row.some((block) => block?.textContent.trim())); // no <hr>
  const paired = passages.filter(([own, other]) => own && other).length;
  return words
    .replace("{paired}", String(paired))
    .replace("{alone}", String(passages.length - paired));
}

/**
 * Return true if Escape is for a field, or for what is open over the page.
 * @param {KeyboardEvent} event
 */
function isForOther(event) {
  const over = "dialog[open], [data-md-toggle]:checked, .md-tooltip2--active"; // the search, the drawer
  const field = "input, textarea, select, [contenteditable]";
  return event.defaultPrevented || document.querySelector(over) || closest(event, field);
}

/** Wait until the page is loaded and its tables are in their boxes. */
function loaded() {
  if (document.readyState === "complete") return;
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}
