// Opens the search: by its button, by / or Ctrl+K, or by ?q= in the address. Nothing of it is
// loaded before, except when the pointer comes near. The button replaces a link to the site index.
import { take } from "./address.js";

// The page for missing addresses has one link for each language, all but one hidden.
for (const link of document.querySelectorAll("a[data-search]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...link.childNodes);
  for (const { name, value } of link.attributes) {
    if (name !== "href") button.setAttribute(name, value);
  }
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => {
    button.focus(); // Safari does not focus it; the dialog returns the focus to it
    open();
  });
  for (const near of ["pointerenter", "focus"]) {
    button.addEventListener(near, prepare, { once: true });
  }
  link.replaceWith(button);
}

addEventListener("keydown", (event) => {
  const { key, altKey, shiftKey, target } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const isShortcut = isCommand
    ? key.toLowerCase() === "k" && !altKey && !shiftKey
    : key === "/" && !isTyping(target);
  if (!isShortcut || event.defaultPrevented) return;
  event.preventDefault();
  open();
});

const asked = take("q");
if (asked !== null && shownButton()) open(asked);

if (new URLSearchParams(location.search).has("highlight")) {
  import("./search.js").then(({ highlight }) => highlight());
}

async function open(query = "") {
  const { openSearch } = await import("./search.js");
  const button = shownButton();
  if (button) openSearch(button, query);
}

async function prepare() {
  const search = await import("./search.js");
  const button = shownButton();
  if (button) search.prepare(button);
}

/** Return the button in the language of the page. */
function shownButton() {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll("button[data-search]");
  return [...buttons].find((button) => !button.hidden);
}

/** @param {EventTarget|null} target */
const isTyping = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
