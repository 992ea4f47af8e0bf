"""A note is at hand where it is cited, with a keyboard, a mouse and a finger."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from dossier.locales import LOCALES, Locale, site_path
from tests.browser.visits import PHONE

TOOLTIP = ".md-tooltip2--active"
WAIT = 500  # milliseconds: twice what the theme waits before it shows or hides
CITED, SOURCE = "unauthorized modification", "indy100"


def reference(page: Page, address: str, locale: Locale) -> Locator:
    page.goto(address + site_path(locale, "incident/"))
    return page.locator("#fnref\\:modification > a")


def shown(page: Page) -> str:
    """Return the note that is shown; others may still be fading."""
    tooltip = page.locator(TOOLTIP).last
    tooltip.wait_for()
    return tooltip.inner_text()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_shows_a_note_and_escape_hides_it(
    locale: Locale, page: Page, address: str
) -> None:
    link = reference(page, address, locale)
    link.focus()
    assert CITED in shown(page) and SOURCE in shown(page)
    page.keyboard.press("Escape")
    page.locator(TOOLTIP).wait_for(state="detached")


def test_a_mouse_shows_it_can_go_into_it_and_escape_hides_it(page: Page, address: str) -> None:
    link = reference(page, address, "fr")
    link.hover()
    assert CITED in shown(page)
    page.wait_for_timeout(WAIT)
    page.locator(f"{TOOLTIP} > *").hover()
    page.wait_for_timeout(WAIT)
    assert page.locator(TOOLTIP).count() == 1
    page.keyboard.press("Escape")
    page.locator(TOOLTIP).wait_for(state="detached")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_tap_shows_a_note_and_the_next_goes_to_it(
    locale: Locale, browser: Browser, address: str
) -> None:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        link = reference(page, address, locale)
        url = page.url
        link.tap()
        assert CITED in shown(page)
        box = page.locator(f"{TOOLTIP} > *").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
        assert page.url == url
        link.tap()
        page.wait_for_url(f"{url}#fn:modification")
        note = page.locator("#fn\\:modification")
        assert CITED in note.inner_text()
        note.locator(".footnote-backref").first.tap()
        page.wait_for_url(f"{url}#fnref:modification")
