"""The next page is prerendered: pages of the site, and nothing else."""

from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page

from tests.browser.visits import MADE, PAGES
from tests.support.screens import NewPage
from tests.support.scripts import read_script

SORTED = read_script("browser/scripts/prerender.js")
# Chromium prefetches only, and does not prerender, while a test drives it.
NAVIGATION = "performance.getEntriesByType('navigation')[0].deliveryType"


@pytest.mark.parametrize("path", ["", "dates/", "en/sources/"])
def test_only_links_to_other_pages_are_prerendered(path: str, page: Page, address: str) -> None:
    page.goto(path)
    found = page.evaluate(SORTED)
    assert found["eagerness"] == "moderate"
    matched = {urldefrag(link["href"])[0] for link in found["links"] if link["matched"]}
    left = {urldefrag(link["href"])[0] for link in found["links"] if not link["matched"]}
    pages = {address + path for path in (*PAGES, *MADE)}
    twin = {link["href"] for link in found["links"] if link["switching"]}
    assert matched <= pages
    assert (left & pages) - twin == set()
    assert len(matched) > 10 and left - pages


def test_a_prerendered_page_is_not_requested_again(new_page: NewPage) -> None:
    page = new_page()
    page.goto("incident/")
    link = page.locator(".md-footer__link--next")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/xai/")):
        link.hover()
    link.click()
    page.wait_for_url("incident/xai/")
    assert page.evaluate(NAVIGATION) == "navigational-prefetch"
