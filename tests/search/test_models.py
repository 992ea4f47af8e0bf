"""A model of the catalog is found by its name, however it is typed, and leads to its entry."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

from dossier.load import load
from tests.search.asking import HITS, ask, open_search, type_in
from tests.support.site import ROOT
from tests.support.tables import read_table

MODELS = {model.id: model for model in load(ROOT).catalog.models}
NAMES: dict[str, str] = read_table("search/cases.yml")["names"]


def test_a_name_leads_to_its_entry(page: Page) -> None:
    open_search(page, "")
    found = {query: urlsplit(ask(page, query).hits[0]) for query in NAMES}
    leads_to = {query: (url.path.split("/")[-2], url.fragment) for query, url in found.items()}
    assert leads_to == {
        query: (MODELS[name].maker.slug, MODELS[name].key) for query, name in NAMES.items()
    }
    assert all("/catalogue/" in url.path for url in found.values())


def test_the_hit_names_the_page_of_the_entry(page: Page) -> None:
    open_search(page, "")
    type_in(page, "gpt-4.1-nano")
    hit = page.locator(HITS).first
    assert hit.locator(".search__title").inner_text() == "gpt-4.1-nano"
    assert hit.locator(".search__trail").inner_text() == "Le catalogue › Modèles OpenAI"
