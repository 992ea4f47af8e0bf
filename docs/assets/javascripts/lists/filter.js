// Filters a list: the timeline by theme, the sources by publisher, grade, agency and language. The
// choice is in the address (?theme=...), so that it can be shared; the number of items shown is
// announced. Headings without any item are hidden.
import { find } from "../frame/dom.js";

/** @type {HTMLFormElement|null} */
const form = document.querySelector(".list-filter");
const article = form?.closest("article");

if (form && article) {
  const output = find(form, "output", HTMLOutputElement);
  const boxes = [...form.querySelectorAll("input")].filter(({ type }) => type === "checkbox");
  const names = [...new Set(boxes.map(({ name }) => name))];
  /** @type {HTMLInputElement|null} */
  const field = form.querySelector("input[type=search]");
  const ITEMS = `li[data-${names[0]}]`;

  const chosen = (/** @type {string} */ name) =>
    boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);

  const isMatch = (/** @type {HTMLElement} */ item) =>
    plain(nameOf(item)).includes(plain(field?.value ?? "")) &&
    names.every((name) => {
      const values = chosen(name);
      const own = item.dataset[name]?.split(" ") ?? [];
      return values.length === 0 || own.some((value) => values.includes(value));
    });

  const show = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const items = article.querySelectorAll(ITEMS);
    for (const item of items) {
      // In the facing edition a translation is shown with its original.
      const own = document.getElementById(item.id.replace(/^twin-/, ""));
      item.hidden = !isMatch(own ?? item);
    }
    hideEmptySections();
    const count = article.querySelectorAll(`${ITEMS}:not(.twin, [hidden])`).length;
    const words = count === 1 ? output.dataset.one : output.dataset.many;
    output.value = words?.replace("{}", String(count)) ?? "";
  };

  /** Hide each list without items, and the headings and introductions that have no list left. */
  const hideEmptySections = () => {
    const filled = { h2: false, h3: false };
    let isBelowAll = true;
    for (let block = article.lastElementChild; block && block !== form;) {
      if (block.matches(`ul:has(> ${ITEMS})`)) {
        isBelowAll = false;
        const isFilled = block.querySelector(":scope > li:not([hidden])") !== null;
        block.toggleAttribute("hidden", !isFilled);
        filled.h2 ||= isFilled;
        filled.h3 ||= isFilled;
      } else if (block.matches("h2, h3, p") && !isBelowAll) {
        block.toggleAttribute("hidden", !(block.matches("h3") ? filled.h3 : filled.h2));
        if (block.matches("h2, h3") && !block.matches(".twin")) {
          filled.h3 = false;
          if (block.matches("h2")) filled.h2 = false;
        }
      }
      block = block.previousElementSibling;
    }
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    if (field) field.value = query.get(field.name) ?? "";
    show();
  };

  form.addEventListener("input", ({ target }) => {
    const address = new URL(location.href);
    for (const name of [...names, field?.name ?? ""]) address.searchParams.delete(name);
    for (const { name, value } of boxes.filter(({ checked }) => checked)) {
      address.searchParams.append(name, value);
    }
    if (field?.value) address.searchParams.set(field.name, field.value);
    // Typing makes one entry in the history, not one for each letter.
    if (target === field) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  article.addEventListener("facing", show); // adds or removes the items of the other language

  if (field) field.after(suggestions(field, [...article.querySelectorAll(ITEMS)].map(nameOf)));
  form.hidden = false;
  read();
}

/** @param {Element} item */
function nameOf(item) {
  return item.querySelector(":scope > b")?.textContent ?? "";
}

/**
 * Return a text without accents and case.
 * @param {string} text
 */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * Return the list of what can be typed in a field, each once.
 * @param {HTMLInputElement} field
 * @param {string[]} texts
 */
function suggestions(field, texts) {
  const list = document.createElement("datalist");
  list.id = `${field.name}-suggestions`;
  list.append(...[...new Set(texts)].map((text) => new Option(text)));
  field.setAttribute("list", list.id);
  return list;
}
