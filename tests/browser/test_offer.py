"""The line that offers the other language: to whom, how it goes away, and that it only offers."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from dossier.locales import Locale
from tests.browser.visits import (
    DESKTOP,
    PAGES,
    PHONE,
    Watch,
    locale_of,
    other_than,
    twin_of,
)
from tests.support.site import Site

EVERY_PAGE = pytest.mark.parametrize("path", PAGES)
SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
WORDS = {"fr": "Lire cette page en français", "en": "Read this page in English"}

REFUSE_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("refused", "SecurityError"); } });"""
# Where the text begins, with what the scripts show and without.
TOPS = """() => {
    const shown = [".offer", ".page-tools button"].map(part => document.querySelector(part));
    return [false, true].map(hidden => {
        for (const part of shown) part.hidden = hidden;
        return document.querySelector("h1").getBoundingClientRect().top;
    });
}"""
# What of the text moves from the first paint on.
WATCH_MOVES = """
    window.moved = [];
    new PerformanceObserver(list => {
        const parents = list.getEntries().flatMap(entry => entry.sources)
            .map(({ node }) => node?.parentElement);
        window.moved.push(...parents.filter(parent => parent?.closest("main, footer"))
            .map(parent => parent.outerHTML));
    }).observe({ type: "layout-shift", buffered: true });
"""
MOVED = """() => new Promise(resolve =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0, moved))))"""


def reader(
    browser: Browser, *languages: str, chose: str | None = None, screen: ViewportSize = DESKTOP
) -> BrowserContext:
    """Return the browser of someone who reads these languages, and who may have chosen before."""
    context = browser.new_context(viewport=screen)
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'languages', "
        f"{{ get: () => {json.dumps(languages)} }});"
    )
    if chose:
        choose = f"localStorage.setItem('locale', '{chose}');"
        context.add_init_script(f"if (!localStorage.getItem('locale')) {choose}")
    return context


def visit(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    assert page.url == address, "a reader was sent elsewhere"
    return page


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


@pytest.mark.parametrize(
    ("languages", "on_french", "on_english"),
    [
        (["fr-FR", "en"], None, "fr"),
        (["en-US"], "en", None),
        (["de", "en-GB", "fr"], "en", None),
        (["de", "fr-CA", "en"], None, "fr"),
        (["de"], None, None),
        ([], None, None),
    ],
)
def test_it_follows_the_first_of_the_two_that_the_browser_asks_for(
    languages: list[str],
    on_french: str | None,
    on_english: str | None,
    browser: Browser,
    address: str,
) -> None:
    context = reader(browser, *languages)
    found = [offered(visit(context, address + path)) for path in ("incident/", "en/incident/")]
    context.close()
    assert found == [on_french, on_english]


@pytest.mark.parametrize(
    ("chose", "expected"), [("fr", [None, "fr"]), ("en", ["en", None]), ("xx", ["en", None])]
)
def test_a_choice_comes_before_the_browser_s_languages(
    chose: str, expected: list[str | None], browser: Browser, address: str
) -> None:
    context = reader(browser, "en", chose=chose)
    found = [offered(visit(context, address + path)) for path in ("incident/", "en/incident/")]
    context.close()
    assert found == expected


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[dict[Locale, Page]]:
    """Someone who reads each language alone."""
    with reader(browser, "fr") as french, reader(browser, "en") as english:
        contexts: dict[Locale, BrowserContext] = {"fr": french, "en": english}
        for context in contexts.values():
            context.add_init_script(WATCH_MOVES)
        yield {locale: context.new_page() for locale, context in contexts.items()}


@SCREENS
@EVERY_PAGE
def test_it_stands_on_every_page_moves_nothing_and_leads_to_the_twin(
    path: str, screen: ViewportSize, readers: dict[Locale, Page], address: str
) -> None:
    other = other_than(locale_of(path))
    page = readers[other]
    page.set_viewport_size(screen)
    watch = Watch(page, address)
    page.goto(address + path)
    assert offered(page) == other
    assert page.evaluate(MOVED) == []
    with_it, without = page.evaluate(TOPS)
    assert with_it == without
    assert page.locator(".offer a").evaluate("link => link.href") == address + twin_of(path)
    assert watch.end() == []


def test_it_keeps_the_section(browser: Browser, address: str) -> None:
    context = reader(browser, "en")
    page = visit(context, address + "incident/#status")
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(".offer a").click()
    url = page.url
    context.close()
    assert url == address + "en/incident/#status"


def test_dismissed_it_stays_away(browser: Browser, address: str) -> None:
    context = reader(browser, "en")
    page = visit(context, address)
    button = page.locator(".offer button")
    box = button.bounding_box()
    assert button.get_attribute("aria-label") == "Dismiss this offer"
    assert box
    assert min(box["width"], box["height"]) >= 44
    button.focus()
    page.keyboard.press("Enter")
    assert offered(page) is None
    found = [offered(visit(context, address + path)) for path in ("", "incident/")]
    context.close()
    assert found == [None, None]


def test_followed_it_is_remembered(browser: Browser, address: str) -> None:
    context = reader(browser, "en")
    page = visit(context, address)
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(".offer a").click()
    found = [offered(visit(context, address + path)) for path in ("incident/", "en/incident/")]
    context.close()
    assert found == ["en", None]


def test_the_switch_is_a_choice_too(browser: Browser, address: str) -> None:
    context = reader(browser, "fr")
    page = visit(context, address)
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(".languages a[hreflang=en]").click()
    assert offered(page) is None
    found = [offered(visit(context, address + path)) for path in ("incident/", "en/incident/")]
    context.close()
    assert found == ["en", None]


def test_where_storage_is_refused_it_still_offers_and_goes_away(
    browser: Browser, address: str
) -> None:
    context = reader(browser, "en")
    context.add_init_script(REFUSE_STORAGE)
    page = visit(context, address)
    assert page.evaluate("() => { try { localStorage } catch { return true } }")
    assert offered(page) == "en"
    page.locator(".offer button").click()
    assert offered(page) is None
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(".languages a[hreflang=en]").click()
    url = page.url
    context.close()
    assert url == address + "en/"


@SCREENS
def test_it_never_covers_what_has_the_focus(
    screen: ViewportSize, browser: Browser, address: str
) -> None:
    context = reader(browser, "en", screen=screen)
    page = visit(context, address)
    covered = []
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
            const focused = document.activeElement;
            const box = focused.getBoundingClientRect();
            const offer = document.querySelector(".offer");
            const free = offer.contains(focused) || box.top < offer.getBoundingClientRect().top;
            return [focused.outerHTML.slice(0, 200), focused.tagName, free];
        }""")
        reached.add(place[0])
        if place[1] == "BODY":
            break
        if not place[2]:
            covered.append(place[0])
    context.close()
    assert any("creativecommons" in html or "md-footer" in html for html in reached), reached
    assert covered == []


def test_at_the_end_of_the_page_there_is_room_to_scroll_clear_of_it(
    browser: Browser, address: str
) -> None:
    context = reader(browser, "en", screen=PHONE)
    page = visit(context, address)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    footer, offer = (page.locator(name).bounding_box() for name in (".md-footer", ".offer"))
    context.close()
    assert footer
    assert offer
    assert footer["y"] + footer["height"] <= offer["y"] + 1


def test_it_is_not_printed(browser: Browser, address: str) -> None:
    context = reader(browser, "en")
    page = visit(context, address)
    page.emulate_media(media="print")
    assert offered(page) is None
    context.close()


@EVERY_PAGE
def test_without_scripts_there_is_none(path: str, site: Site) -> None:
    offers = site.html(path).css(".offer")
    assert [("hidden" in offer.attributes) for offer in offers] == [True]


def test_the_404_page_has_none(site: Site) -> None:
    assert "offer__link" not in (site.folder / "404.html").read_text(encoding="utf-8")
