"""Notices on translations, on a phone and on a desktop, without scripts."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from publishing.pages_server import serve
from tests.support.behind import BEHIND, STALE, UNTRANSLATED
from tests.support.site import Site


@pytest.fixture(scope="module")
def address(site_behind: Site) -> Iterator[str]:
    with serve(site_behind.folder, urlsplit(site_behind.url).path) as url:
        yield url


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    viewport = {"width": request.param, "height": 844}
    context = browser.new_context(java_script_enabled=False, viewport=viewport)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [f"en/{BEHIND}", f"en/{UNTRANSLATED}"])
def test_notices_are_seen_whole(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    notices = page.get_by_role("note").all()
    assert notices
    assert page.viewport_size
    for notice in notices:
        assert notice.is_visible()
        box = notice.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]


def test_the_notice_stands_between_heading_and_text(page: Page, address: str) -> None:
    page.goto(f"{address}en/{BEHIND}")
    tops = [
        page.locator(selector).first.bounding_box()
        for selector in (f"h2#{STALE}", f"h2#{STALE} + .notice", f"h2#{STALE} + .notice + p")
    ]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 3
    assert heights == sorted(heights)


def test_the_notice_leads_to_the_french_section(page: Page, address: str) -> None:
    page.goto(f"{address}en/{BEHIND}")
    page.locator(f"h2#{STALE} + .notice a").click()
    assert page.url == f"{address}{BEHIND}#{STALE}"
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator(f"#{STALE}").is_visible()
