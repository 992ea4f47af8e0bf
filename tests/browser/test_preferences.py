"""Pages follow the settings of the system: less motion, forced colors, and paper."""

import pytest
from playwright.sync_api import Page

from tests.browser.facing import toggle
from tests.support.screens import NewPage
from tests.support.scripts import read_script

SCRIPT = read_script("browser/scripts/preferences.js")
STYLE = "(element, name) => getComputedStyle(element)[name]"


def test_with_reduced_motion_nothing_moves(page: Page) -> None:
    page.goto("incident/")
    assert page.evaluate(f"{SCRIPT}.moving()") == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(f"{SCRIPT}.moving()") != []


def test_forced_colors_show_the_focus_and_the_states(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto("incident/")
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(f"{SCRIPT}.focus()"))
    assert len({name for name, *_ in seen}) > 3
    assert [stop for stop in seen if stop[1] == "none" or stop[2] < 1] == []
    for selector, name, value in (
        (".languages [aria-current]", "textDecorationLine", "underline"),
        (".md-tabs__item--active > a", "fontWeight", "700"),
    ):
        assert page.locator(selector).first.evaluate(STYLE, name) == value
    toggle(page)
    page.wait_for_selector("article.facing")
    assert page.locator("[aria-pressed=true]").evaluate(STYLE, "fontWeight") == "700"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_shows_no_control(scheme: str, new_page: NewPage) -> None:
    page = new_page(color_scheme=scheme)
    page.goto("incident/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    assert page.locator("h1").evaluate(STYLE, "color") == "rgb(0, 0, 0)"
    assert page.locator("article p").nth(3).evaluate(STYLE, "color") == "rgb(0, 0, 0)"
    for selector in (
        "header", "footer", ".md-sidebar", ".md-tabs", ".page-tools", ".headerlink", ".md-top",
        ".footnote-backref", ".page-meta details", ".edit-link", ".offer", ".md-skip", "button",
    ):  # fmt: skip
        for element in page.locator(selector).all():
            assert not element.is_visible(), selector
    printed = page.locator(".printed")
    assert printed.is_visible()
    for part in ("L’incident", "2026", "https://example.github.io/grok-azure/incident/"):
        assert part in printed.inner_text()


def test_only_external_links_are_printed_with_their_address(page: Page) -> None:
    page.goto("incident/")
    page.emulate_media(media="print")
    links = page.evaluate(f"{SCRIPT}.links()")
    assert {href for href, _ in links if href.startswith("#")}
    assert [href for href, shown in links if shown != href.startswith("http")] == []
