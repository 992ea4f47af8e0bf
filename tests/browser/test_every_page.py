"""Every page, as a reader of the other language sees it on a desktop and on a phone."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dossier.locales import LOCALES
from tests.browser.measures import (
    BUDGET,
    CATALOG_REQUESTS,
    LIST_BUDGETS,
    REQUESTS,
    SCHEMES,
    SHIFTS,
    compressed,
    faint,
    layout,
    shifts,
)
from tests.browser.visits import MADE, PAGES, Watch, locale_of, other_than, twin_of
from tests.support.each import check_every
from tests.support.screens import DESKTOP, PHONE
from tests.support.scripts import read_script
from tests.support.site import Site

STYLES = "docs/assets/stylesheets/"
LOST = ["lost", "en/lost", "a/b/c"]
"""Addresses of no page, which the 404 page answers."""
# 640 is a desktop screen at a zoom of 200 %; WCAG 1.4.10 asks for 320.
WIDTHS = (DESKTOP["width"], 640, PHONE["width"], 320)
OFFER = read_script("browser/scripts/offer.js")


@dataclass(frozen=True)
class PageVisit:
    """The measures of one visit; by width of the screen if they depend on it.

    Attributes:
        events: errors, redirects and requests to other hosts.
        requested: the addresses of a first view.
        offers: language and address of the offer, and the pixels that it moves the text by.
        faint: texts with too little contrast, by color scheme.
        overflow: the pixels that the page is too wide.
    """

    path: str
    heading: str
    events: list[str]
    requested: set[str]
    offers: dict[int, Any]
    shifts: dict[int, list[str]]
    faint: dict[str, list[str]]
    overflow: dict[int, int]
    overlaps: dict[int, list[str]]


def visit(page: Page, path: str) -> PageVisit:
    desktop, phone = DESKTOP["width"], PHONE["width"]
    watch = Watch(page)
    page.emulate_media(reduced_motion="no-preference")
    page.set_viewport_size(DESKTOP)
    page.goto(path)
    moved = {desktop: shifts(page)}
    events, requested = watch.end(), set(watch.requested)
    heading = page.locator("h1:visible").first.inner_text()
    offers = {desktop: page.evaluate(f"{OFFER}.measure()")}
    page.emulate_media(reduced_motion="reduce")  # a color in transition has no contrast to check
    faint_texts = {scheme: faint(page, scheme) for scheme in SCHEMES}
    overflow, overlaps = {}, {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        overflow[width], overlaps[width] = layout(page)
    page.set_viewport_size(PHONE)
    page.reload()
    moved[phone] = shifts(page)
    offers[phone] = page.evaluate(f"{OFFER}.measure()")
    return PageVisit(
        path, heading, events, requested, offers, moved, faint_texts, overflow, overlaps
    )  # fmt: skip


@pytest.fixture(scope="module")
def all_visits(browser: Browser, address: str) -> list[PageVisit]:
    """The visits of the pages and of LOST, each by a reader of the other language."""
    found = []
    for locale in LOCALES:
        with browser.new_context(base_url=address, locale=other_than(locale)) as context:
            page = context.new_page()
            page.add_init_script(SHIFTS)
            paths = [path for path in [*PAGES, *LOST] if locale_of(path) == locale]
            found += [visit(page, path) for path in paths]
    return found


@pytest.fixture(scope="module")
def visits(all_visits: list[PageVisit]) -> list[PageVisit]:
    return [seen for seen in all_visits if seen.path not in LOST]


def nonempty(values: dict[Any, Any]) -> dict[Any, Any]:
    return {key: value for key, value in values.items() if value}


def test_the_visited_pages_are_those_of_the_site_or_made_by_the_same_template(site: Site) -> None:
    assert sorted({*PAGES, *MADE}) == site.pages()
    assert len(PAGES) == len(set(PAGES)) == len(site.pages()) - len(MADE) + 4


def test_a_visit_causes_no_error_no_redirect_and_no_request_to_others(
    visits: list[PageVisit],
) -> None:
    check_every(visits, lambda seen: seen.events, "the scripts, or the links in <head>")
    check_every(visits, lambda seen: not seen.heading, "the page: it has no visible h1")


def test_the_translation_is_offered_and_the_text_does_not_move(
    visits: list[PageVisit], all_visits: list[PageVisit], address: str
) -> None:
    def problem(seen: PageVisit) -> dict[int, Any]:
        expected = [other_than(locale_of(seen.path)), address + twin_of(seen.path), 0]
        return {width: offer for width, offer in seen.offers.items() if offer != expected}

    check_every(visits, problem, "docs/assets/javascripts/languages/offer.js")
    assert [seen.offers[1280] for seen in all_visits if seen.path in LOST] == [None] * len(LOST)


def test_no_page_scrolls_sideways(all_visits: list[PageVisit]) -> None:
    fix = f"{STYLES}: let the widest element wrap, or scroll in itself"
    check_every(all_visits, lambda seen: {w: px for w, px in seen.overflow.items() if px > 0}, fix)


def test_no_text_is_over_another(visits: list[PageVisit]) -> None:
    check_every(visits, lambda seen: nonempty(seen.overlaps), STYLES)


def test_every_text_has_enough_contrast_in_both_schemes(all_visits: list[PageVisit]) -> None:
    check_every(
        all_visits, lambda seen: nonempty(seen.faint), f"the colors of {STYLES}identity.css"
    )


def test_nothing_moves_while_a_page_loads(visits: list[PageVisit]) -> None:
    check_every(visits, lambda seen: nonempty(seen.shifts), f"{STYLES}: reserve the room")


def test_a_first_view_is_light(visits: list[PageVisit], site: Site, address: str) -> None:
    def problem(seen: PageVisit) -> list[tuple[int, str]]:
        budget = LIST_BUDGETS.get(seen.path.removeprefix("en/"), BUDGET)
        weights = [(compressed(site.folder, address, url), url) for url in seen.requested]
        return sorted(weights, reverse=True) if sum(size for size, _ in weights) > budget else []

    check_every(
        visits,
        problem,
        f"the heaviest responses: the budget is {BUDGET:,} bytes, but {LIST_BUDGETS}",
    )


def test_a_first_view_requests_few_files(all_visits: list[PageVisit]) -> None:
    def problem(seen: PageVisit) -> list[str]:
        is_catalog = seen.path.removeprefix("en/") == "catalogue/"
        few = CATALOG_REQUESTS if is_catalog else REQUESTS
        assert len(seen.requested) > 3, "what a page requests is not seen"
        return sorted(seen.requested) if len(seen.requested) > few else []

    check_every(all_visits, problem, "import it in core.js or core.css, or load it when needed")
