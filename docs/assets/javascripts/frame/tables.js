// Each table scrolls inside itself: it stands in the two boxes that the theme styles for it.
for (const table of document.querySelectorAll("article table:not([class])")) {
  const [outer, inner] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => {
    const box = document.createElement("div");
    box.className = name;
    return box;
  });
  table.replaceWith(outer);
  outer.append(inner);
  inner.append(table);
}
