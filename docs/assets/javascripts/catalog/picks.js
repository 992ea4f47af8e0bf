// The models picked for the comparison: a box in each row, and a bar that leads to it.
import { part, say } from "./parts.js";

/** How many can stand side by side. */
export const MOST = 4;

/**
 * Makes the boxes and the bar.
 * @param {Element} root
 * @param {(keys: string[]) => void} onCompare
 */
export function makePicks(root, onCompare) {
  const picked = new Map(); // names by key
  const label = part(root, "pick");
  const bar = part(root, "bar");
  const [names, compare, clear] = bar.children;
  root.append(bar);

  const setBox = (box) => {
    box.checked = picked.has(box.value);
    box.disabled = picked.size >= MOST && !box.checked;
  };
  const show = () => {
    root.querySelectorAll(".catalog__pick input").forEach(setBox);
    bar.hidden = picked.size === 0;
    compare.disabled = picked.size < 2;
    names.textContent = say(names.dataset.words, { names: [...picked.values()].join(", ") });
  };

  root.addEventListener("change", ({ target }) => {
    if (!target.matches(".catalog__pick input")) return;
    if (target.checked) picked.set(target.value, nameIn(target.closest("tr")));
    else picked.delete(target.value);
    show();
  });
  compare.addEventListener("click", () => onCompare([...picked.keys()]));
  clear.addEventListener("click", () => {
    const [first] = picked.keys();
    picked.clear();
    show();
    // The bar is gone, and the focus with it.
    (root.querySelector(`input[value="${first}"]`) ?? root.querySelector("input")).focus();
  });

  const addBox = (row) => {
    const own = label.cloneNode(true);
    const box = own.querySelector("input");
    box.value = row.dataset.key;
    box.ariaLabel = say(box.dataset.words, { name: nameIn(row) });
    own.title = box.ariaLabel;
    row.cells[0].prepend(own);
    return box;
  };

  return {
    /** Gives a row its box or, where it has one, brings it up to date. */
    refresh: (row) => setBox(row.querySelector(".catalog__pick input") ?? addBox(row)),
    /** Picks these models and no others. */
    set(models) {
      picked.clear();
      for (const { key, texts } of models) picked.set(key, texts[0]);
      show();
    },
    focus: () => compare.focus(),
  };
}

const nameIn = (row) => row.querySelector("a").textContent;
