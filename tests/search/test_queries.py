"""Readers find the page that they look for among the first three hits."""

from functools import cache

import pytest
from playwright.sync_api import Page

from dossier.locales import LOCALES, Locale, site_path
from tests.search.asking import ask, open_search, paths
from tests.support.each import each_reported
from tests.support.site import Site
from tests.support.tables import read_table

FIRST = 3
FIX = "the words of the page, or rank.js and spelling.js of docs/assets/javascripts/search/"


@cache
def table(locale: Locale) -> dict[str, dict[str, list[str]]]:
    """Return what readers type, by kind, and the pages of which they expect one."""
    return read_table(f"search/queries.{locale}.yml")  # type: ignore[no-any-return]


def expected(locale: Locale) -> dict[str, list[str]]:
    return {query: pages for kind in table(locale).values() for query, pages in kind.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_is_long_and_expects_pages_that_exist(locale: Locale, site: Site) -> None:
    assert len(expected(locale)) >= 80
    pages = {site_path(locale, page) for pages in expected(locale).values() for page in pages}
    assert pages <= set(site.pages())


@pytest.mark.parametrize("locale", LOCALES)
def test_an_expected_page_is_among_the_first_three_hits_and_only_misspelled_words_are_corrected(
    locale: Locale, page: Page, address: str
) -> None:
    open_search(page, site_path(locale, ""))
    with each_reported(FIX) as at:
        for query, pages in expected(locale).items():
            answer = ask(page, query)
            found = paths(answer, address + site_path(locale, ""))[:FIRST]
            with at(query):
                assert set(found) & set(pages), f"{found} instead of {pages}"
            with at(query):
                is_misspelled = query in table(locale)["misspelled"]
                assert bool(answer.suggestion) == is_misspelled, f"“{answer.suggestion}” offered"
