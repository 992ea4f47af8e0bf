"""The two words in the header: they lead to the twin page, at the same place, and back."""

from dataclasses import dataclass
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize

from dossier.locales import Locale, as_locale
from tests.browser.visits import DESKTOP, PAGES, PHONE, Watch, locale_of, other_than, twin_of
from tests.support.site import Site

SCREENS = (PHONE, DESKTOP)
LOWEST = min(screen["height"] for screen in SCREENS)

TOP = "id => document.getElementById(id).getBoundingClientRect().top"
SCROLL_TO = "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 60)"
# Where the link leads, as a reader who is about to follow it would see.
LEADS_TO = """() => {
    const link = document.querySelector(".languages a:not([aria-current])");
    link.dispatchEvent(new PointerEvent("pointerenter"));
    return link.href;
}"""
# Each place, once it has been scrolled to.
SWEEP = f"""() => {{
    const leadsTo = {LEADS_TO};
    const end = document.documentElement.scrollHeight - innerHeight;
    return [...document.querySelectorAll("article :is(h1, h2, h3, h4, li, dt, tr)[id]")]
        .map(place => {{
            scrollBy(0, place.getBoundingClientRect().top - 60);
            const {{ top }} = place.getBoundingClientRect();
            return [place.id, top, leadsTo(), scrollY >= end - 1];
        }});
}}"""
# An element, once the address has come to name it.
SEEK = f"""id => {{
    const leadsTo = {LEADS_TO};
    location.hash = ""; // else nothing happens where the address names it already
    location.hash = id;
    return [id, document.getElementById(id).getBoundingClientRect().top, leadsTo()];
}}"""


class Place(NamedTuple):
    """Something with an id that was gone to: its y then, and where the switch led."""

    id: str
    top: float
    leads_to: str
    at_the_end: bool = False
    """Whether the page could be scrolled no further."""


class Arrival(NamedTuple):
    """Where a use of the switch led: the address, and the y of the element looked for."""

    id: str
    top: float
    url: str


@dataclass(frozen=True)
class Trip:
    """A visit of a page and its twin: what was gone to on each, on each of SCREENS in turn."""

    path: str
    from_the_top: list[str]
    scrolled_to: list[Place]
    out: Arrival
    """On a desktop, from where the page was scrolled to."""
    sought_there: list[list[Place]]
    back: Arrival
    """On a phone, with the last fragment sought there."""
    sought_here: list[list[Place]]
    faults: list[str]


@pytest.fixture(scope="module")
def traveler(reader: BrowserContext) -> Page:
    return reader.new_page()


@pytest.fixture(scope="module", params=PAGES)
def trip(request: pytest.FixtureRequest, traveler: Page, address: str, site: Site) -> Trip:
    page, path = traveler, request.param
    headings, notes = ids(site, path, ":is(h1, h2, h3)[id]"), ids(site, path, "li[id^='fn:']")
    fragments = [headings[-1], *notes[-1:]]

    def arrive(fragment: str) -> Arrival:
        url = switch(page)
        return Arrival(fragment, page.evaluate(TOP, fragment), url)

    def seek(screen: ViewportSize) -> list[Place]:
        page.set_viewport_size(screen)
        return [Place(*page.evaluate(SEEK, fragment)) for fragment in fragments]

    watch = Watch(page, address)
    page.goto(address + path, wait_until="domcontentloaded")
    from_the_top, scrolled_to = [], []
    for screen in SCREENS:
        page.set_viewport_size(screen)
        page.evaluate("scrollTo(0, 0)")
        from_the_top.append(page.evaluate(LEADS_TO))
        scrolled_to += [Place(*place) for place in page.evaluate(SWEEP)]
    last = [place.id for place in scrolled_to if not place.at_the_end][-1]
    page.evaluate(SCROLL_TO, last)
    out = arrive(last)
    sought_there = [seek(screen) for screen in reversed(SCREENS)]
    back = arrive(fragments[-1])
    sought_here = [seek(screen) for screen in SCREENS]
    return Trip(
        path, from_the_top, scrolled_to, out, sought_there, back, sought_here, watch.end()
    )  # fmt: skip


def switch(page: Page) -> str:
    """Follow the link to the other language and return the address reached."""
    locale = other_than(locale_of_shown(page))
    link = page.locator(f".languages a[hreflang={locale}]")
    with page.expect_navigation(wait_until="domcontentloaded"):
        # Not `link.click()`: Playwright scrolls the page where it has to try again.
        link.evaluate("link => link.click()")
    assert locale_of_shown(page) == locale
    return page.url


def locale_of_shown(page: Page) -> Locale:
    """Return the language that the header marks, which must be that of the page."""
    marked = page.locator(".languages [aria-current=true]").get_attribute("hreflang")
    assert marked == page.locator("html").get_attribute("lang")
    return as_locale(str(marked))


def ids(site: Site, path: str, selector: str) -> list[str]:
    return [str(node.attributes["id"]) for node in site.html(path).css(f"article {selector}")]


@pytest.mark.parametrize("path", PAGES)
def test_the_switch_is_two_words_that_say_their_language(path: str, site: Site) -> None:
    words = site.html(path).css(".languages > *")
    assert [word.text(strip=True) for word in words] == ["Français", "English"]
    assert [word.attributes["lang"] for word in words] == ["fr", "en"]
    assert [word.attributes["hreflang"] for word in words] == ["fr", "en"]
    current = [word.attributes["lang"] for word in words if "aria-current" in word.attributes]
    assert current == [locale_of(path)]


def test_from_the_top_it_leads_to_the_twin_s_top(trip: Trip, address: str) -> None:
    assert trip.from_the_top == [address + twin_of(trip.path)] * 2


def test_nothing_on_the_way_is_missing_or_elsewhere(trip: Trip) -> None:
    assert trip.faults == []


def test_the_fragment_of_the_address_is_kept(trip: Trip, address: str) -> None:
    there, here = address + twin_of(trip.path), address + trip.path
    for sought, leads_to in ((trip.sought_there, here), (trip.sought_here, there)):
        for place in (place for places in sought for place in places):
            assert place.leads_to == f"{leads_to}#{place.id}"
            assert 0 <= place.top < LOWEST, f"{place.id} is out of sight"
    on_a_phone = trip.sought_here[0]
    assert trip.back.url == f"{here}#{trip.back.id}"
    assert trip.back.top == pytest.approx(on_a_phone[-1].top, abs=2)


def test_where_the_address_has_none_the_place_on_screen_is_kept(trip: Trip, address: str) -> None:
    twin = address + twin_of(trip.path)
    for place in trip.scrolled_to:
        assert place.top < 61 or place.at_the_end, f"{place.id} cannot be reached"
        assert place.leads_to == f"{twin}#{place.id}" or place.at_the_end
    assert trip.out.url == f"{twin}#{trip.out.id}"
    assert 0 <= trip.out.top < LOWEST


def test_a_fragment_that_has_been_scrolled_out_of_sight_no_longer_counts(
    page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address + "incident/#may-14")
    page.evaluate(SCROLL_TO, "status")
    assert switch(page) == f"{address}en/incident/#status"


def test_a_long_section_is_kept_by_its_items(page: Page, address: str, site: Site) -> None:
    source = ids(site, "sources/", "ul.sources > li[id]")[40]
    page.goto(address + "sources/")
    page.evaluate(SCROLL_TO, source)
    assert switch(page) == f"{address}en/sources/#{source}"


@pytest.mark.parametrize("fragment", ["no-such-id", "%", "%E9", "fn:no-such-note"])
def test_a_fragment_that_leads_nowhere_breaks_nothing(
    fragment: str, page: Page, address: str
) -> None:
    watch = Watch(page, address)
    page.goto(f"{address}incident/#{fragment}")
    assert switch(page) == f"{address}en/incident/"
    assert watch.faults == []


@pytest.mark.parametrize("way", ["control", "middle button"])
def test_a_link_opened_in_a_new_tab_keeps_the_section_too(
    way: str, reader: BrowserContext, page: Page, address: str
) -> None:
    page.goto(address + "incident/")
    page.evaluate(SCROLL_TO, "status")
    link = page.locator(".languages a[hreflang=en]")
    with reader.expect_page() as opened:
        if way == "control":
            link.click(modifiers=["ControlOrMeta"])
        else:
            link.click(button="middle")
    assert opened.value.url == f"{address}en/incident/#status"
    opened.value.close()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_the_address_is_right_before_the_link_is_followed(
    way: str, page: Page, address: str
) -> None:
    page.goto(address + "en/incident/")
    page.evaluate(SCROLL_TO, "xai")
    link = page.locator(".languages a[hreflang=fr]")
    getattr(link, way)()
    assert link.evaluate("link => link.href") == f"{address}incident/#xai"
    page.evaluate(SCROLL_TO, "status")
    if way == "focus":
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}incident/#status")


def test_the_facing_page_edition_is_kept(page: Page, address: str) -> None:
    watch = Watch(page, address)
    page.goto(address + "incident/?regard#xai")
    page.wait_for_selector("article.facing")
    assert switch(page) == f"{address}en/incident/?regard#xai"
    page.wait_for_selector("article.facing")
    page.locator("#twin-status").evaluate("heading => heading.scrollIntoView()")
    page.evaluate("scrollBy(0, -100)")
    assert switch(page) == f"{address}incident/?regard#status"
    assert watch.faults == []


def test_the_themes_of_the_timeline_are_kept_and_hidden_events_count_for_nothing(
    page: Page, address: str
) -> None:
    page.goto(address + "dates/?theme=models")
    shown = page.locator("li[data-theme=models]").nth(3).get_attribute("id")
    page.evaluate(SCROLL_TO, shown)
    assert switch(page) == f"{address}en/dates/?theme=models#{shown}"
    assert 0 <= page.evaluate(TOP, shown) < DESKTOP["height"]
