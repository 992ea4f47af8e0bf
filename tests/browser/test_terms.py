"""Definitions are at hand with a keyboard, a mouse and a finger, and without scripts."""

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.site import ROOT

GLOSSARY = load(ROOT).glossary
PHONE: ViewportSize = {"width": 390, "height": 844}
TOOLTIP = ".md-tooltip2--active"


def definition_shown(page: Page, link: Locator) -> str:
    """Return the text of the tooltip that describes the link; others may still be fading."""
    page.locator("a.term[aria-describedby]").wait_for()
    tooltip = page.locator(f"#{link.get_attribute('aria-describedby')}{TOOLTIP}")
    tooltip.wait_for()
    return tooltip.inner_text()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_shows_the_definition_and_escape_hides_it(
    locale: Locale, browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address + site_path(locale, "incident/"))
    link = page.locator("a.term").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.term')"):
            break
    assert definition_shown(page, link) == GLOSSARY["claim"].definition[locale]
    page.keyboard.press("Escape")
    page.locator(TOOLTIP).wait_for(state="detached")
    link.hover()
    assert definition_shown(page, link) == GLOSSARY["claim"].definition[locale]
    page.keyboard.press("Escape")
    page.locator(TOOLTIP).wait_for(state="detached")
    page.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_tap_shows_the_definition_and_the_next_follows_it(
    locale: Locale, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    url = address + site_path(locale, "incident/")
    page.goto(url)
    link = page.locator("a.term").first
    link.tap()
    assert definition_shown(page, link) == GLOSSARY["claim"].definition[locale]
    box = page.locator(f"{TOOLTIP} > *").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert page.url == url
    link.tap()
    page.wait_for_url(f"{address}{site_path(locale, 'a-z/')}#claim")
    entry = page.locator("#claim")
    assert entry.inner_text() == GLOSSARY["claim"].term[locale]
    top = entry.evaluate("entry => entry.getBoundingClientRect().top")
    bar = page.locator(".md-header").evaluate("bar => bar.getBoundingClientRect().bottom")
    assert bar <= top < PHONE["height"]
    context.close()


def test_a_tap_that_gives_no_focus_shows_it_too(browser: Browser, address: str) -> None:
    """Safari's taps give none; Chromium's do, so the click is made here."""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}incident/")
    link = page.locator("a.term").first
    tap = "{pointerType: 'touch', bubbles: true, cancelable: true}"
    link.evaluate(f"link => link.dispatchEvent(new PointerEvent('click', {tap}))")
    assert definition_shown(page, link) == GLOSSARY["claim"].definition["fr"]
    page.close()


def test_without_scripts_a_tap_leads_to_the_entry(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "incident/")
    page.locator("a.term").first.tap()
    page.wait_for_url(f"{address}a-z/#claim")
    context.close()
