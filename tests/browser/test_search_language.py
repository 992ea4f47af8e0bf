"""A search finds pages in the language of the page that it is made on."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import DESKTOP, Watch, locale_of


@pytest.mark.parametrize("path", ["", "incident/xai/", "en/", "en/incident/xai/"])
def test_a_search_answers_in_the_language_of_the_page(
    path: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    watch = Watch(page, address)
    page.goto(address + path)
    page.locator(".md-search__input").click()
    page.keyboard.type("Anthropic")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    found = links.evaluate_all("links => links.map(link => link.href)")
    locales = {locale_of(link.removeprefix(address)) for link in found}
    assert locales == {locale_of(path)}, found
    links.first.click()
    page.wait_for_load_state("load")
    lang = page.locator("html").get_attribute("lang")
    page.close()
    assert lang == locale_of(path)
    assert watch.faults == []
