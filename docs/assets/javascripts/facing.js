// The facing-page edition: French on the left, English on the right, block by block.
import { interleave, separate } from "./interleave.js";
import { isOnScreen, keepPlace } from "./place.js";
import { isAsked, withRegard } from "./regard.js";
import { adopt, fetchTwin } from "./twin.js";

const article = document.querySelector("article");
const button = article.querySelector(".page-tools__facing");
const status = article.querySelector(".page-status");

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
    [twin] = await Promise.all([twin ?? fetchTwin(new URL(button.dataset.twin, location)), loaded()]);
  } catch {
    status.textContent = status.dataset.failed;
    return;
  } finally {
    article.removeAttribute("aria-busy");
  }
  keepPlace(article, () => {
    report(interleave(article, twin.article.cloneNode(true), (block) => adopt(block, twin)));
    mark(true);
  });
  // An address may lead to a passage of the twin, which was not there when the page opened.
  if (location.hash.startsWith("#twin-")) location.replace(location.hash);
}

function close() {
  const read = keepPlace(article, () => {
    separate(article);
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
  const over = "[data-md-toggle]:checked, .md-tooltip2--active"; // the search, the drawer
  const field = "input, textarea, select, [contenteditable]";
  return event.defaultPrevented || document.querySelector(over) || event.target.closest?.(field);
}

/** Waits for the page, whose tables the theme's script has then put in boxes. */
function loaded() {
  if (document.readyState === "complete") return null;
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}
