"""The table of models is sorted by every column, as the tests sort the data."""

import pytest
from playwright.sync_api import Page

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    FIGURES,
    MODELS,
    WORDS,
    in_order,
    keys,
    open_table,
    rows_after,
    rows_after_unseen,
)
from tests.browser.visits import Watch

EVERY_COLUMN = """
const found = [];
for (const cell of document.querySelectorAll(".catalog__table thead th")) {
    for (const direction of ["ascending", "descending"]) {
        cell.querySelector("button").click();
        const rows = await settled();
        const sorted = [...document.querySelectorAll("[aria-sort]")];
        const said = sorted.map((one) => [one.dataset.column, one.ariaSort]);
        found.push([cell.dataset.column, direction, said, rows]);
    }
}
return found;
"""
# The scroll position in each frame until all rows are painted.
SORT_WATCHED = """
const places = [];
let done = false;
const watch = () => { places.push(scrollY); if (!done) requestAnimationFrame(watch); };
document.querySelector("[data-column=maker] button").click();
requestAnimationFrame(() => requestAnimationFrame(watch));
await settled();
done = true;
return places;
"""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_column_sorts_both_ways(locale: Locale, page: Page) -> None:
    watch = Watch(page)
    open_table(page, locale)
    found = rows_after_unseen(page, EVERY_COLUMN)
    assert {column for column, *_ in found} == {*WORDS, *FIGURES}
    for column, direction, said, order in found:
        assert said == [[column, direction]]
        assert order == in_order(column, direction == "descending", locale), (column, direction)
    assert watch.end() == []


def test_models_without_a_value_come_last_in_both_directions(page: Page) -> None:
    for sort in ("context", "-context"):
        open_table(page, query=f"?sort={sort}")
        order = rows_after(page, "return await settled()")
        unstated = keys(model for model in MODELS if model.context is None)
        assert len(unstated) > 100
        assert order[-len(unstated) :] == unstated


def test_column_headers_stay_visible_and_sorting_keeps_the_place(page: Page) -> None:
    open_table(page)
    row = page.locator(f"tr[data-key={MODELS[-9].key}]")
    row.evaluate("row => row.scrollIntoView({block: 'center'})")
    before = page.evaluate("scrollY")
    head = page.locator("[data-column=maker]").bounding_box()
    bar = page.locator(".md-header").bounding_box()
    assert head and bar
    assert head["y"] == pytest.approx(bar["y"] + bar["height"], abs=1)
    places = rows_after(page, SORT_WATCHED)
    assert all(place == pytest.approx(before, abs=800) for place in places), (
        "sorting moved the reader"
    )
