// The search, the filters and, on narrow screens, the menu that sorts.
import { closest, find } from "../frame/dom.js";
import { UNSORTED } from "./state.js";

/**
 * @typedef {object} Facet A column that can be filtered.
 * @property {string} name
 * @property {string} match "any" or "all": which of the values chosen a model must have.
 * @property {string[]} values
 */

/**
 * Read the facets from the form.
 * @param {HTMLFormElement} form
 * @returns {Facet[]}
 */
export function readFacets(form) {
  /** @type {NodeListOf<HTMLFieldSetElement>} */
  const fieldsets = form.querySelectorAll("fieldset[data-match]");
  return [...fieldsets].map((fieldset) => {
    const boxes = [...fieldset.querySelectorAll("input")];
    return {
      name: boxes[0].name,
      match: fieldset.dataset.match ?? "",
      values: boxes.map(({ value }) => value),
    };
  });
}

/** @param {HTMLFormElement} form */
const fieldsOf = (form) => ({
  search: find(form, "[name=find]", HTMLInputElement),
  column: find(form, "[name=column]", HTMLSelectElement),
  descending: find(form, "[name=descending]", HTMLInputElement),
});

/**
 * Listen to the form.
 * @param {HTMLFormElement} form
 * @param {import("./rows.js").Column[]} columns
 * @param {Facet[]} facets
 * @param {(changes: Partial<import("./state.js").State>, how?: {typed: boolean}) => void} onChange
 */
export function listen(form, columns, facets, onChange) {
  const { search, column, descending } = fieldsOf(form);
  column.append(...columns.map(({ name, label }) => new Option(label, name)));

  form.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", () => onChange({ find: search.value }, { typed: true }));
  form.addEventListener("change", (event) => {
    if (closest(event, "fieldset")) {
      const data = new FormData(form);
      onChange({
        chosen: new Map(facets.map(({ name }) => [name, data.getAll(name).map(String)])),
      });
    }
    if (event.target === column || event.target === descending) {
      const sort = { column: column.value, descending: descending.checked };
      onChange({ sort: column.value ? sort : UNSORTED });
    }
  });
  find(form, ".catalog__reset", HTMLButtonElement).addEventListener("click", () => {
    onChange({ find: "", chosen: new Map(facets.map(({ name }) => [name, []])), sort: UNSORTED });
  });
  closeMenus(form);
}

/**
 * Show a state in the form and, beside each choice, how many models it would leave.
 * @param {HTMLFormElement} form
 * @param {import("./state.js").State} state
 * @param {Map<string, Map<string, number>>} [counts]
 */
export function showState(form, state, counts) {
  const { search, column, descending } = fieldsOf(form);
  // Writing the same value would move the cursor to the end.
  if (search.value !== state.find) search.value = state.find;
  column.value = state.sort.column;
  descending.checked = state.sort.descending;
  descending.disabled = !state.sort.column;
  for (const menu of form.querySelectorAll("details")) {
    const boxes = [...menu.querySelectorAll("input")];
    const chosen = state.chosen.get(boxes[0].name) ?? [];
    for (const box of boxes) {
      box.checked = chosen.includes(box.value);
      const number = counts?.get(box.name)?.get(box.value);
      if (number === undefined || !box.parentElement) continue;
      find(box.parentElement, ".catalog__number", HTMLElement).textContent = String(number);
      box.parentElement.classList.toggle("catalog--none", number === 0);
    }
    find(menu, ".catalog__chosen", HTMLElement).textContent = String(chosen.length || "");
  }
}

/**
 * Close a menu when Escape is pressed in it, and when the reader goes on to something else.
 * @param {HTMLFormElement} form
 */
function closeMenus(form) {
  form.addEventListener("keydown", (event) => {
    const menu = closest(event, "details[open]");
    if (event.key !== "Escape" || !menu) return;
    event.preventDefault(); // the facing edition closes by Escape, too
    menu.removeAttribute("open");
    find(menu, "summary", HTMLElement).focus();
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const menu = form.querySelector("details[open]");
      if (target instanceof Node && !menu?.contains(target)) menu?.removeAttribute("open");
    });
  }
}
