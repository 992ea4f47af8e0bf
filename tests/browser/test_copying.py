"""Copied text has no marks of the page, and can take the reference with it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.how_to_cite import cite_page
from tests.browser.facing import toggle
from tests.support.screens import PHONE, NewPage
from tests.support.site import ROOT

DOSSIER = load(ROOT)
PATH = "build-2025/2025-2026/"
BUTTON = ".copy-citation"
NAMES: dict[Locale, str] = {"fr": "Grok sur Azure", "en": "Grok on Azure"}
SITE = "https://example.github.io/grok-azure/"
COPIED: dict[Locale, str] = {"fr": "Copié avec la référence", "en": "Copied with citation"}
# The paragraph with the most references: its neighbors have commas between them.
MOST = """() => [...document.querySelectorAll("article > p:not(.twin)")].reduce((most, one) =>
    one.querySelectorAll("sup").length > most.querySelectorAll("sup").length ? one : most)"""
SELECT = """block => {
  const range = document.createRange();
  range.selectNodeContents(block);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
SELECTABLE = "all => all.forEach(one => one.style.setProperty('user-select', 'text', 'important'))"
CLEAN = """block => {
  const copy = block.cloneNode(true);
  for (const mark of copy.querySelectorAll("sup, .headerlink, button")) mark.remove();
  return copy.textContent.trim();
}"""
PASTED = """() => navigator.clipboard.read().then(async ([item]) => {
  const blob = await item.getType("text/html");
  return blob.text();
})"""


@pytest.fixture
def copying(new_page: NewPage) -> Iterator[Page]:
    yield new_page(permissions=["clipboard-read", "clipboard-write"])


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def citation(locale: Locale, path: str, anchor: str = "") -> str:
    address = f"{SITE}{site_path(locale, path)}{anchor}"
    return cite_page(DOSSIER.page(locale, path), NAMES[locale], address).text


@pytest.mark.parametrize("locale", LOCALES)
def test_a_copy_has_no_marks_in_text_or_html(locale: Locale, copying: Page) -> None:
    page = copying
    page.goto(site_path(locale, PATH))
    # Without the style that keeps marks from being selected, which not every browser obeys.
    page.locator("article *").evaluate_all(SELECTABLE)
    paragraph = page.evaluate_handle(MOST).as_element()
    assert paragraph
    expected = paragraph.evaluate(CLEAN)
    paragraph.evaluate(SELECT)
    assert paragraph.evaluate("() => getSelection().toString()") != expected
    page.keyboard.press("Control+c")
    assert clipboard(page) == expected
    html = page.evaluate(PASTED)
    assert "fnref" not in html and "<sup" not in html
    heading = page.locator("article h2").first
    heading.evaluate(SELECT)
    page.keyboard.press("Control+c")
    assert clipboard(page) == heading.evaluate(CLEAN)


def test_marks_are_not_selected_without_scripts_either(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PATH)
    marks = ".footnote-ref, .footnote-backref, .headerlink, sup[id*=fnref] + sup:not([id])"
    style = "all => all.map(mark => getComputedStyle(mark).userSelect)"
    assert set(page.locator(f"article :is({marks})").evaluate_all(style)) == {"none"}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_copies_a_passage_with_its_reference(locale: Locale, copying: Page) -> None:
    page = copying
    page.goto(site_path(locale, "incident/"))
    expect(page.locator(BUTTON)).to_be_hidden()
    paragraph = page.locator("h2#explanation + p, h2#xai + p").first
    anchor = paragraph.evaluate("one => `#${one.previousElementSibling.id}`")
    paragraph.evaluate(SELECT)
    expect(page.locator(BUTTON)).to_be_in_viewport()
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-status")).to_have_text(COPIED[locale])
    expect(page.locator(BUTTON)).to_have_text(COPIED[locale])
    text = paragraph.evaluate(CLEAN)
    assert clipboard(page) == f"{text}\n\n{citation(locale, 'incident/', anchor)}"
    page.keyboard.press("Escape")
    expect(page.locator(BUTTON)).to_be_hidden()


def test_the_keyboard_copies_a_heading_with_its_reference(copying: Page) -> None:
    page = copying
    page.goto("incident/")
    heading = page.locator("article h2").first
    anchor, text = heading.get_attribute("id"), heading.evaluate(CLEAN)
    heading.locator(".headerlink").focus()
    expect(page.locator(BUTTON)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(BUTTON)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-status")).to_have_text(COPIED["fr"])
    assert clipboard(page) == f"{text}\n\n{citation('fr', 'incident/', f'#{anchor}')}"
    page.keyboard.press("Tab")
    expect(page.locator(BUTTON)).to_be_hidden()


def test_a_finger_copies_a_heading_and_a_passage(new_page: NewPage) -> None:
    page = new_page(
        viewport=PHONE, has_touch=True, is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    page.goto("en/incident/")
    heading = page.locator("article h2").first
    heading.locator(".headerlink").tap()
    page.locator(BUTTON).tap()
    expect(page.locator(".copy-status")).to_have_text(COPIED["en"])
    anchor = heading.get_attribute("id")
    assert clipboard(page).endswith(citation("en", "incident/", f"#{anchor}"))
    page.locator("article p").nth(3).evaluate(SELECT)
    expect(page.locator("article p").nth(3).locator(BUTTON)).to_be_visible()
    page.locator(BUTTON).tap()
    expect(page.locator(".copy-status")).to_have_text(COPIED["en"])
    assert clipboard(page).startswith(page.locator("article p").nth(3).evaluate(CLEAN))


def test_what_the_reader_does_next_withdraws_the_button(copying: Page) -> None:
    page = copying
    page.goto("incident/")
    link = page.locator("article h2 .headerlink").first
    link.hover()
    expect(page.locator(f"h2 {BUTTON}")).to_be_visible()
    page.mouse.move(0, 400)
    expect(page.locator(BUTTON)).to_be_hidden()
    page.locator("article .lead").evaluate(SELECT)
    expect(page.locator(BUTTON)).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(page.locator(BUTTON)).to_be_hidden()


def test_beside_the_translation_a_passage_takes_the_reference_of_its_own_page(
    copying: Page,
) -> None:
    page = copying
    page.goto("incident/")
    toggle(page)
    page.locator("article.facing p.twin").nth(1).evaluate(SELECT)
    expect(page.locator(BUTTON)).to_be_visible()
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-status")).to_have_text(COPIED["fr"])
    assert citation("en", "incident/") in clipboard(page)
