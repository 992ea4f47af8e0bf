// The facing-page edition: French on the left, English on the right, block by block.
import { isOnScreen, keepPlace } from "./place.js";
import { isAsked, withRegard } from "./address.js";

const article = document.querySelector("article");
const button = article.querySelector(".page-tools__facing");
const status = article.querySelector(".page-status");

// What sets it; fetched with the twin page, for most readers never open the edition.
let edition = null;
let twin = null;

const isOpen = () => article.classList.contains("facing");

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => (isOpen() ? close() : open()));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen() && !isForOther(event)) close();
  });
  if (isAsked()) open();
}

async function open() {
  if (article.hasAttribute("aria-busy")) return;
  article.setAttribute("aria-busy", "true");
  try {
    const parts = await Promise.all([import("./twin.js"), import("./interleave.js")]);
    edition = Object.assign({}, ...parts);
    const address = new URL(button.dataset.twin, location);
    [twin] = await Promise.all([twin ?? edition.fetchTwin(address), loaded()]);
  } catch {
    status.textContent = status.dataset.failed;
    return;
  } finally {
    article.removeAttribute("aria-busy");
  }
  keepPlace(article, () => {
    const blocks = twin.article.cloneNode(true);
    report(edition.interleave(article, blocks, (block) => edition.adopt(block, twin)));
    mark(true);
  });
  // An address may lead to a passage of the twin, which was not there when the page opened.
  if (location.hash.startsWith("#twin-")) location.replace(location.hash);
}

function close() {
  const read = keepPlace(article, () => {
    edition.separate(article);
    status.textContent = "";
    mark(false);
  });
  // Else the next Tab would lead from the button, and the page back to its top.
  if (document.activeElement === button && !isOnScreen(button)) focusOn(read);
}

function mark(opened) {
  button.setAttribute("aria-pressed", opened);
  // For what counts or hides passages.
  article.dispatchEvent(new Event("facing"));
  history.replaceState(history.state, "", withRegard(location.href, opened));
}

function report(rows) {
  const passages = rows.filter((row) => row.some((block) => block?.textContent.trim())); // no rules
  const paired = passages.filter(([own, other]) => own && other).length;
  status.textContent = status.dataset.open
    .replace("{paired}", paired)
    .replace("{alone}", passages.length - paired);
}

function focusOn(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

/** Tells whether Escape is meant for a field, or for what the theme has opened over the page. */
function isForOther(event) {
  const over = "dialog[open], [data-md-toggle]:checked, .md-tooltip2--active"; // the search, the drawer
  const field = "input, textarea, select, [contenteditable]";
  return event.defaultPrevented || document.querySelector(over) || event.target.closest?.(field);
}

/** Waits for the page, whose tables the theme's script has then put in boxes. */
function loaded() {
  if (document.readyState === "complete") return null;
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}
