"""Definitions and footnotes are shown in place, by keyboard, mouse and finger."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.screens import PHONE, NewPage
from tests.support.site import ROOT, plain

CLAIM = load(ROOT).glossary["claim"]
TERM, CITATION = "a.term[href$='#claim']", "#fnref\\:modification > a"
TOOLTIP = ".md-tooltip2--active"
TOUCHED: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
NOTE: dict[Locale, tuple[str, ...]] = {
    "fr": (
        "indy100", "cité par un autre texte, consulté le 30 novembre 2026", "fiche et",
        "unauthorized modification", "Source primaire.", "Ce fait et les pages qui le citent",
    ),
    "en": (
        "indy100", "quoted in another text, consulted on November 30, 2026", "entry and",
        "unauthorized modification", "Primary source.", "This claim and the pages that cite it",
    ),
}  # fmt: skip
"""What the note says: its sources, how far and when they were read, the exact words, the grade."""
ADDRESSES = ("sources/#indy100-2025-05-19", "sources/claims/#modification")


def text_of_tooltip(page: Page) -> str:
    tooltip = page.locator(TOOLTIP)
    tooltip.wait_for()
    return tooltip.inner_text()


def is_whole(text: str, locale: Locale) -> bool:
    return all(part in plain(text) for part in NOTE[locale])


def escape(page: Page) -> None:
    page.keyboard.press("Escape")
    page.locator(TOOLTIP).wait_for(state="detached")


def tapped(link: Locator) -> str:
    """Tap a link on a phone and return the text of its tooltip, which must fit the screen."""
    link.tap()
    text = text_of_tooltip(link.page)
    box = link.page.locator(f"{TOOLTIP} > *").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    return text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_shows_a_definition_and_escape_hides_it(locale: Locale, page: Page) -> None:
    page.goto(site_path(locale, "incident/"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("term => document.activeElement.matches(term)", TERM):
            break
    assert text_of_tooltip(page) == CLAIM.definition[locale]
    link = page.locator(TERM).first
    assert link.get_attribute("aria-describedby") == page.locator(TOOLTIP).get_attribute("id")
    escape(page)
    link.hover()
    assert text_of_tooltip(page) == CLAIM.definition[locale]
    escape(page)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_shows_a_footnote_and_escape_hides_it(locale: Locale, page: Page) -> None:
    page.goto(site_path(locale, "incident/"))
    page.locator(CITATION).focus()
    assert is_whole(text_of_tooltip(page), locale)
    for address in ADDRESSES:
        assert page.locator(f"{TOOLTIP} a[href$='{address}']").count() == 1
    escape(page)


def test_the_mouse_can_enter_a_footnote(new_page: NewPage) -> None:
    page = new_page()
    page.clock.install()
    page.goto("incident/")
    page.locator(CITATION).hover()
    page.clock.run_for(2_000)
    assert is_whole(text_of_tooltip(page), "fr")
    page.locator(f"{TOOLTIP} > *").hover()
    page.clock.run_for(2_000)
    assert page.locator(TOOLTIP).count() == 1
    page.mouse.move(0, 0)
    page.clock.run_for(2_000)
    assert page.locator(TOOLTIP).count() == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_a_tap_shows_a_definition_and_the_next_follows_it(
    locale: Locale, new_page: NewPage, address: str
) -> None:
    page, url = new_page(**TOUCHED), address + site_path(locale, "incident/")
    page.goto(url)
    link = page.locator(TERM).first
    assert tapped(link) == CLAIM.definition[locale]
    assert page.url == url
    link.tap()
    page.wait_for_url(f"{site_path(locale, 'a-z/')}#claim")
    entry = page.locator("#claim")
    assert entry.inner_text() == CLAIM.term[locale]
    top = entry.evaluate("entry => entry.getBoundingClientRect().top")
    bar = page.locator(".md-header").evaluate("bar => bar.getBoundingClientRect().bottom")
    assert bar <= top < PHONE["height"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_tap_shows_a_footnote_and_the_next_goes_to_it(
    locale: Locale, new_page: NewPage, address: str
) -> None:
    page, url = new_page(**TOUCHED), address + site_path(locale, "incident/")
    page.goto(url)
    link = page.locator(CITATION)
    assert is_whole(tapped(link), locale)
    assert page.url == url
    link.tap()
    page.wait_for_url(f"{url}#fn:modification")
    note = page.locator("#fn\\:modification")
    assert is_whole(note.inner_text(), locale)
    note.locator(".footnote-backref").first.tap()
    page.wait_for_url(f"{url}#fnref:modification")


def test_a_tap_without_focus_shows_it_too(page: Page) -> None:
    """Safari's taps give no focus; those of Chromium do, so the test makes the click."""
    page.goto("incident/")
    tap = "{pointerType: 'touch', bubbles: true, cancelable: true}"
    page.locator(TERM).first.evaluate(
        f"link => link.dispatchEvent(new PointerEvent('click', {tap}))"
    )
    assert text_of_tooltip(page) == CLAIM.definition["fr"]


def test_without_scripts_a_tap_leads_to_the_entry(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, java_script_enabled=False)
    page.goto("incident/")
    page.locator(TERM).first.tap()
    page.wait_for_url("a-z/#claim")


def test_without_scripts_the_note_at_the_foot_says_the_same(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, java_script_enabled=False)
    page.goto("en/incident/")
    page.locator(CITATION).tap()
    page.wait_for_url("**/en/incident/#fn:modification")
    note = page.locator("#fn\\:modification")
    expect(note).to_be_in_viewport()
    assert is_whole(note.inner_text(), "en")
    page.locator(f"#fn\\:modification a[href$='{ADDRESSES[1]}']").tap()
    page.wait_for_url("**/en/sources/claims/#modification")
    expect(page.locator("#modification")).to_be_in_viewport()


def test_targets_of_notes_are_24_pixels_wide_and_high(page: Page) -> None:
    """References are smaller only where a neighbor begins."""
    small = """links => links.map(link => link.getBoundingClientRect())
        .filter(({ width, height }) => width < 24 || height < 24).length"""
    neighbor = "sup:has(+ sup:not([id])), sup:not([id]) + sup"
    for path in ("incident/justice/", "en/dates/"):
        page.goto(path)
        assert page.locator(".footnote-backref").evaluate_all(small) == 0
        assert page.locator(f"sup[id]:not({neighbor}) > .footnote-ref").evaluate_all(small) == 0
        tall = "links => links.every(link => link.getBoundingClientRect().height >= 24)"
        assert page.locator(".footnote-ref").evaluate_all(tall)
