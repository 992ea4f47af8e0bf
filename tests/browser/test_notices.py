"""Notices about translations, on a phone and on a desktop, without scripts."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from publishing.pages_server import serve
from tests.support.behind import BEHIND, STALE, UNTRANSLATED
from tests.support.screens import DESKTOP, PHONE, NewPage
from tests.support.site import Site


@pytest.fixture(scope="module")
def address(site_behind: Site) -> Iterator[str]:
    with serve(site_behind.folder, urlsplit(site_behind.url).path) as url:
        yield url


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    return new_page(java_script_enabled=False, viewport=request.param)


@pytest.mark.parametrize("path", [f"en/{BEHIND}", f"en/{UNTRANSLATED}"])
def test_notices_are_visible_and_not_cut_off(path: str, page: Page) -> None:
    page.goto(path)
    notices = page.get_by_role("note").all()
    assert notices
    assert page.viewport_size
    for notice in notices:
        assert notice.is_visible()
        box = notice.bounding_box()
        assert box and box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]


def test_the_notice_is_between_heading_and_text(page: Page) -> None:
    page.goto(f"en/{BEHIND}")
    tops = [
        page.locator(selector).first.bounding_box()
        for selector in (f"h2#{STALE}", f"h2#{STALE} + .notice", f"h2#{STALE} + .notice + p")
    ]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 3
    assert heights == sorted(heights)


def test_the_notice_leads_to_the_french_section(page: Page, address: str) -> None:
    page.goto(f"en/{BEHIND}")
    page.locator(f"h2#{STALE} + .notice a").click()
    assert page.url == f"{address}{BEHIND}#{STALE}"
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator(f"#{STALE}").is_visible()
