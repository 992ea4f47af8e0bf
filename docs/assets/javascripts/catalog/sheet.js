// The dialog that has the filters on narrow screens. It ends with a button that shows the models.
import { find } from "../frame/dom.js";

/** @param {HTMLFormElement} form */
export function makeSheet(form) {
  const dialog = find(form, "dialog", HTMLDialogElement);
  const filters = find(form, ".catalog__filters", HTMLElement);
  const opener = find(form, ".catalog__open-sheet", HTMLButtonElement);
  const place = new Comment();

  opener.addEventListener("click", () => {
    opener.focus(); // Safari does not focus it; the dialog returns the focus to it
    filters.replaceWith(place);
    find(dialog, ".catalog__sheet-filters", HTMLElement).append(filters);
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    place.replaceWith(filters);
    for (const menu of filters.querySelectorAll("details[open]")) menu.removeAttribute("open");
  });
  dialog.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement) target.scrollIntoView({ block: "nearest" });
  }, true);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close(); // the backdrop
  });
  find(dialog, ".catalog__show", HTMLButtonElement).addEventListener("click", () => {
    dialog.close();
    form.parentElement?.scrollIntoView();
  });
}
