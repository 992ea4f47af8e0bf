"""Readers find the page that they look for among the first three hits."""

from dataclasses import dataclass
from functools import cache

import pytest
import yaml
from playwright.sync_api import BrowserContext

from dossier.locales import LOCALES, Locale, site_path
from tests.search.asking import Answer, ask, open_search, paths
from tests.support.each import check_every
from tests.support.site import ROOT, Site

FIRST = 3
RANKING = "docs/assets/javascripts/search/rank.js, or the words of the page"
SPELLING = "docs/assets/javascripts/search/spelling.js"


@cache
def table(locale: Locale) -> dict[str, dict[str, list[str]]]:
    """Return what readers type, by kind, and the pages of which they expect one."""
    text = (ROOT / f"tests/search/queries.{locale}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)  # type: ignore[no-any-return]


def expected(locale: Locale) -> dict[str, list[str]]:
    return {query: pages for kind in table(locale).values() for query, pages in kind.items()}


@dataclass(frozen=True)
class Asked:
    """A query and its answer."""

    path: str
    """The query, as an address that asks it."""
    expected: list[str]
    found: list[str]
    suggestion: str
    is_misspelled: bool


@pytest.fixture(scope="module")
def asked(reader: BrowserContext, address: str) -> list[Asked]:
    """All queries, asked on one page in each language."""
    answers = []
    for locale in LOCALES:
        page = reader.new_page()
        root = address + site_path(locale, "")
        open_search(page, site_path(locale, ""))
        for query, pages in expected(locale).items():
            answer: Answer = ask(page, query)
            found = paths(answer, root)[:FIRST]
            is_misspelled = query in table(locale)["misspelled"]
            path = f"{site_path(locale, '')}?q={query}"
            answers.append(Asked(path, pages, found, answer.suggestion, is_misspelled))
        page.close()
    return answers


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_is_long_and_expects_pages_that_exist(locale: Locale, site: Site) -> None:
    assert len(expected(locale)) >= 80
    pages = {site_path(locale, page) for pages in expected(locale).values() for page in pages}
    assert pages <= set(site.pages())


def test_an_expected_page_is_among_the_first_three_hits(asked: list[Asked]) -> None:
    def problem(one: Asked) -> list[list[str]]:
        return [] if set(one.found) & set(one.expected) else [one.found, one.expected]

    check_every(asked, problem, RANKING)


def test_a_misspelled_word_gets_a_suggestion_and_no_other_does(asked: list[Asked]) -> None:
    check_every(asked, lambda one: bool(one.suggestion) != one.is_misspelled, SPELLING)
