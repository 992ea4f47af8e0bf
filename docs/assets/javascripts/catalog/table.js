// The table of models: search, filters, sorting and comparison. The page is complete without it;
// its state is in the address (state.js).
import { find } from "../frame/dom.js";
import { makeComparison } from "./compare.js";
import { listen, readFacets, showState } from "./controls.js";
import { filterModels } from "./filter.js";
import { makeSortButtons, showSort } from "./headers.js";
import { makeList } from "./list.js";
import { makePicks, MOST } from "./picks.js";
import { listenToPresets, showPreset } from "./presets.js";
import { readRanges } from "./ranges.js";
import { readColumns, readModels } from "./rows.js";
import { makeSheet } from "./sheet.js";
import { makeSorter } from "./sort.js";
import { isPlain, readState, withState } from "./state.js";
import { showCount } from "./status.js";

const root = find(document, "[data-catalog]", HTMLElement);
const table = find(root, ".catalog__table", HTMLTableElement);
const form = find(root, ".catalog__controls", HTMLFormElement);
const columns = readColumns(table);
const facets = readFacets(form);
const ranges = readRanges(form);
const locale = document.documentElement.lang;
const models = readModels(table, columns, facets, locale);
const sorted = makeSorter(models, columns, locale);
const picks = makePicks(root, models, (compare) => change({ compare }));
const list = makeList(root, columns, models, show);
const comparison = makeComparison(root, columns, () => change({ compare: [] }));

let state = readState(location.search, columns, facets, ranges);
let shown = location.search;
let order = models;
let isTyping = false;
let isAsked = false;

makeSortButtons(table, (column) => {
  const { sort } = state;
  change({ sort: { column, descending: sort.column === column && !sort.descending } });
});
listen(form, columns, facets, ranges, change);
makeSheet(form);
listenToPresets(form, (search) => change(readState(search, columns, facets, ranges)));
form.hidden = false;
root.classList.add("catalog--ready");
if (isPlain(state)) {
  showState(form, state);
  list.show(models);
} else {
  show();
  document.querySelector(":target")?.scrollIntoView(); // rows above it may have gone
}

addEventListener("popstate", () => {
  if (location.search === shown) return; // the reader followed an anchor
  shown = location.search;
  state = readState(location.search, columns, facets, ranges);
  isTyping = false;
  list.restart();
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
  list.restart();
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
  const { left, counts } = filterModels(models, facets, ranges, state);
  showState(form, state, counts);
  showPreset(form, state);
  showSort(table, state.sort);
  for (const model of models) model.row.hidden = !left.has(model);
  const ordered = sorted(state.sort);
  if (ordered !== order) table.tBodies[0].append(...ordered.map(({ row }) => row));
  order = ordered;
  list.show(ordered.filter((model) => left.has(model)));
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
