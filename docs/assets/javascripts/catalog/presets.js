// The presets: links to addresses of the table, which change it without loading the page again.
import { closest } from "../frame/dom.js";
import { withState } from "./state.js";

/**
 * @param {HTMLFormElement} form
 * @param {(search: string) => void} onChoose
 */
export function listenToPresets(form, onChoose) {
  form.addEventListener("click", (event) => {
    const link = closest(event, ".catalog__presets a");
    const isPlainClick = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !isPlainClick) return;
    event.preventDefault();
    onChoose(link.search);
  });
}

/**
 * Mark the preset that a state is.
 * @param {HTMLFormElement} form
 * @param {import("./state.js").State} state
 */
export function showPreset(form, state) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = form.querySelectorAll(".catalog__presets a");
  for (const link of links) {
    const isChosen = withState(link.href.replace(/\?[^#]*/, ""), state).search === link.search;
    if (isChosen) link.ariaCurrent = "true";
    else link.removeAttribute("aria-current");
  }
}
