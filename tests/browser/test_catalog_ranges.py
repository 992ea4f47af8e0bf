"""Ranges and presets: by which limits, prices and dates the table is filtered, and shared."""

import pytest
from playwright.sync_api import Page, expect

from dossier.catalog.model_table import PRESETS
from dossier.catalog.schema import Model
from dossier.locales import LOCALES, Locale
from tests.browser.catalog import (
    DAY,
    DOSSIER,
    MODELS,
    figure,
    having,
    in_order,
    keys,
    open_table,
    query_of,
    row_key,
    rows,
)
from tests.browser.visits import Watch
from tests.support.each import each_reported

ALL = keys(MODELS)


def limit(model: Model) -> int | None:
    return model.context or model.max_input


def retiring(first: str, last: str) -> set[str]:
    return {
        row_key(one) for one in MODELS if one.retirement and first <= str(one.retirement) <= last
    }


LARGE = {row_key(one) for one in MODELS if (limit(one) or 0) >= 1_000_000}
SOON = retiring("2026-12-15", "2027-06-15")
TOOLS = {*having(capabilities="tools")}
ALIVE = {*having(lifecycle="ga"), *having(lifecycle="preview")}
PRICED = {row_key(one) for one in MODELS if figure(one, "price_input") is not None}
EXPECTED = {
    "large": [key for key in ALL if key in LARGE],
    "retiring": [key for key in in_order("retirement", False, "fr") if key in SOON],
    "cheapest": [
        key for key in in_order("price_input", False, "fr") if key in TOOLS & ALIVE & PRICED
    ],
    "grok": [row_key(one) for one in MODELS if "grok" in one.id],
}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_preset_is_a_link_that_filters_can_be_shared_and_is_marked(
    locale: Locale, page: Page
) -> None:
    watch = Watch(page)
    page.clock.set_fixed_time(f"{DAY}T12:00:00")
    open_table(page, locale)
    assert all(EXPECTED.values())
    with each_reported("dossier/catalog/model_table.py: PRESETS") as at:
        for word, query in PRESETS:
            with at(word):
                name = DOSSIER.wording[f"preset-{word}"][locale]
                link = page.get_by_role("link", name=name, exact=True)
                page.evaluate("window.same = true")
                link.press("Enter")
                assert rows(page) == EXPECTED[word]
                assert page.evaluate("window.same") is True, "the page was loaded again"
                assert query_of(page) == query
                assert link.get_attribute("aria-current") == "true"
                assert page.locator(".catalog__presets [aria-current]").count() == 1
                address = page.evaluate("link => link.href", link.element_handle())
                open_table(page, locale, "?" + address.partition("?")[2])
                assert rows(page) == EXPECTED[word]
    assert watch.end() == []


def test_a_range_is_typed_counted_and_undone(page: Page) -> None:
    open_table(page)
    fields = page.locator("[data-range=context] input")
    page.locator("summary:has(+ [data-range=context])").press("Enter")
    fields.nth(0).press_sequentially("200000")
    fields.nth(1).press_sequentially("300000")
    expected = [row_key(one) for one in MODELS if 200_000 <= (limit(one) or 0) <= 300_000]
    assert rows(page) == expected
    assert any(one.context is None for one in MODELS if row_key(one) in expected)
    assert query_of(page) == "context=200000..300000"
    expect(page.locator("summary:has(+ [data-range=context]) .catalog__chosen")).to_have_text("1")
    open_table(page, query="?context=200000..300000")
    assert rows(page) == expected
    expect(fields.nth(0)).to_have_value("200000")
    page.locator(".catalog__reset").press("Enter")
    assert rows(page) == ALL
    expect(fields.nth(0)).to_have_value("")


def test_ranges_of_the_address_and_what_they_leave_out(page: Page) -> None:
    page.clock.set_fixed_time(f"{DAY}T12:00:00")
    cheap = {row_key(one) for one in MODELS if 0 < float(figure(one, "price_input") or 99) <= 0.15}
    cases = {
        "price_input=..0.15": cheap,
        "retirement=2027-01-01..2027-03-31": retiring("2027-01-01", "2027-03-31"),
        "retirement=..0m": retiring("0", "2026-12-15"),
        "retirement=2m..": retiring("2027-02-15", "9"),
        "context=plenty..": set(ALL),
        "context=1..2..3": set(ALL),
        "context=-5..": set(ALL),
        "retirement=soon..": set(ALL),
        "context=..": set(ALL),
    }
    with each_reported("docs/assets/javascripts/catalog/ranges.js") as at:
        for query, expected in cases.items():
            with at(query):
                assert expected
                open_table(page, query=f"?{query}")
                assert set(rows(page)) == expected
    open_table(page, query="?retirement=0m..6m")
    dates = page.locator("[data-range=retirement] input")
    assert [date.input_value() for date in dates.all()] == ["2026-12-15", "2027-06-15"]


@pytest.mark.parametrize(
    ("day", "last"),
    [("2026-08-31", "2027-02-28"), ("2027-08-31", "2028-02-29"), ("2026-11-30", "2027-05-30")],
)
def test_six_months_end_with_a_shorter_month(day: str, last: str, page: Page) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    open_table(page, query="?retirement=0m..6m")
    dates = page.locator("[data-range=retirement] input")
    assert [date.input_value() for date in dates.all()] == [day, last]
