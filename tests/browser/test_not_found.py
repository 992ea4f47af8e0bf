"""404.html: one page for both languages, at any depth."""

import pytest
from playwright.sync_api import Page

from dossier.locales import Locale
from tests.browser.visits import Watch, other_than
from tests.support.screens import NewPage
from tests.support.tables import read_table

MISSING = read_table("browser/cases.yml")["missing pages"]
TITLES = {"fr": "Page introuvable", "en": "Page not found"}


@pytest.mark.parametrize(("path", "locale", "twin"), MISSING)
def test_a_missing_address_answers_in_its_language(
    path: str, locale: Locale, twin: str, page: Page, address: str
) -> None:
    watch = Watch(page)
    page.goto(path)
    other = other_than(locale)
    problems = [problem for problem in watch.problems if not problem.startswith("console")]
    assert problems == [f"status 404: {address}{path.partition('#')[0]}"]
    assert page.locator("html").get_attribute("lang") == locale
    assert page.locator("h1:visible").all_inner_texts() == [TITLES[locale]]
    assert TITLES[locale] in page.title()
    assert TITLES[other] not in page.title()
    switch = page.locator(f".languages a[hreflang={other}]")
    assert switch.evaluate("link => link.href") == address + twin
    own = page.locator(f".languages a[hreflang={locale}]")
    assert own.get_attribute("aria-current") == "true"
    # The style sheet is found: a relative address would miss it.
    assert page.evaluate("getComputedStyle(document.querySelector('.languages')).display") == "flex"


@pytest.mark.parametrize("path", ["perdu", "en/lost/"])
def test_without_scripts_it_shows_both_languages(path: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    sections = page.locator("section").all()
    assert [section.get_attribute("lang") for section in sections] == ["fr", "en"]
    assert [section.is_visible() for section in sections] == [True, True]
