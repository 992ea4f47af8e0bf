"""Every page is complete where scripts do not run: what needs them is not shown."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.visits import PAGES, locale_of, other_than, twin_of


@dataclass(frozen=True)
class Visit:
    """What one visit showed, and where the word for the other language led."""

    path: str
    heading: bool
    languages: list[bool]
    tools: list[bool]
    dates_filter: list[bool]
    led_to: str


@pytest.fixture(scope="module", params=PAGES)
def visited(request: pytest.FixtureRequest, page_without_scripts: Page, address: str) -> Visit:
    page, path = page_without_scripts, request.param

    def visible(selector: str) -> list[bool]:
        return [part.is_visible() for part in page.locator(selector).all()]

    page.goto(f"{address}{path}?regard")
    heading = page.locator("article h1").is_visible()
    languages, tools = visible(".languages a"), visible(".page-tools *")
    dates_filter = visible(".timeline-filter *")
    page.goto(address + path, wait_until="commit")
    page.locator(f".languages a[hreflang={other_than(locale_of(path))}]").click()
    page.wait_for_url("**", wait_until="commit")
    return Visit(path, heading, languages, tools, dates_filter, page.url.removeprefix(address))


def test_a_page_reads(visited: Visit) -> None:
    assert visited.heading
    assert visited.languages == [True, True]


def test_the_switch_is_a_plain_link(visited: Visit) -> None:
    assert visited.led_to == twin_of(visited.path)


def test_the_toggle_is_not_shown(visited: Visit) -> None:
    assert visited.tools
    assert not any(visited.tools)


def test_nor_is_the_filter_of_the_timeline(visited: Visit) -> None:
    assert bool(visited.dates_filter) == visited.path.endswith("dates/")
    assert not any(visited.dates_filter)
