"""A model of the catalog is found by its name, however it is typed, and leads to its entry."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from dossier.load import load
from tests.search.asking import HITS, ask, open_search, type_in
from tests.support.site import ROOT

MODELS = {model.id: model for model in load(ROOT).catalog.models}


@pytest.fixture(scope="module")
def catalog(browser: Browser, address: str) -> Iterator[Page]:
    """The French home page, with the search open."""
    tab = browser.new_page()
    open_search(tab, address)
    yield tab
    tab.close()


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
    model = MODELS[name]
    first = urlsplit(ask(catalog, query).hits[0])
    assert first.path.endswith(f"/catalogue/{model.maker.slug}/")
    assert first.fragment == model.key


def test_the_entry_says_whose_page_it_is_on(catalog: Page) -> None:
    type_in(catalog, "gpt-4.1-nano")
    hit = catalog.locator(HITS).first
    assert hit.locator(".search__title").inner_text() == "gpt-4.1-nano"
    assert hit.locator(".search__trail").inner_text() == "Le catalogue › Modèles OpenAI"
