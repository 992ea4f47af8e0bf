// Filters the timeline by theme. The choice is in the address (?theme=...), so that it can be
// shared; the number of events shown is announced.
import { find } from "../frame/dom.js";

/** @type {HTMLFormElement|null} */
const form = document.querySelector(".timeline-filter");
const article = form?.closest("article");

if (form && article) {
  const output = find(form, "output", HTMLOutputElement);
  const boxes = form.querySelectorAll("input");

  const chosen = () => [...boxes].filter(({ checked }) => checked).map(({ value }) => value);

  const show = () => {
    const themes = chosen();
    /** @type {NodeListOf<HTMLElement>} */
    const events = article.querySelectorAll("li[data-theme]");
    for (const event of events) {
      event.hidden = themes.length > 0 && !themes.includes(event.dataset.theme ?? "");
    }
    for (const list of article.querySelectorAll("ul:has(> li[data-theme])")) {
      const isEmpty = !list.querySelector(":scope > li:not([hidden])");
      list.toggleAttribute("hidden", isEmpty);
      // In the facing edition the year precedes the list in both languages.
      let year = list.previousElementSibling;
      for (; year?.matches(".year"); year = year.previousElementSibling) {
        year.toggleAttribute("hidden", isEmpty);
      }
    }
    const count = article.querySelectorAll("li[data-theme]:not(.twin, [hidden])").length;
    const words = count === 1 ? output.dataset.one : output.dataset.many;
    output.value = words?.replace("{}", String(count)) ?? "";
  };

  const read = () => {
    const themes = new URLSearchParams(location.search).getAll("theme");
    for (const box of boxes) box.checked = themes.includes(box.value);
    show();
  };

  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.delete("theme");
    for (const theme of chosen()) address.searchParams.append("theme", theme);
    history.pushState(null, "", address);
    show();
  });
  addEventListener("popstate", read);
  article.addEventListener("facing", show); // adds or removes the events of the other language

  form.hidden = false;
  read();
}
