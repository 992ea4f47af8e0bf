// Opens the search: by its button, by / or Ctrl+K, or by ?q= in the address. Until then, or until
// the pointer comes near, nothing of it is loaded. The button stands for a link to the site index.
import { take } from "./address.js";

// On the page of missing addresses there is one a language, and all but one are hidden.
const links = [...document.querySelectorAll("a[data-search]")];

for (const link of links) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...link.childNodes);
  for (const { name, value } of link.attributes) if (name !== "href") button.setAttribute(name, value);
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => {
    button.focus(); // which Safari leaves undone; the dialog gives it back
    open();
  });
  for (const near of ["pointerenter", "focus"]) {
    button.addEventListener(near, () => load().then(({ prepare }) => prepare(shown())), { once: true });
  }
  link.replaceWith(button);
}

addEventListener("keydown", (event) => {
  const { key, altKey, target } = event;
  const command = event.ctrlKey || event.metaKey;
  const isKey = command
    ? key.toLowerCase() === "k" && !altKey && !event.shiftKey
    : key === "/" && !isTyping(target);
  if (!isKey || event.defaultPrevented) return;
  event.preventDefault();
  open();
});

const asked = take("q");
if (asked !== null && shown()) open(asked);

if (new URLSearchParams(location.search).has("highlight")) {
  import("./highlight.js").then(({ highlight }) => highlight());
}

async function open(query = "") {
  const button = shown();
  if (!button) return;
  const { openSearch } = await load();
  openSearch(button, query);
}

function load() {
  return import("./dialog.js");
}

/** Returns the button that the reader sees. */
function shown() {
  return [...document.querySelectorAll("button[data-search]")].find((button) => !button.hidden);
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.("input, textarea, select");
}
