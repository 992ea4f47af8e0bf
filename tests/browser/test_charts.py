"""The charts as they are seen: nothing overlaps or is cut off, on a phone and on a desktop."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dossier.locales import LOCALES, site_path
from tests.support.each import each_reported
from tests.support.screens import NewPage
from tests.support.scripts import read_script
from tests.support.tables import read_table

WIDTHS = (1280, 360)
NUMBERS = Counter[str](read_table("content/charts.yml")["places"].values())

_SCRIPT = read_script("browser/scripts/charts.js")
MEASURE = f"{_SCRIPT}.measure()"


def is_readable(chart: dict[str, Any]) -> bool:
    is_whole = not (chart["touching"] or chart["outside"] or chart["marksOutside"])
    return bool(is_whole and chart["texts"] > 5 and chart["smallest"] >= 10.9)


def at_each_width(page: Page) -> Iterator[Page]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        yield page


def test_no_word_touches_another_or_leaves_its_chart(page: Page) -> None:
    with each_reported("dossier/charts/") as at:
        for path, locale in product(NUMBERS, LOCALES):
            page.goto(site_path(locale, path))
            for sheet in at_each_width(page):
                with at(f"{site_path(locale, path)} at {sheet.viewport_size}"):
                    charts = sheet.evaluate(MEASURE)
                    assert [chart for chart in charts if not is_readable(chart)] == []
                    assert len(charts) == NUMBERS[path] * (2 if path == "dates/" else 1)


def test_an_overlap_is_found(page: Page) -> None:
    page.goto("incident/")
    for sheet in at_each_width(page):
        sheet.evaluate(f"{_SCRIPT}.overlap()")
        [chart] = sheet.evaluate(MEASURE)
        assert not is_readable(chart) and len(chart["touching"]) >= 1


def test_a_mark_of_the_axis_leads_to_its_event_and_can_be_skipped(page: Page) -> None:
    page.goto("dates/")
    for sheet in at_each_width(page):
        skip = sheet.locator(".chart__skip")
        assert skip.bounding_box()["width"] <= 1  # type: ignore[index]
        skip.focus()
        expect(skip).to_be_in_viewport()
        sheet.keyboard.press("Enter")
        assert sheet.url.endswith("#y2015")
        link = sheet.locator("#picture-axis a[href='#annonce-de-microsoft']")
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
        sheet.keyboard.press("Enter")
        expect(sheet.locator("#annonce-de-microsoft")).to_be_in_viewport()
        assert sheet.url.endswith("#annonce-de-microsoft")


def test_the_marks_of_filtered_events_are_faint(page: Page) -> None:
    page.goto("dates/?theme=incident&theme=openai")
    for sheet in at_each_width(page):
        for theme, opacity in (("incident", "1"), ("openai", "1"), ("models", "0.2")):
            mark = sheet.locator(f"#picture-axis a.{theme}").first
            assert mark.evaluate("mark => getComputedStyle(mark).opacity") == opacity, theme


@pytest.mark.parametrize("path", ["openai/", "catalogue/prices/"])
def test_a_chart_prints_with_its_data(path: str, page: Page) -> None:
    page.goto(path)
    for sheet in at_each_width(page):
        sheet.emulate_media(media="screen")
        expect(sheet.locator(".chart-data table").first).to_be_hidden()
        sheet.emulate_media(media="print")
        assert sheet.locator(".chart-data td").first.evaluate("cell => cell.checkVisibility()")
        expect(sheet.locator(".chart .narrow:visible")).to_have_count(0)
    # Browsers without ::details-content
    is_open = "[...document.querySelectorAll('.chart-data')].map(data => data.open)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(is_open)) == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert set(page.evaluate(is_open)) == {False}


@pytest.mark.parametrize("path", ["openai/", "dates/"])
def test_colors_forced_by_the_system_reach_every_mark(path: str, new_page: NewPage) -> None:
    page = new_page(forced_colors="active", color_scheme="dark")
    page.goto(path)
    drawn, system = page.evaluate(f"{_SCRIPT}.colors()")
    assert drawn and set(drawn) <= {*system, "none"}
