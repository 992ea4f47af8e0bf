"""The language switch in the header leads to the same place of the translation, and back."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page

from dossier.locales import Locale, as_locale
from tests.browser.measures import TOP
from tests.browser.visits import Watch, locale_of, other_than, twin_of
from tests.support.each import check_every, each_reported
from tests.support.screens import DESKTOP, PHONE
from tests.support.scripts import read_script
from tests.support.site import Site

SCRIPT = "docs/assets/javascripts/languages/switch.js"
SCREENS = (PHONE, DESKTOP)
WORDS: dict[Locale, str] = {"fr": "Français", "en": "English"}
LOWEST = min(screen["height"] for screen in SCREENS)
TRIPS = ["", "en/incident/", "sources/", "en/dates/", "a-z/", "en/catalogue/", "catalogue/openai/"]
"""Where trips begin: text, notes, long lists, terms and tables of both kinds."""
PLACES = "article :is(h1, h2, h3, h4, li, dt, tr)[id]"
"""What the switch can lead to."""

_SCRIPT = read_script("browser/scripts/switch.js")
SCROLL_TO, SEEK = f"id => {_SCRIPT}.scrollTo(id)", f"id => {_SCRIPT}.seek(id)"
LEADS_TO, SWEEP = f"{_SCRIPT}.leadsTo()", f"{_SCRIPT}.sweep()"


class Place(NamedTuple):
    """Something with an id that was gone to: its y then, and where the switch led."""

    id: str
    top: float
    leads_to: str
    is_at_the_end: bool
    """Whether the page could not be scrolled further."""


@dataclass(frozen=True)
class Stop:
    """What was gone to on a page, on one of SCREENS."""

    path: str
    from_the_top: str
    scrolled_to: list[Place]
    sought: list[Place]


@dataclass(frozen=True)
class Trip:
    """A visit of a page and, by the switch, of its translation."""

    path: str
    stops: list[Stop]
    arrival: Place
    """The place that the switch led to, as soon as it was there."""
    again: Place
    """The same place, reached by its fragment."""
    events: list[str]


@pytest.fixture(scope="module")
def trips(reader: BrowserContext, site: Site) -> list[Trip]:
    page, trips = reader.new_page(), []
    for number, path in enumerate(TRIPS):
        watch = Watch(page)
        page.set_viewport_size(SCREENS[number // 2 % 2])
        page.goto(path, wait_until="domcontentloaded")
        here = look_around(page, site, path)
        if number % 3:
            place = here.sought[-1].id
        else:
            place = [place.id for place in here.scrolled_to if not place.is_at_the_end][-1]
            page.evaluate("location.hash = ''")
            page.evaluate(SCROLL_TO, place)
        url = switch(page)
        arrival = Place(place, page.evaluate(TOP, place), url, False)
        again = Place(*page.evaluate(SEEK, place))
        page.set_viewport_size(SCREENS[1 - number // 2 % 2])
        there = look_around(page, site, twin_of(path))
        trips.append(Trip(path, [here, there], arrival, again, watch.end()))
    page.close()
    return trips


@pytest.fixture(scope="module")
def stops(trips: list[Trip]) -> list[Stop]:
    return [stop for trip in trips for stop in trip.stops]


def look_around(page: Page, site: Site, path: str) -> Stop:
    """Go to the top and to every place of the page that is open."""
    headings = ids(site, path, "article :is(h1, h2, h3)[id]")
    notes = ids(site, path, "article li[id^='fn:']")
    page.evaluate("location.hash = ''; scrollTo(0, 0)")
    from_the_top = page.evaluate(LEADS_TO)
    scrolled_to = [Place(*place) for place in page.evaluate(SWEEP)]
    sought = [Place(*page.evaluate(SEEK, name)) for name in (headings[-1], *notes[-1:])]
    return Stop(path, from_the_top, scrolled_to, sought)


def switch(page: Page) -> str:
    """Follow the link to the other language and return the address reached."""
    locale = other_than(locale_of_shown(page))
    link = page.locator(f".languages a[hreflang={locale}]")
    with page.expect_navigation(wait_until="domcontentloaded"):
        # Playwright's own click scrolls the page when it has to retry.
        link.evaluate("link => link.click()")
    assert locale_of_shown(page) == locale
    return page.url


def locale_of_shown(page: Page) -> Locale:
    """Return the language marked in the header, which must be that of the page."""
    marked = page.locator(".languages [aria-current=true]").get_attribute("hreflang")
    assert marked == page.locator("html").get_attribute("lang")
    return as_locale(str(marked))


def ids(site: Site, path: str, selector: str) -> list[str]:
    return [str(node.attributes["id"]) for node in site.html(path).css(selector)]


def test_on_every_page_the_switch_is_two_words_that_lead_to_both_languages(site: Site) -> None:
    with each_reported("overrides/") as at:
        for path in site.pages():
            pages = {locale_of(each): each for each in (path, twin_of(path))}
            expected = [
                [text, pages[locale], locale, locale, "true" if pages[locale] == path else None]
                for locale, text in WORDS.items()
            ]
            found = []
            for word in site.html(path).css(".languages > *"):
                target = urljoin(site.url + path, word.attributes["href"]).removeprefix(site.url)
                names = [word.attributes.get(name) for name in ("lang", "hreflang", "aria-current")]
                found.append([word.text(strip=True), target, *names])
            with at(path):
                assert found == expected


def test_every_page_has_the_places_of_its_translation(site: Site) -> None:
    with each_reported("the ids of the page in both languages") as at:
        for path in site.pages():
            there = set(ids(site, twin_of(path), PLACES))
            with at(path):
                assert [place for place in ids(site, path, PLACES) if place not in there] == []


def test_from_the_top_it_leads_to_the_top_of_the_translation(
    stops: list[Stop], address: str
) -> None:
    check_every(stops, lambda stop: stop.from_the_top != address + twin_of(stop.path), SCRIPT)


def test_switching_causes_no_error_and_no_redirect(trips: list[Trip]) -> None:
    check_every(trips, lambda trip: trip.events, SCRIPT)


def test_the_fragment_of_the_address_is_kept(stops: list[Stop], address: str) -> None:
    def problem(stop: Stop) -> list[Place]:
        twin = address + twin_of(stop.path)
        return [p for p in stop.sought if p.leads_to != f"{twin}#{p.id}" or not 0 <= p.top < LOWEST]

    check_every(stops, problem, SCRIPT)


def test_without_a_fragment_the_place_on_screen_is_kept(stops: list[Stop], address: str) -> None:
    def problem(stop: Stop) -> list[Place]:
        twin = address + twin_of(stop.path)
        places = [place for place in stop.scrolled_to if not place.is_at_the_end]
        return [p for p in places if p.top >= 61 or p.leads_to != f"{twin}#{p.id}"]

    check_every(stops, problem, SCRIPT)


def test_the_switch_leads_to_the_place_in_the_translation(trips: list[Trip], address: str) -> None:
    def problem(trip: Trip) -> list[Place]:
        arrival, again = trip.arrival, trip.again
        kept = arrival.leads_to == f"{address}{twin_of(trip.path)}#{arrival.id}"
        is_there = 0 <= arrival.top < LOWEST and abs(arrival.top - again.top) <= 2
        return [] if kept and is_there else [arrival, again]

    check_every(trips, problem, SCRIPT)


def test_a_fragment_scrolled_out_of_view_is_dropped(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto("incident/#may-14")
    page.evaluate(SCROLL_TO, "status")
    assert switch(page) == f"{address}en/incident/#status"


def test_in_a_long_list_the_item_on_screen_is_kept(page: Page, address: str, site: Site) -> None:
    source = ids(site, "sources/", "article ul.sources > li[id]")[40]
    page.goto("sources/")
    page.evaluate(SCROLL_TO, source)
    assert switch(page) == f"{address}en/sources/#{source}"


@pytest.mark.parametrize("fragment", ["no-such-id", "%", "%E9", "fn:no-such-note"])
def test_an_unknown_fragment_is_dropped(fragment: str, page: Page, address: str) -> None:
    watch = Watch(page)
    page.goto(f"incident/#{fragment}")
    assert switch(page) == f"{address}en/incident/"
    assert watch.problems == []


def point_at(page: Page, locale: Locale) -> tuple[float, float]:
    """Move the mouse to the link to a language and return its place.

    Playwright's own `hover` and `click` scroll the page when they have to retry.
    """
    box = page.locator(f".languages a[hreflang={locale}]").bounding_box()
    assert box
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*place)
    return place


@pytest.mark.parametrize("way", ["control", "middle button"])
def test_a_new_tab_keeps_the_section_too(way: str, reader: BrowserContext, page: Page) -> None:
    page.goto("incident/")
    page.evaluate(SCROLL_TO, "status")
    place = point_at(page, "en")
    with reader.expect_page() as opened:
        if way == "control":
            page.keyboard.down("ControlOrMeta")
        page.mouse.click(*place, button="left" if way == "control" else "middle")
    opened.value.wait_for_url("en/incident/#status")
    opened.value.close()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_the_link_is_updated_before_it_is_followed(way: str, page: Page, address: str) -> None:
    page.goto("en/incident/")
    page.evaluate(SCROLL_TO, "xai")
    link = page.locator(".languages a[hreflang=fr]")
    if way == "hover":
        point_at(page, "fr")
    else:
        link.focus()
    assert link.evaluate("link => link.href") == f"{address}incident/#xai"
    page.evaluate(SCROLL_TO, "status")
    if way == "focus":
        page.keyboard.press("Enter")
        page.wait_for_url("incident/#status")


def test_the_facing_page_edition_is_kept(page: Page, address: str) -> None:
    watch = Watch(page)
    page.goto("incident/?regard#xai")
    page.wait_for_selector("article.facing")
    assert switch(page) == f"{address}en/incident/?regard#xai"
    page.wait_for_selector("article.facing")
    page.locator("#twin-status").evaluate("heading => heading.scrollIntoView()")
    assert switch(page) == f"{address}incident/?regard#status"
    assert watch.problems == []


def test_the_themes_of_the_timeline_are_kept_and_hidden_events_skipped(
    page: Page, address: str
) -> None:
    page.goto("dates/?theme=models")
    shown = page.locator("li[data-theme=models]").nth(3).get_attribute("id")
    page.evaluate(SCROLL_TO, shown)
    assert switch(page) == f"{address}en/dates/?theme=models#{shown}"
    assert 0 <= page.evaluate(TOP, shown) < DESKTOP["height"]
