"""Every page, visited as a reader does."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import DESKTOP, PAGES, PHONE, Watch
from tests.site import Site


def test_the_pages_visited_are_all_of_the_site(site: Site) -> None:
    assert sorted(PAGES) == site.pages()


@pytest.mark.parametrize("path", PAGES)
def test_a_visit_is_quiet(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    watch = Watch(page, address)
    page.goto(address + path, wait_until="networkidle")
    heading = page.locator("h1").inner_text()
    page.close()
    assert heading
    assert watch.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reads_without_scripts(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + path)
    try:
        assert page.locator("article h1").is_visible()
        assert all(link.is_visible() for link in page.locator(".languages a").all())
    finally:
        context.close()


@pytest.mark.parametrize("path", [*PAGES, "lost", "en/lost"])
def test_nothing_scrolls_sideways(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + path, wait_until="networkidle")
    overflow = {}
    for width in (320, PHONE["width"], DESKTOP["width"]):
        page.set_viewport_size({"width": width, "height": 800})
        overflow[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert all(pixels <= 0 for pixels in overflow.values()), f"pixels by width: {overflow}"


def test_a_citation_shows_its_footnote(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + "incident/", wait_until="networkidle")
    page.locator("#fnref\\:modification a").hover()
    tooltip = page.locator(".md-tooltip2--active")
    tooltip.wait_for()
    text = tooltip.inner_text()
    page.close()
    assert "unauthorized modification" in text
    assert "indy100" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colors_follow_the_system(scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    brightness = sum(int(part) for part in background[4:-1].split(","))
    assert (brightness > 384) == (scheme == "light"), background
