"""“Which Grok now?” on a phone, without scripts: cards, and room left for the table below."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from dossier.locales import LOCALES
from tests.browser.catalog import PATHS
from tests.support.each import each_reported
from tests.support.screens import PHONE

ABOVE = 3_200
"""Pixels of what comes before the table, at most."""
AROUND = 5_000
"""Pixels of the page without the table's rows, at most."""
TOP = "node => node.getBoundingClientRect().top + scrollY"


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(
        base_url=address, viewport=PHONE, java_script_enabled=False
    ) as context:
        yield context.new_page()


def test_the_groks_are_cards_and_the_page_is_short_on_a_phone(phone: Page) -> None:
    with each_reported("docs/assets/stylesheets/site.css, or shorten docs/*/catalogue/") as at:
        for locale in LOCALES:
            phone.goto(PATHS[locale])
            table = phone.locator(".groks").first
            shown = table.locator("thead, tbody tr").evaluate_all(
                "parts => parts.map(part => getComputedStyle(part).display)"
            )
            rows = phone.locator(".catalog__table")
            height: int = phone.evaluate("document.documentElement.scrollHeight")
            around = height - rows.evaluate("node => node.getBoundingClientRect().height")
            with at(f"{locale}, cards"):
                assert shown[0] == "none"
                assert set(shown[1:]) == {"block"}
                assert table.evaluate("node => node.scrollWidth <= node.clientWidth")
                assert phone.locator("details:not([open]) .groks").count() == 1
            with at(f"{locale}, height"):
                assert phone.locator("#models").evaluate(TOP) <= ABOVE
                assert around <= AROUND
