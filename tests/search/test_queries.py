"""Readers find the page that they look for among the first three."""

from functools import cache

import pytest
import yaml
from playwright.sync_api import Browser

from dossier.locales import LOCALES, Locale, site_path
from tests.search.asking import Answer, ask, open_search, paths
from tests.support.site import ROOT, Site

FIRST = 3


@cache
def table(locale: Locale) -> dict[str, dict[str, list[str]]]:
    """Return what readers type, by kind, and the pages of which they expect one."""
    text = (ROOT / f"tests/search/queries.{locale}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)  # type: ignore[no-any-return]


def expected(locale: Locale) -> dict[str, list[str]]:
    return {query: pages for kind in table(locale).values() for query, pages in kind.items()}


CASES = [(locale, query) for locale in LOCALES for query in expected(locale)]
MISSPELLED = [(locale, query) for locale in LOCALES for query in table(locale)["misspelled"]]


@pytest.fixture(scope="module")
def answers(browser: Browser, address: str) -> dict[tuple[Locale, str], Answer]:
    """Everything that is asked, in one page a language."""
    found: dict[tuple[Locale, str], Answer] = {}
    for locale in LOCALES:
        page = browser.new_page()
        open_search(page, address + site_path(locale, ""))
        found |= {(locale, query): ask(page, query) for query in expected(locale)}
        page.close()
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_is_long_and_asks_for_pages_that_are_there(locale: Locale, site: Site) -> None:
    assert len(expected(locale)) >= 80
    pages = {site_path(locale, page) for pages in expected(locale).values() for page in pages}
    assert pages <= set(site.pages())


@pytest.mark.parametrize(("locale", "query"), CASES)
def test_a_page_looked_for_is_among_the_first_three(
    locale: Locale, query: str, answers: dict[tuple[Locale, str], Answer], address: str
) -> None:
    found = paths(answers[locale, query], address + site_path(locale, ""))[:FIRST]
    assert set(found) & set(expected(locale)[query]), found


@pytest.mark.parametrize(("locale", "query"), MISSPELLED)
def test_a_word_misspelled_is_offered_as_the_site_spells_it(
    locale: Locale, query: str, answers: dict[tuple[Locale, str], Answer]
) -> None:
    assert answers[locale, query].suggestion


@pytest.mark.parametrize("locale", LOCALES)
def test_words_spelled_well_are_not_corrected(
    locale: Locale, answers: dict[tuple[Locale, str], Answer]
) -> None:
    well = set(expected(locale)) - set(table(locale)["misspelled"])
    assert {query: answers[locale, query].suggestion for query in well} == dict.fromkeys(well, "")
