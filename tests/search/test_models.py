"""A model of the catalog is found by its name, however it is typed, and leads to its entry."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from dossier.search.bundle import write_search
from tests.github_pages import serve
from tests.search.asking import HITS, ask, open_search, type_in
from tests.site import Site

NAMES = ("gpt-4.1-mini", "gpt-4.1", "gpt-4.1-nano", "o3-pro", "grok-4-fast-reasoning", "Phi-4")
PAGE = """<!doctype html><html lang="{0}"><head><title>OpenAI · x</title></head><body>
<main lang="{0}"><article><h1 id="openai">OpenAI</h1>{1}</article></main></body></html>"""


@pytest.fixture(scope="module")
def catalog(
    site: Site, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The French home page, with the search open, of a site that has a page of models."""
    folder = shutil.copytree(site.folder, tmp_path_factory.mktemp("catalog") / "site")
    models = "".join(f'<h2 id="{key(name)}">{name}</h2><p>128 000 jetons.</p>' for name in NAMES)
    page = folder / "catalogue/made/index.html"
    page.parent.mkdir()
    page.write_text(PAGE.format("fr", models))
    write_search(folder, {})
    with serve(folder) as address:
        tab = browser.new_page()
        open_search(tab, address)
        yield tab
        tab.close()


def key(name: str) -> str:
    return name.lower().replace(".", "-")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("gpt-4.1", "gpt-4.1"),
        ("gpt4.1", "gpt-4.1"),
        ("gpt 4.1", "gpt-4.1"),
        ("GPT 4.1 mini", "gpt-4.1-mini"),
        ("gpt4.1-mini", "gpt-4.1-mini"),
        ("gpt-4.1-nano", "gpt-4.1-nano"),
        ("o3 pro", "o3-pro"),
        ("o3-pro", "o3-pro"),
        ("grok 4 fast reasoning", "grok-4-fast-reasoning"),
        ("phi4", "Phi-4"),
        ("phi 4", "Phi-4"),
    ],
)
def test_a_name_leads_to_its_entry(query: str, name: str, catalog: Page) -> None:
    first = ask(catalog, query).hits[0]
    assert "/catalogue/made/" in first
    assert first.endswith(f"#{key(name)}")


def test_the_entry_says_whose_page_it_is_on(catalog: Page) -> None:
    type_in(catalog, "gpt-4.1-nano")
    hit = catalog.locator(HITS).first
    assert hit.locator(".search__title").inner_text() == "gpt-4.1-nano"
    assert hit.locator(".search__trail").inner_text() == "Le catalogue › OpenAI"
