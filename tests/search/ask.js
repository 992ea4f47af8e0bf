// Searches in the open dialog without the wait for a pause in typing: changing the check box
// searches at once. Returns the addresses of the hits and the spelling suggested.
async ([query, field, results]) => {
  const input = document.querySelector(field), list = document.querySelector(results);
  input.value = query;
  document.querySelector("dialog.search input[name=both]").dispatchEvent(new Event("change"));
  while (list.getAttribute("aria-busy") !== "false") await new Promise((r) => setTimeout(r, 5));
  const suggested = document.querySelector(".search__suggested");
  return {
    hits: [...list.querySelectorAll("[data-search-hit]")].map((link) => link.href),
    suggestion: suggested.hidden ? "" : suggested.innerText,
  };
}
