// Returns every block and list item of the facing edition with its place on the screen, in the
// order of the page, as JSON; `apart` are the classes of what is no passage.
(apart) => JSON.stringify(
  [...document.querySelectorAll("article.facing, article .facing")]
    .flatMap((box) => [...box.children])
    .filter((block) => !block.matches(".facing, hr"))
    .filter((block) => !apart.some((name) => block.classList.contains(name)))
    .sort((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1)
    .map((block) => {
      const { left, right, top, bottom } = block.getBoundingClientRect();
      const refs = [...block.querySelectorAll("a.footnote-ref")].map((a) => a.hash);
      return {
        own: !block.matches(".twin"),
        lang: block.closest("[lang]").lang,
        kind: block.querySelector("table") ? "table" : block.localName,
        id: block.id.replace("twin-", ""),
        notes: refs.map((hash) => hash.replace("#twin-", "#")),
        row: block.style.getPropertyValue("--row"),
        left,
        right,
        top,
        bottom,
      };
    }),
)
