"""The offer of the other language: who gets it, how it goes away, and that it only offers."""

import json

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.support.screens import DESKTOP, PHONE, NewPage
from tests.support.scripts import read_script
from tests.support.site import Site
from tests.support.tables import read_table

SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
PATHS = ("incident/", "en/incident/")
WORDS = {"fr": "Lire cette page en français", "en": "Read this page in English"}

LANGUAGES = "Object.defineProperty(Navigator.prototype, 'languages', {get: () => %s});"
CHOICE = "if (!localStorage.getItem('locale')) localStorage.setItem('locale', '%s');"
REFUSE_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("refused", "SecurityError"); } });"""
COVERS = f"{read_script('browser/scripts/offer.js')}.covers()"


@pytest.fixture
def open_page(new_page: NewPage) -> NewPage:
    """A function that opens a path as a reader of given languages, who may have chosen before."""

    def open_page(
        *languages: str, path: str | None = "", chose: str = "", screen: ViewportSize = DESKTOP
    ) -> Page:
        page = new_page(viewport=screen)
        page.context.add_init_script(LANGUAGES % json.dumps(languages))
        if chose:
            page.context.add_init_script(CHOICE % chose)
        if path is not None:
            page.goto(path)
        return page

    return open_page


def offered(page: Page) -> str | None:
    """Return the language of the offer on screen, whose words must be in it."""
    offer = page.locator(".offer")
    if not offer.is_visible():
        return None
    locale = offer.get_attribute("lang")
    link = offer.locator("a")
    assert locale
    assert link.inner_text() == WORDS[locale]
    assert link.get_attribute("hreflang") == locale
    return locale


def offered_on(page: Page, address: str, *paths: str) -> list[str | None]:
    """Return the offers on pages that the same reader opens, who must not be sent elsewhere."""
    found = []
    for path in paths:
        page.goto(path)
        assert page.url == address + path
        found.append(offered(page))
    return found


def follow(page: Page, selector: str) -> None:
    """Follow a link; Playwright's own click scrolls the page when it has to retry."""
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(selector).evaluate("link => link.click()")


@pytest.mark.parametrize(
    ("languages", "chose", "expected"), read_table("browser/cases.yml")["offers"]
)
def test_it_follows_the_reader_s_choice_else_the_first_of_the_two_in_the_browser_s_languages(
    languages: list[str], chose: str, expected: list[str | None], open_page: NewPage, address: str
) -> None:
    assert offered_on(open_page(*languages, path=None, chose=chose), address, *PATHS) == expected


def test_it_keeps_the_section(open_page: NewPage, address: str) -> None:
    page = open_page("en", path="incident/#status")
    follow(page, ".offer a")
    assert page.url == address + "en/incident/#status"


def test_once_dismissed_it_stays_away(open_page: NewPage, address: str) -> None:
    page = open_page("en")
    button = page.locator(".offer button")
    box = button.bounding_box()
    assert button.get_attribute("aria-label") == "Dismiss this offer"
    assert box and min(box["width"], box["height"]) >= 44
    button.focus()
    page.keyboard.press("Enter")
    assert offered(page) is None
    assert offered_on(page, address, "", "incident/") == [None, None]


def test_following_it_is_remembered_as_a_choice(open_page: NewPage, address: str) -> None:
    page = open_page("en")
    follow(page, ".offer a")
    assert offered_on(page, address, *PATHS) == ["en", None]


def test_following_the_switch_is_remembered_as_a_choice(open_page: NewPage, address: str) -> None:
    page = open_page("fr")
    follow(page, ".languages a[hreflang=en]")
    assert offered(page) is None
    assert offered_on(page, address, *PATHS) == ["en", None]


def test_without_storage_it_still_offers_and_goes_away(open_page: NewPage, address: str) -> None:
    page = open_page("en")
    page.add_init_script(REFUSE_STORAGE)
    page.goto("")
    assert page.evaluate("() => { try { localStorage } catch { return true } }")
    assert offered(page) == "en"
    page.locator(".offer button").click()
    assert offered(page) is None
    follow(page, ".languages a[hreflang=en]")
    assert page.url == address + "en/"


@SCREENS
def test_it_never_covers_what_has_the_focus(screen: ViewportSize, open_page: NewPage) -> None:
    page = open_page("en", screen=screen)
    covered, footer = [], False
    for _ in range(500):
        page.keyboard.press("Tab")
        html, footer, is_covered = page.evaluate(COVERS)
        covered += [html] if is_covered else []
        if footer:
            break
    assert footer, "the focus never reached the footer"
    assert covered == []


def test_the_end_of_the_page_can_be_scrolled_clear_of_it(open_page: NewPage) -> None:
    page = open_page("en", screen=PHONE)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    footer, offer = (page.locator(name).bounding_box() for name in (".md-footer", ".offer"))
    assert footer and offer
    assert footer["y"] + footer["height"] <= offer["y"] + 1


def test_without_scripts_there_is_none(site: Site) -> None:
    offers = {page: site.html(page).css(".offer") for page in site.pages()}
    assert [page for page, [offer] in offers.items() if "hidden" not in offer.attributes] == []
    assert "offer__link" not in (site.folder / "404.html").read_text(encoding="utf-8")
