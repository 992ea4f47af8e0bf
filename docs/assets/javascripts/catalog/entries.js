// The entries of the models: one opens if a link leads to it, all by a button. The page works
// without this.
import { find } from "../frame/dom.js";

/** @type {NodeListOf<HTMLDetailsElement>} */
const entries = document.querySelectorAll("details.entry");
const unfold = find(document, ".entries", HTMLButtonElement);
const words = [unfold.textContent, unfold.dataset.fold ?? ""];

unfold.addEventListener("click", () => {
  const isClosed = unfold.textContent === words[0];
  for (const entry of entries) entry.open = isClosed;
  unfold.textContent = words[Number(isClosed)];
});
unfold.hidden = false;

function openTarget() {
  // :target does not match yet while the page loads.
  const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const entry = heading?.nextElementSibling;
  if (entry instanceof HTMLDetailsElement) entry.open = true;
}

addEventListener("hashchange", openTarget);
openTarget();
