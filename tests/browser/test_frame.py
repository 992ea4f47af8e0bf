"""The frame of a page: header, table of contents, drawer, link to the top, wide tables."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.facing import open_at
from tests.support.screens import DESKTOP, PHONE
from tests.support.scripts import read_script, wait_until

LONG = "dates/"
COVERED = read_script("browser/scripts/focus.js")


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


def test_the_table_of_contents_marks_the_section_on_screen(page: Page) -> None:
    page.goto(LONG)
    heading = page.locator("article h2").nth(4)
    heading.evaluate("heading => scrollTo(0, heading.offsetTop - 60)")
    name = heading.get_attribute("id")
    current = page.locator(f".md-sidebar--secondary .md-nav__link--active[href$='#{name}']")
    current.wait_for()
    assert page.locator(".md-sidebar--secondary .md-nav__link--active").count() == 1
    assert page.locator(".md-sidebar--secondary .md-nav__link--passed").count() == 5
    box, screen = current.bounding_box(), page.viewport_size
    assert box and screen and 0 < box["y"] < screen["height"]


def test_the_site_name_becomes_the_title_of_the_page(page: Page) -> None:
    page.goto(LONG)
    title = page.locator("[data-md-component=header-topic]")
    assert title.evaluate("title => getComputedStyle(title).opacity") == "0"
    page.evaluate("scrollTo(0, 1000)")
    expect(title).to_have_css("opacity", "1")


def test_scrolling_up_shows_the_link_to_the_top(page: Page) -> None:
    page.goto(LONG)
    back = page.locator(".md-top")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 2000)
    wait_until(page, "scrollY > 1500")
    assert back.get_attribute("hidden") is not None
    page.mouse.wheel(0, -300)
    page.locator(".md-top:not([hidden])").wait_for()
    back.click()
    wait_until(page, "scrollY === 0")


@pytest.mark.parametrize("path", ["incident/", "en/catalogue/xai/", "lost"])
def test_no_bar_covers_what_gets_the_focus_on_the_way_back(path: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # scrolled to at once
    page.goto(path)
    for screen in (DESKTOP, PHONE):
        page.set_viewport_size(screen)
        assert page.evaluate(COVERED) == []


def test_no_bar_of_the_facing_edition_covers_what_gets_the_focus(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_at(page, "incident/")
    assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("way", ["key", "link"])
def test_the_drawer_closes(way: str, phone: Page) -> None:
    phone.goto("incident/xai/")
    phone.locator(".md-header button[for=__drawer]").click()
    drawer = phone.locator("#__drawer")
    assert drawer.is_checked()
    if way == "key":
        phone.keyboard.press("Escape")
    else:
        phone.locator(".md-sidebar--primary [data-md-component=toc] a").first.dispatch_event(
            "click"
        )
    assert not drawer.is_checked()


def test_the_keyboard_opens_the_drawer_and_skips_a_closed_one(phone: Page) -> None:
    phone.goto("")
    opener = phone.locator(".md-header button[for=__drawer]")
    first = phone.locator(".md-sidebar--primary a[href='sources/']")
    state = opener.evaluate("({ariaExpanded, ariaLabel}) => [ariaExpanded, ariaLabel]")
    assert state == ["false", "Navigation"]
    assert not first.is_visible()
    for key in ("Enter", " "):
        opener.focus()
        phone.keyboard.press(key)
        first.wait_for()
        assert opener.get_attribute("aria-expanded") == "true"
        phone.keyboard.press("Escape")
        first.wait_for(state="hidden")
        assert opener.get_attribute("aria-expanded") == "false"


def test_the_keyboard_focus_is_visible_in_the_header(page: Page) -> None:
    page.goto("")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize("path", ["catalogue/grok/", "incident/", "catalogue/prices/"])
def test_a_wide_table_scrolls_in_itself(path: str, phone: Page) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(path)
    tables = phone.locator("article table:not([class])")
    assert tables.count()
    for table in tables.all():
        assert table.evaluate(
            "table => { const box = table.closest('.md-typeset__scrollwrap');"
            "return box && getComputedStyle(box).overflowX === 'auto' && box.clientWidth <= 320 }"
        )


def test_the_table_of_contents_is_no_higher_than_the_screen(page: Page) -> None:
    page.set_viewport_size({**DESKTOP, "height": 400})
    page.goto(LONG)
    box = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap").bounding_box()
    assert box and box["height"] <= 400
