"""The facing-page edition: the two languages side by side, block by block."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from dossier.locales import site_path
from tests.browser.facing import STATUS, open_at, pairs, passages_of, toggle, written
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

DUPLICATE_IDS = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
ARTICLE = "document.querySelector('article').outerHTML"


@dataclass(frozen=True)
class Edition:
    """What one visit of a page showed, with its edition opened, closed, opened and closed."""

    path: str
    before: str
    desktop: list[dict[str, Any]]
    phone: list[dict[str, Any]]
    overflow: list[int]
    duplicates: list[str]
    status: str
    after: str
    asked: list[str]
    faults: list[str]


@pytest.fixture(scope="module", params=PAGES)
def edition(request: pytest.FixtureRequest, reader: BrowserContext, address: str) -> Edition:
    page = reader.new_page()
    watch = Watch(page, address)
    page.goto(address + request.param)
    asked: list[str] = []
    # The browser itself looks at the page's icon again whenever the address changes.
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    page.on("request", lambda request: asked.extend({request.url} - {icon}))
    before = page.evaluate(ARTICLE)

    toggle(page)
    page.wait_for_selector("article.facing")
    status = page.locator(".page-status").inner_text()
    duplicates = page.evaluate(DUPLICATE_IDS)
    desktop, overflow = passages_of(page), page.evaluate(OVERFLOW)
    page.set_viewport_size(PHONE)
    phone, overflow_phone = passages_of(page), page.evaluate(OVERFLOW)
    page.set_viewport_size(DESKTOP)
    toggle(page)
    after = page.evaluate(ARTICLE)
    toggle(page)
    page.wait_for_selector("article.facing")
    toggle(page)
    page.close()
    return Edition(
        request.param, before, desktop, phone, [overflow, overflow_phone],
        duplicates, status, after, asked, watch.faults,
    )  # fmt: skip


def test_every_passage_stands_beside_its_translation(edition: Edition, site: Site) -> None:
    found = pairs(edition.desktop)
    own = locale_of(edition.path)
    assert len(found) == written(site, edition.path) == written(site, twin_of(edition.path))
    assert len(edition.desktop) == 2 * len(found)
    assert edition.status == STATUS[own].format(len(found), 0)
    for mine, twin in found:
        assert [mine["lang"], twin["lang"]] == [own, other_than(own)]
        assert (mine["kind"], mine["id"]) == (twin["kind"], twin["id"])
        assert sorted(mine["notes"]) == sorted(twin["notes"])
    assert edition.duplicates == []
    assert edition.faults == []


def test_on_a_wide_screen_french_is_on_the_left(edition: Edition) -> None:
    for mine, twin in pairs(edition.desktop):
        french, english = (mine, twin) if mine["lang"] == "fr" else (twin, mine)
        assert french["right"] <= english["left"], mine
        assert french["top"] == pytest.approx(english["top"], abs=2), mine


def test_on_a_phone_they_take_turns_the_page_s_own_first(edition: Edition) -> None:
    owners = [passage["own"] for passage in edition.phone]
    assert owners == [True, False] * (len(owners) // 2)
    edge = -1e6
    for passage in edition.phone:
        assert passage["top"] >= edge - 1, passage
        edge = passage["bottom"]


def test_it_scrolls_sideways_on_neither(edition: Edition) -> None:
    assert max(edition.overflow) <= 0


def test_only_the_twin_page_is_fetched_and_only_once(edition: Edition, address: str) -> None:
    pages = [asked for asked in edition.asked if not asked.endswith(".js")]
    assert pages == [address + twin_of(edition.path)]


def test_closing_leaves_the_page_as_it_was(edition: Edition) -> None:
    assert edition.after == edition.before


def test_the_links_of_the_twin_lead_where_they_led(page: Page, address: str) -> None:
    def links(within: str) -> list[str]:
        found = page.locator(f"{within} a:not(.headerlink)")
        return list(found.evaluate_all("links => links.map(link => link.href)"))

    page.goto(address + "en/incident/")
    led = links("article > :not(.page-meta, .edit-link)")
    open_at(page, address + "incident/")
    here, there = address + "incident/?regard#twin-", address + "en/incident/#"
    assert {address + "en/a-z/#claim", address + "en/build-2025/"} < set(led)
    assert links(".twin") == [link.replace(there, here) for link in led]
    missing = page.evaluate(
        "[...document.querySelectorAll('.twin a[href^=\"#\"]')].map(link => link.hash.slice(1))"
        ".filter(id => !document.getElementById(decodeURIComponent(id)))"
    )
    assert missing == []
    assert page.locator(".twin .headerlink").count() == 0


def test_what_each_language_has_for_itself_is_not_set_beside(page: Page, address: str) -> None:
    open_at(page, address + "a-z/")
    assert page.locator(".letters").count() == 1
    assert page.locator(".letters").is_visible()
    remarks = page.locator(".rendering")
    written_here = remarks.count()
    assert not any(remark.is_visible() for remark in remarks.all())
    toggle(page)
    assert remarks.count() == written_here > 0
    assert remarks.first.is_visible()


def test_the_filter_of_the_timeline_is_for_both_languages(page: Page, address: str) -> None:
    shown = "events => events.filter(event => event.offsetHeight).map(event => event.dataset.theme)"
    events, twins = page.locator("li[data-theme]:not(.twin)"), page.locator("li[data-theme].twin")
    incident = page.locator(".timeline-filter").get_by_label("L’incident")
    open_at(page, address + "dates/?theme=models")
    models = events.evaluate_all(shown)
    assert set(models) == {"models"}
    assert twins.evaluate_all(shown) == models
    assert page.locator(".timeline-filter output").inner_text() == f"{len(models)} événements"
    assert page.url == address + "dates/?regard&theme=models"

    ids = "years => years.map(year => year.id)"
    years = page.locator(".year:visible").evaluate_all(ids)
    assert years[1::2] == [f"twin-{year}" for year in years[::2]]
    assert len(years) < 2 * page.locator(".year:not(.twin)").count()
    incident.check()
    assert set(events.evaluate_all(shown)) == {"models", "incident"}
    assert twins.evaluate_all(shown) == events.evaluate_all(shown)
    incident.uncheck()
    toggle(page)
    assert events.evaluate_all(shown) == models
    assert page.url == address + "dates/?theme=models"


def test_a_note_of_one_s_own_still_shows_its_tooltip(page: Page, address: str) -> None:
    open_at(page, address + "incident/")
    page.locator("#fnref\\:modification a").hover()
    page.locator(".md-tooltip2--active").wait_for()


def test_notes_keep_their_numbers(page: Page, address: str) -> None:
    open_at(page, address + "incident/")
    items = page.locator(".footnote li")
    numbers = items.evaluate_all("items => items.map(item => item.value)")
    assert numbers == [n for n in range(1, len(numbers) // 2 + 1) for _ in range(2)]


def alter(page: Page, address: str, change: str) -> None:
    """Have the twin page come with its article changed by a script."""

    def answer(route: Route) -> None:
        html = route.fetch().text()
        changed = page.evaluate(
            f"""html => {{
                const page = new DOMParser().parseFromString(html, "text/html");
                ({change})(page.querySelector("article"));
                return page.documentElement.outerHTML;
            }}""",
            html,
        )
        route.fulfill(body=f"<!doctype html>{changed}", content_type="text/html")

    page.route(address, answer)


@pytest.mark.parametrize(
    ("change", "alone"),
    [
        ("article => article.querySelector('#may-14 + p').remove()", 1),
        ("article => article.querySelector('#may-14 + p + p').remove()", 1),
        ("article => article.querySelector('#before-after + p + p').remove()", 1),
        ("article => article.querySelector('#status').before('x', Object.assign("
         "article.ownerDocument.createElement('ul'), {innerHTML: '<li>a<li>b'}))", 1),
        ("article => { for (const selector of ['#xai + p', '#xai'])"
         " article.querySelector(selector).remove() }", 2),
    ],
    ids=["first of a section", "middle", "last of all", "a list more", "a section less"],
)  # fmt: skip
def test_what_has_no_counterpart_stands_alone_and_shifts_nothing(
    change: str, alone: int, page: Page, address: str, site: Site
) -> None:
    page.goto(address + "incident/")
    alter(page, f"{address}en/incident/", change)
    toggle(page)
    page.wait_for_selector("article.facing")
    passages = passages_of(page)
    found = pairs(passages)
    assert len(passages) - 2 * len(found) == alone
    whole = written(site, "incident/")
    expected = whole if "createElement" in change else whole - alone
    assert len(found) == expected
    for mine, twin in found:
        assert mine["id"] == twin["id"]
        assert sorted(mine["notes"]) == sorted(twin["notes"])
    assert page.locator(".page-status").inner_text() == STATUS["fr"].format(len(found), alone)


@pytest.mark.parametrize("path", ["build-2025/2025-2026/", "en/build-2025/2025-2026/"])
def test_on_paper_there_are_two_columns_and_tables_are_whole(
    path: str, page: Page, address: str
) -> None:
    open_at(page, address + path)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4, less its margins
    passages = passages_of(page)
    for mine, twin in pairs(passages):
        french, english = (mine, twin) if mine["lang"] == "fr" else (twin, mine)
        if mine["kind"] == "table":
            assert french["bottom"] <= english["top"]
            assert french["right"] <= 718
        else:
            assert french["right"] <= english["left"]
            assert french["top"] == pytest.approx(english["top"], abs=2)
    wide = "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
    assert page.evaluate(f"{wide}.map(box => box.scrollWidth - box.clientWidth)") == [0, 0]
    assert not page.locator(".page-tools button").is_visible()
    assert page.locator(".page-tools__language").first.is_visible()


def test_the_languages_stay_in_sight(page: Page, address: str) -> None:
    open_at(page, address + site_path("en", "incident/"))
    page.evaluate("document.querySelector('.footnote').scrollIntoView()")
    header = page.locator(".md-header").bounding_box()
    bar = page.locator(".page-tools").bounding_box()
    assert header
    assert bar
    assert bar["y"] == pytest.approx(header["y"] + header["height"], abs=1)
