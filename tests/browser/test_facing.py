"""The facing-page edition: the two languages side by side, block by block."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from dossier.locales import site_path
from tests.browser.facing import STATUS, open_at, pairs, passages_of, toggle, written
from tests.browser.visits import ONE_OF_EACH_PAIR, Watch, locale_of, other_than, twin_of
from tests.support.each import check_every
from tests.support.screens import DESKTOP, PHONE
from tests.support.site import Site
from tests.support.tables import read_table

SCRIPTS = "docs/assets/javascripts/facing/"
STYLES = "docs/assets/stylesheets/"
DUPLICATE_IDS = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
UNPAIRED: dict[str, tuple[str, int]] = read_table("browser/cases.yml")["unpaired"]
KEEP = "window.before = document.querySelector('article').outerHTML"
KEPT = "window.before === document.querySelector('article').outerHTML"


@dataclass(frozen=True)
class Edition:
    """The measures of one visit, in which the edition was opened and closed."""

    path: str
    desktop: list[dict[str, Any]]
    phone: list[dict[str, Any]]
    overflow: list[int]
    duplicates: list[str]
    status: str
    is_restored: bool
    requested: set[str]
    events: list[str]

    @property
    def pairs(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        return pairs(self.desktop)


def visit(page: Page, path: str) -> Edition:
    watch = Watch(page)
    page.goto(path)
    page.evaluate(KEEP)
    # Chromium requests the icon again when the address changes.
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    watch.requested.clear()
    toggle(page)
    page.wait_for_selector("article.facing")
    status = page.locator(".page-status").inner_text()
    duplicates = page.evaluate(DUPLICATE_IDS)
    desktop, overflow = passages_of(page), [page.evaluate(OVERFLOW)]
    page.set_viewport_size(PHONE)
    phone, overflow = passages_of(page), [*overflow, page.evaluate(OVERFLOW)]
    page.set_viewport_size(DESKTOP)
    toggle(page)
    is_restored = page.evaluate(KEPT)
    requested = {url for url in watch.requested if not url.endswith(".js")} - {icon}
    return Edition(
        path, desktop, phone, overflow, duplicates, status, is_restored, requested, watch.end()
    )


@pytest.fixture(scope="module")
def editions(reader: BrowserContext) -> list[Edition]:
    page = reader.new_page()
    return [visit(page, path) for path in ONE_OF_EACH_PAIR]


def test_every_passage_is_beside_its_translation(editions: list[Edition], site: Site) -> None:
    def problem(edition: Edition) -> list[object]:
        own, twin = locale_of(edition.path), twin_of(edition.path)
        found = len(edition.pairs)
        numbers = [len(edition.desktop) / 2, written(site, edition.path), written(site, twin)]
        wrong: list[object] = [
            [mine, other]
            for mine, other in edition.pairs
            if [mine["lang"], other["lang"]] != [own, other_than(own)]
            or (mine["kind"], mine["id"]) != (other["kind"], other["id"])
            or sorted(mine["notes"]) != sorted(other["notes"])
        ]
        if numbers != [found] * 3 or edition.status != STATUS[own].format(found, 0):
            wrong.insert(0, [f"{found} pairs", numbers, edition.status])
        return wrong

    check_every(editions, problem, f"the page in both languages, or {SCRIPTS}align.js")


def test_opening_it_causes_no_error_and_no_duplicate_id(editions: list[Edition]) -> None:
    check_every(editions, lambda edition: edition.duplicates + edition.events, SCRIPTS)


def test_on_a_wide_screen_french_is_on_the_left(editions: list[Edition]) -> None:
    check_every(
        editions, lambda one: [pair for pair in one.pairs if not are_columns(*pair)], STYLES
    )


def test_on_a_phone_passages_alternate_the_page_s_own_first(editions: list[Edition]) -> None:
    def problem(edition: Edition) -> list[object]:
        owners = [passage["own"] for passage in edition.phone]
        if owners != [True, False] * (len(owners) // 2):
            return [owners]
        return [two for two in pairwise(edition.phone) if two[1]["top"] < two[0]["bottom"] - 1]

    check_every(editions, problem, STYLES)


def test_it_never_scrolls_sideways(editions: list[Edition]) -> None:
    check_every(editions, lambda edition: max(edition.overflow) > 0, STYLES)


def test_it_requests_nothing_but_the_translation(editions: list[Edition], address: str) -> None:
    check_every(editions, lambda one: one.requested ^ {address + twin_of(one.path)}, SCRIPTS)


def test_closing_restores_the_page(editions: list[Edition]) -> None:
    check_every(editions, lambda edition: not edition.is_restored, f"{SCRIPTS}interleave.js")


def are_columns(mine: dict[str, Any], twin: dict[str, Any]) -> bool:
    """Return True if the French passage is to the left of the English one, at the same height."""
    french, english = (mine, twin) if mine["lang"] == "fr" else (twin, mine)
    return bool(french["right"] <= english["left"] and abs(french["top"] - english["top"]) <= 2)


def test_the_translation_is_fetched_once(page: Page, address: str) -> None:
    watch = Watch(page)
    page.goto("incident/")
    page.locator(".page-tools button").click()
    page.wait_for_selector("article.facing")
    page.locator(".page-tools button").click()
    watch.requested.clear()
    toggle(page)
    page.wait_for_selector("article.facing")
    assert address + "en/incident/" not in watch.requested


def test_the_links_of_the_translation_keep_their_targets(page: Page, address: str) -> None:
    def links(within: str) -> list[str]:
        found = page.locator(f"{within} a:not(.headerlink)")
        return list(found.evaluate_all("links => links.map(link => link.href)"))

    page.goto("en/incident/")
    led = links("article > :not(.page-meta, .edit-link)")
    open_at(page, "incident/")
    here, there = address + "incident/?regard#twin-", address + "en/incident/#"
    assert {address + "en/a-z/#claim", address + "en/build-2025/"} < set(led)
    assert links(".twin") == [link.replace(there, here) for link in led]
    missing = page.evaluate(
        "[...document.querySelectorAll('.twin a[href^=\"#\"]')].map(link => link.hash.slice(1))"
        ".filter(id => !document.getElementById(decodeURIComponent(id)))"
    )
    assert missing == []
    assert page.locator(".twin .headerlink").count() == 0


def test_what_only_one_language_has_is_not_paired(page: Page) -> None:
    open_at(page, "a-z/")
    assert page.locator(".letters").count() == 1
    assert page.locator(".letters").is_visible()
    remarks = page.locator(".rendering")
    written_here = remarks.count()
    assert not any(remark.is_visible() for remark in remarks.all())
    toggle(page)
    assert remarks.count() == written_here > 0
    assert remarks.first.is_visible()


def test_the_timeline_filter_applies_to_both_languages(page: Page, address: str) -> None:
    shown = "events => events.filter(event => event.offsetHeight).map(event => event.dataset.theme)"
    events, twins = page.locator("li[data-theme]:not(.twin)"), page.locator("li[data-theme].twin")
    incident = page.locator(".list-filter").get_by_label("L’incident")
    open_at(page, "dates/?theme=models")
    models = events.evaluate_all(shown)
    assert set(models) == {"models"}
    assert twins.evaluate_all(shown) == models
    assert page.locator(".list-filter output").inner_text() == f"{len(models)} événements"
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


def test_a_citation_still_shows_its_tooltip(page: Page) -> None:
    open_at(page, "incident/")
    page.locator("#fnref\\:modification a").hover()
    page.locator(".md-tooltip2--active").wait_for()


def test_footnotes_keep_their_numbers(page: Page) -> None:
    open_at(page, "incident/")
    items = page.locator(".footnote li")
    numbers = items.evaluate_all("items => items.map(item => item.value)")
    assert numbers == [n for n in range(1, len(numbers) // 2 + 1) for _ in range(2)]


def alter(page: Page, address: str, change: str) -> None:
    """Change the article of the twin page by a script when it is requested."""

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


@pytest.mark.parametrize(("change", "alone"), UNPAIRED.values(), ids=UNPAIRED)
def test_a_passage_without_a_counterpart_is_alone_and_the_others_stay_paired(
    change: str, alone: int, page: Page, address: str, site: Site
) -> None:
    page.goto("incident/")
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
def test_on_paper_there_are_two_columns_and_whole_tables(path: str, page: Page) -> None:
    open_at(page, path)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4, less its margins
    passages = passages_of(page)
    for mine, twin in pairs(passages):
        french, english = (mine, twin) if mine["lang"] == "fr" else (twin, mine)
        if mine["kind"] == "table":
            assert french["bottom"] <= english["top"]
            assert french["right"] <= 718
        else:
            assert are_columns(mine, twin), (mine, twin)
    wide = "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
    assert set(page.evaluate(f"{wide}.map(box => box.scrollWidth - box.clientWidth)")) == {0}
    assert not page.locator(".page-tools button").is_visible()
    assert page.locator(".page-tools__language").first.is_visible()


def test_the_names_of_the_languages_stay_visible(page: Page) -> None:
    open_at(page, site_path("en", "incident/"))
    page.evaluate("document.querySelector('.footnote').scrollIntoView()")
    header = page.locator(".md-header").bounding_box()
    bar = page.locator(".page-tools").bounding_box()
    assert header
    assert bar
    assert bar["y"] == pytest.approx(header["y"] + header["height"], abs=1)
