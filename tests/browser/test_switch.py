"""The two words in the header: they lead to the twin page, at the same place, and back."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from dossier.locales import Locale, as_locale
from tests.browser.visits import (
    DESKTOP,
    PAGES,
    PHONE,
    Watch,
    locale_of,
    other_than,
    twin_of,
)
from tests.site import Site

SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
EVERY_PAGE = pytest.mark.parametrize("path", PAGES)

TOP = "id => document.getElementById(id).getBoundingClientRect().top"
SCROLL_TO = "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 60)"


def switch(page: Page) -> str:
    """Follow the link to the other language and return the address reached."""
    locale = other_than(locale_of_shown(page))
    with page.expect_navigation():
        page.locator(f".languages a[hreflang={locale}]").click()
    assert locale_of_shown(page) == locale
    return page.url


def locale_of_shown(page: Page) -> Locale:
    """Return the language that the header marks, which must be that of the page."""
    marked = page.locator(".languages [aria-current=true]").get_attribute("hreflang")
    assert marked == page.locator("html").get_attribute("lang")
    return as_locale(str(marked))


def ids(site: Site, path: str, selector: str) -> list[str]:
    return [str(node.attributes["id"]) for node in site.html(path).css(f"article {selector}")]


@EVERY_PAGE
def test_the_switch_is_two_words_that_say_their_language(path: str, site: Site) -> None:
    words = site.html(path).css(".languages > *")
    assert [word.text(strip=True) for word in words] == ["Français", "English"]
    assert [word.attributes["lang"] for word in words] == ["fr", "en"]
    assert [word.attributes["hreflang"] for word in words] == ["fr", "en"]
    current = [word.attributes["lang"] for word in words if "aria-current" in word.attributes]
    assert current == [locale_of(path)]


@SCREENS
@EVERY_PAGE
def test_from_the_top_it_leads_to_the_twin_s_top_and_back(
    path: str, screen: ViewportSize, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=screen)
    watch = Watch(page, address)
    page.goto(address + path)
    assert switch(page) == address + twin_of(path)
    assert switch(page) == address + path
    page.wait_for_load_state("networkidle")
    page.close()
    assert watch.faults == []


@SCREENS
@EVERY_PAGE
def test_the_fragment_of_the_address_is_kept(
    path: str, screen: ViewportSize, browser: Browser, address: str, site: Site
) -> None:
    headings = ids(site, path, ":is(h2, h3)[id]")
    notes = ids(site, path, "li[id^='fn:']")
    page = browser.new_page(viewport=screen)
    watch = Watch(page, address)
    for fragment in [headings[-1], *notes[-1:]]:
        page.goto("about:blank")
        page.goto(f"{address}{path}#{fragment}")
        before = page.evaluate(TOP, fragment)
        assert switch(page) == f"{address}{twin_of(path)}#{fragment}"
        assert 0 <= page.evaluate(TOP, fragment) < screen["height"], f"{fragment} is out of sight"
        assert switch(page) == f"{address}{path}#{fragment}"
        assert page.evaluate(TOP, fragment) == pytest.approx(before, abs=2)
    page.close()
    assert watch.faults == []


@SCREENS
@EVERY_PAGE
def test_where_the_address_has_none_the_heading_on_screen_is_kept(
    path: str, screen: ViewportSize, browser: Browser, address: str, site: Site
) -> None:
    page = browser.new_page(viewport=screen)
    watch = Watch(page, address)
    page.goto(address + path)
    link = page.locator(".languages a:not([aria-current])")
    kept = []
    for heading in ids(site, path, ":is(h2, h3)[id]"):
        page.evaluate(SCROLL_TO, heading)
        if page.evaluate(TOP, heading) < 61:  # else too near the end to be scrolled so far up
            link.dispatch_event("pointerenter")
            leads_to = link.evaluate("link => link.href")
            assert leads_to == f"{address}{twin_of(path)}#{heading}"
            kept.append(heading)
    page.evaluate(SCROLL_TO, kept[-1])
    assert switch(page) == f"{address}{twin_of(path)}#{kept[-1]}"
    assert switch(page) == f"{address}{path}#{kept[-1]}"
    page.close()
    assert watch.faults == []


def test_a_fragment_that_has_been_scrolled_out_of_sight_no_longer_counts(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(address + "incident/#may-14")
    page.evaluate(SCROLL_TO, "status")
    assert switch(page) == f"{address}en/incident/#status"
    page.close()


def test_a_long_section_is_kept_by_its_items(browser: Browser, address: str, site: Site) -> None:
    source = ids(site, "sources/", "ul.sources > li[id]")[40]
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + "sources/")
    page.evaluate(SCROLL_TO, source)
    assert switch(page) == f"{address}en/sources/#{source}"
    page.close()


@pytest.mark.parametrize("fragment", ["no-such-id", "%", "%E9", "fn:no-such-note"])
def test_a_fragment_that_leads_nowhere_breaks_nothing(
    fragment: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    watch = Watch(page, address)
    page.goto(f"{address}incident/#{fragment}")
    assert switch(page) == f"{address}en/incident/"
    page.close()
    assert watch.faults == []


@pytest.mark.parametrize("way", ["control", "middle button"])
def test_a_link_opened_in_a_new_tab_keeps_the_section_too(
    way: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + "incident/")
    page.evaluate(SCROLL_TO, "status")
    link = page.locator(".languages a[hreflang=en]")
    with context.expect_page() as opened:
        if way == "control":
            link.click(modifiers=["ControlOrMeta"])
        else:
            link.click(button="middle")
    assert opened.value.url == f"{address}en/incident/#status"
    context.close()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_the_address_is_right_before_the_link_is_followed(
    way: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + "en/incident/")
    page.evaluate(SCROLL_TO, "xai")
    link = page.locator(".languages a[hreflang=fr]")
    getattr(link, way)()
    assert link.evaluate("link => link.href") == f"{address}incident/#xai"
    page.evaluate(SCROLL_TO, "status")
    if way == "focus":
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}incident/#status")
    page.close()


def test_the_facing_page_edition_is_kept(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    watch = Watch(page, address)
    page.goto(address + "incident/?regard#xai")
    page.wait_for_selector("article.facing")
    assert switch(page) == f"{address}en/incident/?regard#xai"
    page.wait_for_selector("article.facing")
    page.locator("#twin-status").evaluate("heading => heading.scrollIntoView()")
    page.evaluate("scrollBy(0, -100)")
    assert switch(page) == f"{address}incident/?regard#status"
    page.close()
    assert watch.faults == []


@EVERY_PAGE
def test_without_scripts_it_is_a_plain_link(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + path)
    page.locator(f".languages a[hreflang={other_than(locale_of(path))}]").click()
    url = page.url
    context.close()
    assert url == address + twin_of(path)
