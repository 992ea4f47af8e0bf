// The search, the presets, the filters and, on narrow screens, the menu that sorts.
import { closest, find } from "../frame/dom.js";
import { dayOf } from "./days.js";
import { isBounded, UNBOUNDED } from "./ranges.js";
import { UNSORTED } from "./state.js";

/**
 * @typedef {object} Facet A column that can be filtered.
 * @property {string} name
 * @property {string} match "any" or "all": which of the values chosen a model must have.
 * @property {string[]} values
 * @property {Map<string, string>} labels The value of each label.
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
      labels: new Map(
        boxes.map((
          { value, nextElementSibling },
        ) => [nextElementSibling?.textContent ?? "", value]),
      ),
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
 * @param {import("./ranges.js").Range[]} ranges
 * @param {(changes: Partial<import("./state.js").State>, how?: {typed: boolean}) => void} onChange
 */
export function listen(form, columns, facets, ranges, onChange) {
  const { search, column, descending } = fieldsOf(form);
  column.append(...columns.map(({ name, label }) => new Option(label, name)));

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === search) onChange({ find: search.value }, { typed: true });
    else if (closest(event, "[data-range]")) {
      const bounds = ranges.map(({ name }) => [name, readBounds(form, name)]);
      onChange({ bounds: new Map(/** @type {[string, any][]} */ (bounds)) }, { typed: true });
    }
  });
  form.addEventListener("change", (event) => {
    if (closest(event, "[data-match]")) {
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
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    onChange({
      find: "",
      chosen: new Map(facets.map(({ name }) => [name, []])),
      bounds: new Map(ranges.map(({ name }) => [name, UNBOUNDED])),
      sort: UNSORTED,
    });
  });
  closeMenus(form);
}

/**
 * Return the two fields of a range.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const boundFields = (form, name) =>
  find(form, `[data-range="${name}"]`, HTMLFieldSetElement).querySelectorAll("input");

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {import("./ranges.js").Bounds}
 */
function readBounds(form, name) {
  const [from, to] = boundFields(form, name);
  return { from: from.value, to: to.value };
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
  let number = 0; // of filters
  for (const [name, bounds] of state.bounds) {
    const fields = boundFields(form, name);
    [bounds.from, bounds.to].forEach((bound, at) => {
      const value = dayOf(bound);
      if (fields[at].value !== value) fields[at].value = value;
    });
    const menu = fields[0].closest("details");
    if (menu) showChosen(menu, Number(isBounded(bounds)));
    number += Number(isBounded(bounds));
  }
  for (const menu of form.querySelectorAll("details:has([data-match])")) {
    const boxes = [...menu.querySelectorAll("input")];
    const chosen = state.chosen.get(boxes[0].name) ?? [];
    for (const box of boxes) {
      box.checked = chosen.includes(box.value);
      const left = counts?.get(box.name)?.get(box.value);
      if (left === undefined || !box.parentElement) continue;
      find(box.parentElement, ".catalog__number", HTMLElement).textContent = String(left);
      box.parentElement.classList.toggle("catalog--none", left === 0);
    }
    showChosen(menu, chosen.length);
    number += chosen.length;
  }
  showChosen(find(form, ".catalog__open-sheet", HTMLElement), number);
}

/**
 * Show how many filters are chosen in a menu.
 * @param {Element} menu
 * @param {number} number
 */
function showChosen(menu, number) {
  menu.classList.toggle("catalog--chosen", number > 0);
  const chosen = find(menu, ".catalog__chosen", HTMLElement);
  const text = String(number || "");
  if (chosen.textContent !== text) chosen.textContent = text; // the same would be laid out again
}

/**
 * Close a menu when Escape is pressed in it, and when the reader goes on to something else.
 * @param {HTMLFormElement} form
 */
function closeMenus(form) {
  form.addEventListener("keydown", (event) => {
    const menu = closest(event, ".catalog__controls > .catalog__filters details[open]");
    if (event.key !== "Escape" || !menu) return; // in the sheet, it closes the sheet
    event.preventDefault(); // the facing edition closes by Escape, too
    menu.removeAttribute("open");
    find(menu, "summary", HTMLElement).focus();
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const menu = form.querySelector(":scope > .catalog__filters details[open]");
      if (target instanceof Node && !menu?.contains(target)) menu?.removeAttribute("open");
    });
  }
}
