// The table of models: search, filters, sorting and comparison. The page is complete without it;
// its state is in the address (state.js).
import { find } from "../frame/dom.js";
import { makeComparison } from "./compare.js";
import { listen, readFacets, showState } from "./controls.js";
import { filterModels } from "./filter.js";
import { makeSortButtons, showSort } from "./headers.js";
import { makePicks, MOST } from "./picks.js";
import { readColumns, readModels } from "./rows.js";
import { makeSorter } from "./sort.js";
import { isPlain, readState, withState } from "./state.js";
import { showCount } from "./status.js";

const root = find(document, "[data-catalog]", HTMLElement);
const table = find(root, ".catalog__table", HTMLTableElement);
const form = find(root, ".catalog__controls", HTMLFormElement);
const columns = readColumns(table);
const facets = readFacets(form);
const models = readModels(table, columns);
const sorted = makeSorter(models, columns, document.documentElement.lang);
const picks = makePicks(root, models, (compare) => change({ compare }));
const comparison = makeComparison(root, columns, () => change({ compare: [] }));

let state = readState(location.search, columns, facets);
let shown = location.search;
let order = models;
let isTyping = false;
let isAsked = false;

makeSortButtons(table, (column) => {
  const { sort } = state;
  change({ sort: { column, descending: sort.column === column && !sort.descending } });
});
listen(form, columns, facets, change);
form.hidden = false;
root.classList.add("catalog--ready");
if (isPlain(state)) {
  showState(form, state);
} else {
  show();
  document.querySelector(":target")?.scrollIntoView(); // rows above it may have gone
}

addEventListener("popstate", () => {
  if (location.search === shown) return; // the reader followed an anchor
  shown = location.search;
  state = readState(location.search, columns, facets);
  isTyping = false;
  showSoon();
});

/**
 * Apply a change to the state and the address. All letters of a search are one step of history.
 * @param {Partial<import("./state.js").State>} changes
 * @param {{typed?: boolean}} [how]
 */
function change(changes, { typed = false } = {}) {
  state = { ...state, ...changes };
  const address = withState(location.href, state);
  if (typed && isTyping) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  shown = location.search;
  isTyping = typed;
  showSoon();
}

/** Show the state in the next frame, however often it changes until then. */
function showSoon() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    show();
  });
}

function show() {
  const { left, counts } = filterModels(models, facets, state);
  showState(form, state, counts);
  showSort(table, state.sort);
  for (const model of models) model.row.hidden = !left.has(model);
  const ordered = sorted(state.sort);
  if (ordered !== order) table.tBodies[0].append(...ordered.map(({ row }) => row));
  order = ordered;
  showCount(form, left.size, models.length);
  const compared = state.compare.flatMap((asked) => models.find(({ key }) => key === asked) ?? []);
  compare([...new Set(compared)].slice(0, MOST));
}

/** @param {import("./rows.js").Model[]} compared */
function compare(compared) {
  if (compared.length > 1) {
    picks.set(compared);
    comparison.open(compared);
  } else if (comparison.isOpen()) {
    comparison.close();
    picks.focus();
  }
}
