// Models side by side: facts as rows, models as columns, differences marked.
import { part, say } from "./parts.js";

/**
 * Makes what shows a comparison in place of the list, and takes it away again.
 * @param {Element} root
 * @param {import("./rows.js").Column[]} columns
 * @param {() => void} onClose
 */
export function comparer(root, columns, onClose) {
  let section = null;
  let keys = "";
  let listAt = 0;

  return {
    isOpen: () => section !== null,
    /** @param {import("./rows.js").Model[]} models Two to four. */
    open(models) {
      const asked = models.map(({ key }) => key).join();
      if (asked === keys) return;
      if (!section) listAt = scrollY;
      section?.remove();
      keys = asked;
      section = compareModels(root, columns, models);
      section.querySelector(".catalog__back").addEventListener("click", onClose);
      root.prepend(section);
      root.classList.add("catalog--comparing");
      section.focus();
    },
    close() {
      section.remove();
      section = null;
      keys = "";
      root.classList.remove("catalog--comparing");
      scrollTo({ top: listAt, behavior: "instant" });
    },
  };
}

function compareModels(root, columns, models) {
  const section = part(root, "comparison");
  const table = section.querySelector("table");
  const [, ...facts] = columns.map((column, at) => ({
    ...column,
    texts: models.map(({ texts }) => texts[at]),
    // What one document states and another leaves out is no difference.
    differs: new Set(models.map(({ values }) => values[at]).filter(Boolean)).size > 1,
  }));
  table.tHead.rows[0].append(...models.map(headOf));
  table.tBodies[0].append(...facts.map((fact) => rowOf(fact, table.dataset)));
  const words = section.querySelector(".catalog__differences");
  const number = facts.filter(({ differs }) => differs).length;
  words.textContent = say(words.dataset.words, { number, total: facts.length });
  return section;
}

function headOf({ page, texts: [name] }) {
  const cell = document.createElement("th");
  cell.scope = "col";
  const link = cell.appendChild(document.createElement("a"));
  link.href = page;
  link.textContent = name;
  return cell;
}

function rowOf({ label, type, texts, differs }, words) {
  const row = document.createElement("tr");
  const head = row.appendChild(document.createElement("th"));
  head.scope = "row";
  head.textContent = label;
  if (differs) {
    row.className = "catalog--differs";
    const mark = head.appendChild(document.createElement("span"));
    mark.className = "catalog__mark";
    mark.textContent = words.differs;
  }
  for (const text of texts) {
    const cell = row.insertCell();
    cell.textContent = text || words.unstated;
    cell.classList.toggle("catalog--unstated", !text);
    cell.classList.toggle("number", type === "number");
  }
  return row;
}
