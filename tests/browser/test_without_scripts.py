"""Pages are complete without scripts, and show nothing that needs them."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from dossier.locales import LOCALES, site_path
from tests.browser.visits import locale_of, twin_of
from tests.support.each import check_every
from tests.support.screens import PHONE

# One page of each template.
PATHS = ["", "incident/", "dates/", "a-z/", "sources/", "catalogue/", "catalogue/xai/", "notes/"]
PAGES = [site_path(locale, path) for path in PATHS for locale in LOCALES]
VISIBLE = """parts => parts.map(part =>
    part.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().width > 0)"""
PARTS = ("article h1", ".languages a", ".page-tools *", ".list-filter *")


@dataclass(frozen=True)
class PlainVisit:
    """What a page shows without scripts, whose address asks for the facing-page edition."""

    path: str
    links: set[str]
    search: str
    heading: list[bool]
    languages: list[bool]
    tools: list[bool]
    list_filter: list[bool]


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str) -> list[PlainVisit]:
    visits = []
    with browser.new_context(
        base_url=address, java_script_enabled=False, viewport=PHONE
    ) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{path}?regard")
            links = page.locator(".languages a").evaluate_all("all => all.map(link => link.href)")
            visible = [page.locator(part).evaluate_all(VISIBLE) for part in PARTS]
            search = page.locator("a[data-search]").evaluate("link => link.href")
            visits.append(PlainVisit(path, set(links), search, *visible))
    return visits


def test_a_page_reads(visits: list[PlainVisit]) -> None:
    check_every(visits, lambda seen: [seen.heading, seen.languages] != [[True], [True] * 2], "CSS")


def test_the_switch_leads_to_the_translation(visits: list[PlainVisit], address: str) -> None:
    def problem(seen: PlainVisit) -> set[str]:
        return seen.links ^ {address + seen.path, address + twin_of(seen.path)}

    check_every(visits, problem, "overrides/")


def test_the_search_is_a_link_to_the_site_index(visits: list[PlainVisit], address: str) -> None:
    def problem(seen: PlainVisit) -> bool:
        return seen.search != address + site_path(locale_of(seen.path), "plan/")

    check_every(visits, problem, "overrides/partials/find.html")


def test_the_button_of_the_facing_page_edition_is_hidden(visits: list[PlainVisit]) -> None:
    check_every(visits, lambda seen: not seen.tools or any(seen.tools), "overrides/")


def test_the_filters_of_lists_are_hidden(visits: list[PlainVisit]) -> None:
    def problem(seen: PlainVisit) -> bool:
        is_there = bool(seen.list_filter)
        return is_there != seen.path.endswith(("dates/", "sources/")) or any(seen.list_filter)

    check_every(visits, problem, "docs/assets/stylesheets/")
