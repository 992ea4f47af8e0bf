// Each table scrolls inside itself, in the boxes that the theme's styles are for.
import { wrapTable } from "./dom.js";

/** @type {NodeListOf<HTMLTableElement>} */
const tables = document.querySelectorAll("article table:not([class])");
for (const table of tables) {
  const place = new Comment();
  table.replaceWith(place);
  place.replaceWith(wrapTable(table));
}
