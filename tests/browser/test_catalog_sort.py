"""The table of models is sorted by every column, as the tests sort the data."""

import pytest
from playwright.sync_api import Page

from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    DAY,
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
from tests.support.catalog_rows import row_of


@pytest.mark.parametrize("locale", LOCALES)
def test_every_column_sorts_both_ways(locale: Locale, page: Page) -> None:
    watch = Watch(page)
    page.clock.set_fixed_time(f"{DAY}T12:00:00")
    open_table(page, locale)
    found = measure_unseen(page, "rowsByColumn")
    assert {column for column, *_ in found} == {*WORDS, *FIGURES}
    for column, direction, said, order in found:
        assert said == [[column, direction]]
        assert order == in_order(column, direction == "descending", locale), (column, direction)
    assert watch.end() == []


def test_the_sorted_values_are_bold_and_only_their_column_has_an_arrow(page: Page) -> None:
    open_table(page)
    found = page.evaluate(f"{SCRIPT}.emphasis()")
    assert [(column, bold) for column, bold, _ in found if bold != [column]] == []
    assert [(column, arrows) for column, _, arrows in found if arrows != [column]] == []


def test_column_headers_stay_visible_and_sorting_keeps_the_place(page: Page) -> None:
    open_table(page)
    row = page.locator(row_of(row_key(MODELS[-9])))
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


def test_the_button_to_the_top_covers_no_head_and_the_text_is_below_the_logo(page: Page) -> None:
    open_table(page)
    row = page.locator(row_of(row_key(MODELS[-9])))
    row.evaluate("row => row.scrollIntoView({block: 'center'})")
    page.mouse.wheel(0, -100)
    page.locator(".md-top:not([hidden])").wait_for()
    boxes = [page.locator(part).bounding_box() for part in (".md-top", ".catalog__table thead")]
    top, head = boxes
    assert top and head
    assert top["y"] > head["y"] + head["height"]
    logo, text = (
        page.locator(part).bounding_box() for part in (".md-header .md-logo svg", "#models")
    )
    assert logo and text
    assert text["x"] == pytest.approx(logo["x"], abs=1)
