// Copied text has no numbers of notes and no signs of permalinks: "Grok 4.7" with note 115 must not
// become "4.7115".
import { closest } from "../frame/dom.js";
import { withoutMarks } from "./selection.js";

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || closest(event, "input, textarea")) return;
  const copied = withoutMarks(selection);
  if (!copied) return;
  event.clipboardData?.setData("text/plain", copied.text);
  event.clipboardData?.setData("text/html", copied.html);
  event.preventDefault();
});

// What copies with the reference is loaded at the first selection, or the first permalink reached.
const FIRST = ["selectionchange", "pointerover", "focusin"];

/** @param {Event} event */
async function start(event) {
  if (event.type !== "selectionchange" && !closest(event, ".headerlink")) return;
  for (const type of FIRST) document.removeEventListener(type, start);
  const { offerCitation } = await import("./citation.js");
  offerCitation(event);
}
if (navigator.clipboard && document.querySelector(".copy-citation")) {
  for (const type of FIRST) document.addEventListener(type, start);
}
