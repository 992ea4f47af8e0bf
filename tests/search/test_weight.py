"""Search loads nothing for readers who do not search, and little for those who do."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from dossier.locales import LOCALES, Locale, site_path
from tests.browser.visits import Watch, other_than
from tests.search.asking import BUTTON, FIELD, HITS, ask, open_search
from tests.search.test_queries import expected
from tests.support.each import each_reported
from tests.support.screens import NewPage
from tests.support.scripts import wait_until
from tests.support.site import Site

BUDGET = 130_000
OF_SEARCH = re.compile(r"/search/|/search\.css")
# One query in fifteen: each needs a page that has loaded nothing of the search.
STEP = 15
# Pagefind compresses its own files; the server compresses the others.
COMPRESSED = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")


def size(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix in COMPRESSED else len(gzip.compress(data, 9))


def test_nothing_loads_until_the_search_is_opened(new_page: NewPage) -> None:
    page = new_page()
    page.clock.install()
    watch = Watch(page)
    page.goto("incident/", wait_until="networkidle")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 2000)
    page.clock.run_for(60_000)
    wait_until(page, "scrollY > 1000")
    assert [url for url in watch.requested if OF_SEARCH.search(url)] == []
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    assert [url for url in watch.requested if OF_SEARCH.search(url)]


def test_the_pointer_on_the_button_loads_what_a_search_needs(page: Page) -> None:
    page.goto("")
    with page.expect_response(re.compile(r"/search/fr/wasm\.fr\.pagefind")):
        page.locator(BUTTON).hover()
    assert page.locator("dialog.search[open]").count() == 0


def test_a_first_search_is_light(page: Page, address: str, site: Site) -> None:
    with each_reported("dossier/search/") as at:
        for locale in LOCALES:
            for query in list(expected(locale))[::STEP]:
                page.goto(site_path(locale, ""))
                watch = Watch(page)
                open_search(page)
                ask(page, query)
                watch.end()
                paths = (url.removeprefix(address).split("?")[0] for url in watch.requested)
                with at(f"{site_path(locale, '')}?q={query}"):
                    assert sum(size(site.folder / unquote(path)) for path in paths) <= BUDGET


@pytest.mark.parametrize("locale", LOCALES)
def test_the_index_of_the_other_language_loads_only_on_request(locale: Locale, page: Page) -> None:
    watch = Watch(page)
    page.goto(site_path(locale, "") + "?q=grok")
    page.locator(HITS).first.wait_for()
    assert [url for url in watch.requested if f"/search/{other_than(locale)}/" in url] == []
