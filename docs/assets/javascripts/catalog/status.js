// How many models are left: at once for the eye, for screen readers when the typing pauses.
import { say } from "./parts.js";

const PAUSE = 600; // milliseconds

let timer;

/**
 * Says a number of models.
 * @param {HTMLFormElement} form Holds the words.
 * @param {number} left
 * @param {number} total
 */
export function sayCount(form, left, total) {
  const visible = form.querySelector(".catalog__count");
  const spoken = form.querySelector("[role=status]");
  const { none, one, many } = visible.dataset;
  const words = left === 0 ? none : left === 1 ? one : many;
  const { format } = new Intl.NumberFormat(document.documentElement.lang);
  visible.textContent = say(words, { left: format(left), total: format(total) });
  clearTimeout(timer);
  timer = setTimeout(() => {
    spoken.textContent = visible.textContent;
  }, PAUSE);
}
