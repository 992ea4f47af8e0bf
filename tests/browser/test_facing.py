"""The facing-page edition: the two languages side by side, block by block."""

import pytest
from playwright.sync_api import Page, Route

from dossier.locales import site_path
from tests.browser.facing import STATUS, open_at, pairs, passages_of, toggle, written
from tests.browser.visits import PAGES, PHONE, Watch, locale_of, other_than, twin_of
from tests.site import Site

EVERY_PAGE = pytest.mark.parametrize("path", PAGES)
DUPLICATE_IDS = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


@EVERY_PAGE
def test_every_passage_stands_beside_its_translation(
    path: str, page: Page, address: str, site: Site
) -> None:
    watch = Watch(page, address)
    passages = open_at(page, address + path)
    found = pairs(passages)
    own = locale_of(path)

    assert len(found) == written(site, path) == written(site, twin_of(path))
    assert len(passages) == 2 * len(found)
    assert page.locator(".page-status").inner_text() == STATUS[own].format(len(found), 0)
    for mine, twin in found:
        assert [mine["lang"], twin["lang"]] == [own, other_than(own)]
        assert (mine["kind"], mine["id"]) == (twin["kind"], twin["id"])
        assert sorted(mine["notes"]) == sorted(twin["notes"])
    assert page.evaluate(DUPLICATE_IDS) == []
    assert watch.faults == []


@EVERY_PAGE
def test_on_a_wide_screen_french_is_on_the_left(path: str, page: Page, address: str) -> None:
    for mine, twin in pairs(open_at(page, address + path)):
        french, english = (mine, twin) if mine["lang"] == "fr" else (twin, mine)
        assert french["right"] <= english["left"], mine
        assert french["top"] == pytest.approx(english["top"], abs=2), mine
    assert page.evaluate(OVERFLOW) <= 0


@EVERY_PAGE
def test_on_a_phone_they_take_turns_the_page_s_own_first(
    path: str, page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    passages = open_at(page, address + path)
    assert [passage["own"] for passage in passages] == [True, False] * (len(passages) // 2)
    edge = -1e6
    for passage in passages:
        assert passage["top"] >= edge - 1, passage
        edge = passage["bottom"]
    assert page.evaluate(OVERFLOW) <= 0


def test_the_links_of_the_twin_lead_where_they_led(page: Page, address: str) -> None:
    open_at(page, address + "incident/")
    links = page.evaluate("[...document.querySelectorAll('.twin a')].map(link => link.href)")
    inside = [link for link in links if link.startswith(address)]
    own = address + "incident/?regard#twin-"
    assert {link for link in inside if not link.startswith(own)} == {
        f"{address}en/sources/#article",
        f"{address}en/build-2025/",
    }
    missing = page.evaluate(
        "[...document.querySelectorAll('.twin a[href^=\"#\"]')].map(link => link.hash.slice(1))"
        ".filter(id => !document.getElementById(decodeURIComponent(id)))"
    )
    assert missing == []
    assert page.locator(".twin .headerlink").count() == 0


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
        ("article => { for (const id of ['xai + p', 'xai + p', 'xai + p', 'xai'])"
         " article.querySelector('#' + id).remove() }", 4),
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


@pytest.mark.parametrize("path", ["catalogue/", "en/catalogue/"])
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
