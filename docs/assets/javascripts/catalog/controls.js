// The search, the filters and, where the table has no head to click, the order.
import { UNSORTED } from "./state.js";

/**
 * @typedef {object} Facet A column that can be filtered.
 * @property {string} name
 * @property {"any"|"all"} match Whether a model must have one of the values chosen, or all.
 * @property {string[]} values
 */

/**
 * Reads the facets from the form.
 * @returns {Facet[]}
 */
export const readFacets = (form) =>
  [...form.querySelectorAll("fieldset[data-match]")].map((fieldset) => {
    const boxes = [...fieldset.querySelectorAll("input")];
    return { name: boxes[0].name, match: fieldset.dataset.match, values: boxes.map((box) => box.value) };
  });

/**
 * Listens to the form.
 * @param {HTMLFormElement} form
 * @param {import("./rows.js").Column[]} columns
 * @param {(change: object, how?: {typed: boolean}) => void} onChange Takes what of the state has changed.
 */
export function listen(form, columns, onChange) {
  const { find, column, descending } = form.elements;
  column.append(...columns.map(({ name, label }) => new Option(label, name)));

  form.addEventListener("submit", (event) => event.preventDefault());
  find.addEventListener("input", () => onChange({ find: find.value }, { typed: true }));
  form.addEventListener("change", ({ target }) => {
    if (target.closest("fieldset")) onChange({ chosen: chosenIn(form) });
    if (target === column || target === descending) {
      onChange({ sort: column.value ? { column: column.value, descending: descending.checked } : UNSORTED });
    }
  });
  form.querySelector(".catalog__reset").addEventListener("click", () => {
    onChange({ find: "", chosen: new Map(readFacets(form).map(({ name }) => [name, []])), sort: UNSORTED });
  });
  closeMenus(form);
}

function chosenIn(form) {
  const data = new FormData(form);
  return new Map(readFacets(form).map(({ name }) => [name, data.getAll(name)]));
}

/** Makes the form say a state, and how many models each choice would leave. */
export function showState(form, { find, chosen, sort }, counts) {
  // Written only where it differs, else the cursor would jump to the end.
  if (form.elements.find.value !== find) form.elements.find.value = find;
  form.elements.column.value = sort.column;
  form.elements.descending.checked = sort.descending;
  form.elements.descending.disabled = !sort.column;
  for (const menu of form.querySelectorAll("details")) {
    const boxes = [...menu.querySelectorAll("input")];
    const { name } = boxes[0];
    for (const box of boxes) {
      const number = counts?.get(name).get(box.value);
      box.checked = chosen.get(name).includes(box.value);
      if (number !== undefined) showNumber(box.parentElement, number);
    }
    menu.querySelector(".catalog__chosen").textContent = chosen.get(name).length || "";
  }
}

function showNumber(label, number) {
  label.querySelector(".catalog__number").textContent = number;
  label.classList.toggle("catalog--none", number === 0);
}

/** A menu closes when Escape is pressed in it, and when the reader turns to something else. */
function closeMenus(form) {
  const open = () => form.querySelector("details[open]");
  form.addEventListener("keydown", (event) => {
    const menu = event.target.closest("details[open]");
    if (event.key !== "Escape" || !menu) return;
    event.preventDefault(); // else the facing-page edition would close too
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  const leave = ({ target }) => {
    const menu = open();
    if (menu && !menu.contains(target)) menu.open = false;
  };
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);
}
