// The models picked for the comparison: a checkbox in each row, and a bar with the button that
// compares them.
import { find } from "../frame/dom.js";
import { copyPart, format } from "./parts.js";

/** The most models that can be compared. */
export const MOST = 4;

/**
 * Add the checkboxes and the bar.
 * @param {Element} root
 * @param {import("./rows.js").Model[]} models
 * @param {(keys: string[]) => void} onCompare
 */
export function makePicks(root, models, onCompare) {
  /** Names by key. @type {Map<string, string>} */
  const picked = new Map();
  const label = copyPart(root, "pick");
  const bar = copyPart(root, "bar");
  const names = find(bar, "p", HTMLElement);
  const compare = find(bar, ".catalog__compare", HTMLButtonElement);
  root.append(bar);

  const boxes = models.map(({ key, texts: [name], row }) => {
    const own = document.importNode(label, true);
    const box = find(own, "input", HTMLInputElement);
    box.value = key;
    box.ariaLabel = format(box.dataset.words, { name });
    own.title = box.ariaLabel;
    box.addEventListener("change", () => {
      if (box.checked) picked.set(key, name);
      else picked.delete(key);
      show();
    });
    row.cells[0].prepend(own);
    return box;
  });

  const show = () => {
    for (const box of boxes) {
      box.checked = picked.has(box.value);
      box.disabled = picked.size >= MOST && !box.checked;
    }
    bar.hidden = picked.size === 0;
    compare.disabled = picked.size < 2;
    names.textContent = format(names.dataset.words, { names: [...picked.values()].join(", ") });
  };

  compare.addEventListener("click", () => onCompare([...picked.keys()]));
  find(bar, ".catalog__clear", HTMLButtonElement).addEventListener("click", () => {
    const [first] = picked.keys();
    picked.clear();
    show();
    // The focus would go with the bar.
    const box = boxes.find(({ value, isConnected }) => value === first && isConnected);
    (box ?? find(root, "input", HTMLInputElement)).focus();
  });
  show(); // browsers restore checkboxes when a page is reloaded

  return {
    /**
     * Pick these models and no others.
     * @param {import("./rows.js").Model[]} models
     */
    set(models) {
      picked.clear();
      for (const { key, texts: [name] } of models) picked.set(key, name);
      show();
    },
    focus: () => compare.focus(),
  };
}
