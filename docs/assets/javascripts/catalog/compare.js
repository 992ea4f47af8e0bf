// The comparison of models: facts as rows, models as columns, differences marked.
import { find } from "../frame/dom.js";
import { copyPart, format } from "./parts.js";

/**
 * @typedef {import("./rows.js").Column} Column
 * @typedef {import("./rows.js").Model} Model
 */

/**
 * Return what shows a comparison in place of the table, and removes it again.
 * @param {Element} root
 * @param {Column[]} columns
 * @param {() => void} onClose
 */
export function makeComparison(root, columns, onClose) {
  /** @type {HTMLElement|null} */
  let section = null;
  let keys = "";
  let listAt = 0;

  return {
    isOpen: () => section !== null,
    /** @param {Model[]} models Two to four. */
    open(models) {
      const asked = models.map(({ key }) => key).join();
      if (asked === keys) return;
      if (!section) listAt = scrollY;
      section?.remove();
      keys = asked;
      section = compareModels(root, columns, models);
      find(section, ".catalog__back", HTMLElement).addEventListener("click", onClose);
      root.prepend(section);
      root.classList.add("catalog--comparing");
      section.focus();
    },
    close() {
      section?.remove();
      section = null;
      keys = "";
      root.classList.remove("catalog--comparing");
      scrollTo({ top: listAt, behavior: "instant" });
    },
  };
}

/**
 * @param {Element} root
 * @param {Column[]} columns
 * @param {Model[]} models
 */
function compareModels(root, columns, models) {
  const section = copyPart(root, "comparison");
  const table = find(section, "table", HTMLTableElement);
  table.style.setProperty("--catalog-compared", String(models.length));
  find(table, "thead tr", HTMLElement).append(...models.map(headOf));
  let number = 0;
  const [, ...facts] = columns.keys();
  for (const at of facts) {
    const { name, label, unit, type } = columns[at];
    // A fact that only some documents state is not a difference.
    const differs = new Set(models.map(({ values }) => values[name]).filter(Boolean)).size > 1;
    number += Number(differs);
    const row = table.tBodies[0].insertRow();
    const head = row.appendChild(document.createElement("th"));
    head.scope = "row";
    head.textContent = `${label} ${unit}`.trim();
    if (differs) {
      row.className = "catalog--differs";
      const mark = head.appendChild(document.createElement("span"));
      mark.className = "catalog__mark";
      mark.textContent = table.dataset.differs ?? "";
    }
    for (const { texts } of models) {
      const cell = row.insertCell();
      cell.textContent = texts[at] || (table.dataset.unstated ?? "");
      cell.classList.toggle("catalog--unstated", !texts[at]);
      cell.classList.toggle("number", type === "number");
    }
  }
  const words = find(section, ".catalog__differences", HTMLElement);
  words.textContent = format(words.dataset.words, { number, total: facts.length });
  return section;
}

/** @param {Model} model */
function headOf({ page, texts: [name] }) {
  const cell = document.createElement("th");
  cell.scope = "col";
  const link = cell.appendChild(document.createElement("a"));
  link.href = page;
  link.textContent = name;
  return cell;
}
