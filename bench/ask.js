// Searches in the open dialog, and returns the addresses of the hits.
async (query) => {
  const dialog = document.querySelector("dialog.search");
  const results = dialog.querySelector("[data-search-results]");
  dialog.querySelector("input[name=q]").value = query;
  // This check box searches at once; typing waits for the reader to pause.
  dialog.querySelector("input[name=both]").dispatchEvent(new Event("change"));
  while (results.getAttribute("aria-busy") !== "false") await new Promise((r) => setTimeout(r, 5));
  return [...results.querySelectorAll("[data-search-hit]")].map((link) => link.href);
}
