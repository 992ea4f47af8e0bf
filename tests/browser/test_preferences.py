"""What a reader asks of the system is heeded: less motion, colors of their own, paper."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.facing import toggle

MOVING = """() => [...document.querySelectorAll("*")].flatMap(element =>
    [null, "::before", "::after"].map(pseudo => {
        const style = getComputedStyle(element, pseudo);
        const lasts = style.transitionDuration + ", " + style.animationDuration;
        const longest = Math.max(...lasts.split(", ").map(parseFloat));
        const smooth = style.scrollBehavior === "smooth";
        return longest > 0.01 || smooth ? `${element.className}${pseudo ?? ""} ${lasts}` : null;
    })).filter(Boolean)"""
# What tells the element that has the focus from the others.
FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    const width = parseFloat(style.outlineWidth);
    return [element.className || element.tagName, style.outlineStyle, width];
}"""
STYLE = "(element, name) => getComputedStyle(element)[name]"


def test_nothing_moves_for_who_asked_for_less_motion(browser: Browser, address: str) -> None:
    for motion, moving in (("reduce", False), ("no-preference", True)):
        page = browser.new_page(reduced_motion=motion)  # type: ignore[arg-type]
        page.goto(address + "incident/")
        assert bool(page.evaluate(MOVING)) is moving
        page.close()


@pytest.fixture(scope="module")
def in_forced_colors(browser: Browser, address: str) -> Page:
    page = browser.new_page(forced_colors="active")
    page.goto(address + "incident/")
    return page


def test_the_focus_is_seen_in_forced_colors(in_forced_colors: Page) -> None:
    seen = []
    for _ in range(25):
        in_forced_colors.keyboard.press("Tab")
        seen.append(in_forced_colors.evaluate(FOCUS))
    assert len({name for name, *_ in seen}) > 3
    assert [stop for stop in seen if stop[1] == "none" or stop[2] < 1] == []


def test_and_so_are_states(in_forced_colors: Page) -> None:
    page = in_forced_colors
    for selector, name, told in (
        (".languages [aria-current]", "textDecorationLine", "underline"),
        (".md-tabs__item--active > a", "fontWeight", "700"),
    ):
        assert page.locator(selector).first.evaluate(STYLE, name) == told
    toggle(page)
    page.wait_for_selector("article.facing")
    assert page.locator("[aria-pressed=true]").evaluate(STYLE, "fontWeight") == "700"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_holds_nothing_to_press(
    scheme: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address + "incident/")
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    assert page.locator("h1").evaluate(STYLE, "color") == "rgb(0, 0, 0)"
    assert page.locator("article p").nth(3).evaluate(STYLE, "color") == "rgb(0, 0, 0)"
    for selector in (
        "header", "footer", ".md-sidebar", ".md-tabs", ".page-tools", ".headerlink", ".md-top",
        ".footnote-backref", ".page-meta details", ".edit-link", ".offer", ".md-skip", "button",
    ):  # fmt: skip
        for element in page.locator(selector).all():
            assert not element.is_visible(), selector
    # The page is named by its title, its date and its address.
    named = page.locator(".printed")
    assert named.is_visible()
    for said in ("L’incident", "2026", "https://example.github.io/grok-azure/incident/"):
        assert said in named.inner_text()
    page.close()


ADDRESSES = """() => [...document.querySelectorAll("article a[href]")]
    .filter(link => link.checkVisibility())
    .map(link => [link.getAttribute("href"), getComputedStyle(link, "::after").content !== "none"])
"""


def test_the_addresses_of_links_that_lead_out_are_printed_and_no_others(
    page: Page, address: str
) -> None:
    page.goto(address + "incident/")
    page.emulate_media(media="print")
    links = page.evaluate(ADDRESSES)
    assert {href for href, _ in links if href.startswith("#")}
    assert [href for href, shown in links if shown != href.startswith("http")] == []
