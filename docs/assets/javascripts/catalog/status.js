// The number of models left: shown at once, announced to screen readers when the typing pauses.
import { find } from "../frame/dom.js";
import { wordsFor } from "./parts.js";

const PAUSE = 600; // milliseconds

let timer = 0;

/**
 * @param {HTMLFormElement} form Has the words in its data attributes.
 * @param {number} left
 * @param {number} total
 */
export function showCount(form, left, total) {
  const visible = find(form, ".catalog__count", HTMLElement);
  const show = find(form, ".catalog__show", HTMLElement);
  visible.textContent = wordsFor(left, visible.dataset, total);
  show.textContent = wordsFor(left, show.dataset);
  clearTimeout(timer);
  timer = setTimeout(() => {
    // Beside an open sheet, nothing is announced: the sheet has a region of its own.
    for (const spoken of form.querySelectorAll("[role=status]")) {
      spoken.textContent = visible.textContent;
    }
  }, PAUSE);
}
