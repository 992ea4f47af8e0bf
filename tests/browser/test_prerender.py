"""The next page is made ready: the pages of the site, and nothing else."""

from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page

from tests.browser.visits import MADE, PAGES

# What the page's rules ask for among its links, as a browser reads them, and what they do not.
SORTED = """() => {
    const {prerender: [{where: {and: [{href_matches}, {not: {selector_matches}}]}, eagerness}]} =
        JSON.parse(document.querySelector("script[type=speculationrules]").text);
    const pattern = new URLPattern(href_matches, location.href);
    const links = [...document.links].map(link => ({
        href: link.href,
        asked: pattern.test(link.href) && !link.matches(selector_matches),
        switching: link.rel === "alternate",
    }));
    return {eagerness, links};
}"""


@pytest.mark.parametrize("path", ["", "dates/", "en/sources/"])
def test_links_to_other_pages_are_those_made_ready(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    found = page.evaluate(SORTED)
    assert found["eagerness"] == "moderate"
    asked = {urldefrag(link["href"])[0] for link in found["links"] if link["asked"]}
    left = {urldefrag(link["href"])[0] for link in found["links"] if not link["asked"]}
    pages = {address + path for path in (*PAGES, *MADE)}
    twin = {link["href"] for link in found["links"] if link["switching"]}
    assert asked <= pages
    assert (left & pages) - twin == set()
    assert len(asked) > 10 and left - pages


def test_a_page_made_ready_is_not_asked_for_again(page: Page, address: str) -> None:
    page.goto(address + "incident/")
    link = page.locator(".md-footer__link--next")
    link.hover()
    page.wait_for_timeout(1000)  # moderate: a fifth of a second of rest
    link.click()
    page.wait_for_url(address + "incident/xai/")
    made_ready = page.evaluate(
        "(({deliveryType, activationStart}) => deliveryType || activationStart)"
        "(performance.getEntriesByType('navigation')[0])"
    )
    assert made_ready
