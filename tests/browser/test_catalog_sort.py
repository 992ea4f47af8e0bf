"""The table of models is sorted by every column, as the tests sort the data."""

import pytest
from playwright.sync_api import Page

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    FIGURES,
    MODELS,
    SCRIPT,
    WORDS,
    in_order,
    measure_unseen,
    open_table,
    row_key,
)
from tests.browser.visits import Watch


@pytest.mark.parametrize("locale", LOCALES)
def test_every_column_sorts_both_ways(locale: Locale, page: Page) -> None:
    watch = Watch(page)
    open_table(page, locale)
    found = measure_unseen(page, "rowsByColumn")
    assert {column for column, *_ in found} == {*WORDS, *FIGURES}
    for column, direction, said, order in found:
        assert said == [[column, direction]]
        assert order == in_order(column, direction == "descending", locale), (column, direction)
    assert watch.end() == []


def test_column_headers_stay_visible_and_sorting_keeps_the_place(page: Page) -> None:
    open_table(page)
    row = page.locator(f"tr[data-key={row_key(MODELS[-9])}]")
    row.evaluate("row => row.scrollIntoView({block: 'center'})")
    before = page.evaluate("scrollY")
    head = page.locator("[data-column=maker]").bounding_box()
    bar = page.locator(".md-header").bounding_box()
    assert head and bar
    assert head["y"] == pytest.approx(bar["y"] + bar["height"], abs=1)
    places = page.evaluate(f"{SCRIPT}.placesWhileSorting()")
    assert all(place == pytest.approx(before, abs=800) for place in places), (
        "sorting moved the reader"
    )
