"""What stands around the text: colors, the table of contents, the drawer, the way back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import DESKTOP, PHONE

GROUND = "getComputedStyle(document.body).backgroundColor"
LONG = "dates/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE) as context:
        yield context.new_page()


def switch(page: Page) -> str:
    """Press the switch of colors and return what it then offers."""
    page.locator("[data-md-component=palette] label:visible").click()
    return page.locator("[data-md-component=palette] label:visible").get_attribute("title") or ""


def test_colors_follow_the_system_until_the_reader_chooses(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        day = page.evaluate(GROUND)
        page.emulate_media(color_scheme="dark")
        night = page.evaluate(GROUND)
        assert day != night
        assert switch(page) == "Passer au thème sombre"
        assert page.evaluate(GROUND) == day
        page.goto(address + "incident/")  # kept from page to page
        assert page.evaluate(GROUND) == day
        assert switch(page) == "Suivre le réglage du système"
        assert page.evaluate(GROUND) == night
        assert switch(page) == "Passer au thème clair"
        page.emulate_media(color_scheme="light")
        assert page.evaluate(GROUND) == day


def test_the_night_begins_before_scripts(browser: Browser, address: str) -> None:
    grounds = []
    for scripts in (True, False):
        page = browser.new_page(java_script_enabled=scripts, color_scheme="dark")
        page.goto(address)
        grounds.append(page.evaluate(GROUND))
        page.close()
    assert grounds[0] == grounds[1]
    assert max(int(part) for part in grounds[0][4:-1].split(",")) < 128


def test_the_table_of_contents_follows(page: Page, address: str) -> None:
    page.goto(address + LONG)
    heading = page.locator("article h2").nth(4)
    heading.evaluate("heading => scrollTo(0, heading.offsetTop - 60)")
    name = heading.get_attribute("id")
    current = page.locator(f".md-sidebar--secondary .md-nav__link--active[href$='#{name}']")
    current.wait_for()
    assert page.locator(".md-sidebar--secondary .md-nav__link--active").count() == 1
    assert page.locator(".md-sidebar--secondary .md-nav__link--passed").count() == 5
    box, screen = current.bounding_box(), page.viewport_size
    assert box and screen and 0 < box["y"] < screen["height"]


def test_the_nameplate_becomes_the_title_of_the_page(page: Page, address: str) -> None:
    page.goto(address + LONG)
    title = page.locator("[data-md-component=header-topic]")
    assert title.evaluate("title => getComputedStyle(title).opacity") == "0"
    page.evaluate("scrollTo(0, 1000)")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('[data-md-component=header-topic]')).opacity > 0.9"
    )


def test_who_scrolls_up_is_offered_the_way_back(page: Page, address: str) -> None:
    page.goto(address + LONG)
    back = page.locator(".md-top")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 2000)
    page.wait_for_function("scrollY > 1500")
    assert back.get_attribute("hidden") is not None
    page.mouse.wheel(0, -300)
    page.locator(".md-top:not([hidden])").wait_for()
    back.click()
    page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("way", ["key", "link"])
def test_the_drawer_closes(way: str, phone: Page, address: str) -> None:
    phone.goto(address + "incident/xai/")
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


def test_the_keyboard_opens_the_drawer_and_enters_no_closed_one(phone: Page, address: str) -> None:
    phone.goto(address)
    opener = phone.locator(".md-header button[for=__drawer]")
    first = phone.locator(".md-sidebar--primary a[href='sources/']")
    said = opener.evaluate("({ariaExpanded, ariaLabel}) => [ariaExpanded, ariaLabel]")
    assert said == ["false", "Navigation"]
    assert not first.is_visible()
    for key in ("Enter", " "):
        opener.focus()
        phone.keyboard.press(key)
        first.wait_for()
        assert opener.get_attribute("aria-expanded") == "true"
        phone.keyboard.press("Escape")
        first.wait_for(state="hidden")
        assert opener.get_attribute("aria-expanded") == "false"


def test_the_focus_of_the_keyboard_is_seen_in_the_header(page: Page, address: str) -> None:
    page.goto(address)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize("path", ["catalogue/grok/", "incident/", "build-2025/conditions/"])
def test_a_table_scrolls_inside_itself(path: str, phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(address + path)
    tables = phone.locator("article table:not([class])")
    assert tables.count()
    for table in tables.all():
        assert table.evaluate(
            "table => { const box = table.closest('.md-typeset__scrollwrap');"
            "return box && getComputedStyle(box).overflowX === 'auto' && box.clientWidth <= 320 }"
        )


def test_the_margin_is_no_higher_than_the_screen(browser: Browser, address: str) -> None:
    low = {**DESKTOP, "height": 400}
    page = browser.new_page(viewport=low)  # type: ignore[arg-type]
    page.goto(address + LONG)
    box = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap").bounding_box()
    assert box and box["height"] <= 400
    page.close()
