"""Opening and closing the facing-page edition: by hand, by address, and when it fails."""

from itertools import product

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.facing import open_at, toggle
from tests.browser.measures import TOP, settle
from tests.browser.visits import Watch, locale_of
from tests.support.screens import DESKTOP, PHONE

SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
LABELS = {"fr": "Lire en regard", "en": "Read side by side"}


@pytest.mark.parametrize("path", ["incident/", "en/incident/"])
def test_the_button_opens_and_closes_it_and_the_address_follows(
    path: str, page: Page, address: str
) -> None:
    page.goto(f"{path}#xai")
    button = page.get_by_role("button", name=LABELS[locale_of(path)])
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("article.facing")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.url == f"{address}{path}?regard#xai"
    assert page.locator("[role=status].page-status").inner_text()
    labels = page.locator(".page-tools__language")
    assert [label.get_attribute("lang") for label in labels.all()] == ["fr", "en"]
    assert [label.inner_text() for label in labels.all()] == ["Français", "English"]
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "false"
    assert page.url == f"{address}{path}#xai"
    assert not any(label.is_visible() for label in labels.all())


def test_escape_closes_it_unless_it_closes_something_else(page: Page) -> None:
    open_at(page, "incident/")
    page.keyboard.press("/")
    page.locator("dialog.search[open]").wait_for()
    page.keyboard.press("Tab")  # from the field to a button of the search
    page.keyboard.press("Escape")
    page.locator("dialog.search").wait_for(state="hidden")
    assert page.locator("article.facing").count() == 1

    page.locator("a.term").first.focus()
    page.locator(".md-tooltip2--active").wait_for()
    page.keyboard.press("Escape")
    page.locator(".md-tooltip2--active").wait_for(state="detached")
    assert page.locator("article.facing").count() == 1

    page.keyboard.press("Escape")
    assert page.locator("article.facing").count() == 0


@pytest.mark.parametrize("path", ["incident/?regard#status", "en/catalogue/?regard#price"])
def test_an_address_opens_it_at_its_section(path: str, page: Page, address: str) -> None:
    watch = Watch(page)
    page.goto(path)
    page.wait_for_selector("article.facing")
    settle(page)
    heading = path.partition("#")[2]
    bar = page.locator(".page-tools").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] - 2 <= page.evaluate(TOP, heading) < DESKTOP["height"]
    assert page.url == address + path
    assert watch.problems == []


def test_an_address_may_lead_to_a_note_of_the_twin(page: Page) -> None:
    page.goto("incident/?regard#twin-fn:personne-nommee")
    page.wait_for_selector("article.facing")
    assert page.locator(":target").get_attribute("lang") == "en"
    top = page.evaluate(TOP, "twin-fn:personne-nommee")
    assert 90 < top < DESKTOP["height"]


@SCREENS
def test_opening_and_closing_keep_the_passage_on_screen(screen: ViewportSize, page: Page) -> None:
    page.set_viewport_size(screen)
    page.goto("incident/")
    for heading, offset in product(["xai", "status", "before-after"], [60, 200]):
        page.evaluate(
            "([id, y]) => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - y)",
            [heading, offset],
        )
        before = page.evaluate(TOP, heading)
        toggle(page)
        page.wait_for_selector("article.facing")
        bar = page.locator(".page-tools").bounding_box()
        assert bar
        assert page.evaluate(TOP, heading) >= min(before, bar["y"] + bar["height"]) - 4
        toggle(page)
        settle(page)
        assert page.evaluate(TOP, heading) == pytest.approx(before, abs=4)


@SCREENS
def test_closing_keeps_the_paragraph_reached_since(screen: ViewportSize, page: Page) -> None:
    page.set_viewport_size(screen)
    open_at(page, "en/incident/")
    page.evaluate("""() => {
        const read = document.querySelector("#status ~ p:not(.twin) ~ p:not(.twin)");
        read.id = "read";
        scrollBy(0, read.getBoundingClientRect().top - 110);
    }""")
    before = page.evaluate(TOP, "read")
    page.keyboard.press("Escape")
    settle(page)
    assert page.evaluate(TOP, "read") == pytest.approx(before, abs=4)


def test_after_closing_by_keyboard_the_next_tab_stays_there(page: Page) -> None:
    open_at(page, "incident/")
    page.locator(".page-tools button").focus()
    page.evaluate("document.getElementById('status').scrollIntoView()")
    page.keyboard.press("Enter")
    page.wait_for_selector("article:not(.facing)")
    reached = page.evaluate("scrollY")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
    assert page.evaluate("scrollY") == pytest.approx(reached, abs=DESKTOP["height"])


@pytest.mark.parametrize("failure", ["404", "no network", "another page"])
def test_if_the_translation_fails_to_load_nothing_changes_and_a_message_says_so(
    failure: str, page: Page, address: str
) -> None:
    page.goto("incident/")

    def answer(route: Route) -> None:
        if failure == "no network":
            route.abort()
        elif failure == "404":
            route.fulfill(
                status=404, body='<main lang="en"><article><p>Nothing is at this address.'
            )
        else:
            route.fulfill(body="<p>Something else")

    page.route("en/incident/", answer)
    toggle(page)
    expect(page.locator(".page-status")).not_to_be_empty()
    assert page.locator(".page-status").inner_text() == (
        "La page en anglais n’a pas pu être chargée\u202f; rien n’a changé."
    )
    assert page.locator(".twin, .facing, [aria-busy]").count() == 0
    assert page.locator(".page-tools button").get_attribute("aria-pressed") == "false"
    assert page.url == address + "incident/"
    page.unroute("en/incident/")
    toggle(page)
    page.wait_for_selector("article.facing")


def test_while_it_loads_the_article_is_busy_and_a_second_press_does_nothing(page: Page) -> None:
    page.goto("incident/")
    held: list[Route] = []
    page.route("en/incident/", lambda route: held.extend([route]))
    with page.expect_request("en/incident/"):
        toggle(page)
    page.wait_for_selector("article[aria-busy=true]")
    toggle(page)
    settle(page)
    held[0].continue_()
    page.wait_for_selector("article.facing:not([aria-busy])")
    assert len(held) == 1
