// The table of models: searched, filtered, sorted, compared. The page is complete without this;
// what the reader asks for stands in its address (state.js).
import { count, has } from "./bits.js";
import { catalogOf } from "./catalog.js";
import { comparer } from "./compare.js";
import { listen, readFacets, showState } from "./controls.js";
import { filterModels } from "./filter.js";
import { makeButtons, showSort } from "./headers.js";
import { painter } from "./painting.js";
import { makePicks, MOST } from "./picks.js";
import { readColumns, readModels } from "./rows.js";
import { sayCount } from "./status.js";
import { isPlain, readState, withState } from "./state.js";

const root = document.querySelector("[data-catalog]");
const table = root.querySelector("table");
const form = root.querySelector(".catalog__controls");
const columns = readColumns(table);
const facets = readFacets(form);
const inPage = readModels(table);
const locale = document.documentElement.lang;
const catalog = catalogOf(inPage, root.dataset.others, { columns, facets, locale });

const picks = makePicks(root, (compare) => change({ compare }));
const comparison = comparer(root, columns, () => change({ compare: [] }));
const paint = painter(root, table, columns, picks);

let state = readState(location.search, { columns, facets });
let shown = location.search;
let isTyping = false;
let isAsked = false;

makeButtons(table, (column) => {
  const { sort } = state;
  change({ sort: { column, descending: sort.column === column && !sort.descending } });
});
listen(form, columns, change);
form.addEventListener("focusin", catalog, { once: true }); // to have it when it is asked for
form.hidden = false;
for (const { row } of inPage) picks.refresh(row);
root.classList.add("catalog--ready");
if (isPlain(state)) showState(form, state);
else show().then(() => document.querySelector(":target")?.scrollIntoView()); // rows have gone

addEventListener("popstate", () => {
  if (location.search === shown) return; // an anchor has been followed
  shown = location.search;
  state = readState(location.search, { columns, facets });
  isTyping = false;
  ask();
});

/** Takes what the reader changes. A search, however long it is typed, is one step back. */
function change(changes, { typed = false } = {}) {
  state = { ...state, ...changes };
  const address = withState(location.href, state);
  if (typed && isTyping) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  shown = location.search;
  isTyping = typed;
  ask();
}

/** Has the state shown in the next frame, however often it changes until then. */
function ask() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    show();
  });
}

async function show() {
  const { models, byKey, index, order, isPart } = await catalog();
  const { left, counts } = filterModels(index, state);
  showState(form, state, counts);
  showSort(table, state.sort);
  paint(order(state.sort).filter((at) => has(left, at)).map((at) => models[at]));
  sayCount(form, count(left), models.length);
  form.querySelector(".catalog__failed").hidden = !isPart;
  compare([...new Set(state.compare)].flatMap((key) => byKey.get(key) ?? []).slice(0, MOST));
}

function compare(models) {
  if (models.length > 1) {
    picks.set(models);
    comparison.open(models);
  } else if (comparison.isOpen()) {
    comparison.close();
    picks.focus();
  }
}
