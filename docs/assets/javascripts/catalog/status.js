// The number of models left: shown at once, announced to screen readers when the typing pauses.
import { find } from "../frame/dom.js";
import { format } from "./parts.js";

const PAUSE = 600; // milliseconds

let timer = 0;

/**
 * @param {HTMLFormElement} form Has the words in its data attributes.
 * @param {number} left
 * @param {number} total
 */
export function showCount(form, left, total) {
  const visible = find(form, ".catalog__count", HTMLElement);
  const spoken = find(form, "[role=status]", HTMLElement);
  const { none, one, many } = visible.dataset;
  const words = left === 0 ? none : left === 1 ? one : many;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  visible.textContent = format(words, { left: number.format(left), total: number.format(total) });
  clearTimeout(timer);
  timer = setTimeout(() => {
    spoken.textContent = visible.textContent;
  }, PAUSE);
}
