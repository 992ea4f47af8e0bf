"""The search costs nothing to those who do not search, and little to those who do."""

import re

import pytest
from playwright.sync_api import Browser, Page

from dossier.locales import LOCALES, Locale, site_path
from tests.search.asking import BUTTON, FIELD
from tests.search.test_queries import expected
from tests.search.weight import first_search
from tests.support.site import Site

MOST = 130_000
OF_SEARCH = re.compile(r"/search/(?!(?:open|address)\.js)|/search\.css")
# One in so many queries: each needs a browser that has loaded nothing.
STEP = 9


def test_nothing_is_loaded_until_the_search_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "incident/", wait_until="networkidle")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(500)
    assert [url for url in asked if OF_SEARCH.search(url)] == []
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    assert [url for url in asked if OF_SEARCH.search(url)]


def test_the_pointer_coming_near_loads_what_a_search_needs(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    with page.expect_response(re.compile(r"/search/fr/wasm\.fr\.pagefind")):
        page.locator(BUTTON).hover()
    assert page.locator("dialog.search[open]").count() == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_a_first_search_is_light(
    locale: Locale, browser: Browser, address: str, site: Site
) -> None:
    home = address + site_path(locale, "")
    queries = list(expected(locale))[::STEP]
    loaded = {query: first_search(browser, home, site.folder, query) for query in queries}
    assert {query: bytes for query, bytes in loaded.items() if bytes > MOST} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_other_language_is_loaded_only_where_asked_for(
    locale: Locale, page: Page, address: str
) -> None:
    other = next(other for other in LOCALES if other != locale)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + site_path(locale, "") + "?q=grok")
    page.locator("[data-search-hit]").first.wait_for()
    assert [url for url in asked if f"/search/{other}/" in url] == []
