// Filters the timeline by theme. The choice stands in the address (?theme=...), so that it can
// be shared, and the number of events shown is announced.
const form = document.querySelector(".timeline-filter");

if (form) {
  const article = form.closest("article");
  const output = form.querySelector("output");

  const chosen = () => new FormData(form).getAll("theme");

  const show = () => {
    const themes = chosen();
    for (const event of article.querySelectorAll("li[data-theme]")) {
      event.hidden = themes.length > 0 && !themes.includes(event.dataset.theme);
    }
    for (const list of article.querySelectorAll("ul:has(> li[data-theme])")) {
      list.hidden = [...list.children].every((event) => event.hidden);
      // The year stands above in one language, or in both.
      let year = list.previousElementSibling;
      for (; year?.matches(".year"); year = year.previousElementSibling) year.hidden = list.hidden;
    }
    const count = article.querySelectorAll("li[data-theme]:not(.twin, [hidden])").length;
    const words = count === 1 ? output.dataset.one : output.dataset.many;
    output.value = words.replace("{}", count);
  };

  const read = () => {
    const themes = new URLSearchParams(location.search).getAll("theme");
    for (const box of form.elements.theme) box.checked = themes.includes(box.value);
    show();
  };

  form.addEventListener("change", () => {
    const address = new URL(location);
    address.searchParams.delete("theme");
    for (const theme of chosen()) address.searchParams.append("theme", theme);
    history.pushState(null, "", address);
    show();
  });
  addEventListener("popstate", read);
  article.addEventListener("facing", show); // the other language's events come and go

  form.hidden = false;
  read();
}
