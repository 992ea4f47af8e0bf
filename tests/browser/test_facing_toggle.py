"""Opening and closing the facing-page edition: by hand, by address, and where it cannot be had."""

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.browser.facing import TOP, open_at, toggle
from tests.browser.visits import DESKTOP, PHONE, Watch, locale_of

SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
LABELS = {"fr": "Lire en regard", "en": "Read side by side"}


@pytest.mark.parametrize("path", ["incident/", "en/incident/"])
def test_the_toggle_says_what_it_does_and_the_address_follows(
    path: str, page: Page, address: str
) -> None:
    page.goto(f"{address}{path}#xai")
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


def test_escape_closes_unless_it_has_another_use(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    open_at(page, address + "incident/")
    page.keyboard.press("/")
    page.locator("dialog.search[open]").wait_for()
    page.keyboard.press("Tab")  # from the field to a button: both are in the search
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
    page.close()


@pytest.mark.parametrize("path", ["incident/?regard#status", "en/catalogue/?regard#price"])
def test_an_address_opens_it_at_its_section(path: str, page: Page, address: str) -> None:
    watch = Watch(page, address)
    page.goto(address + path)
    page.wait_for_selector("article.facing")
    page.wait_for_timeout(300)
    heading = path.partition("#")[2]
    bar = page.locator(".page-tools").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] - 2 <= page.evaluate(TOP, heading) < DESKTOP["height"]
    assert page.url == address + path
    assert watch.faults == []


def test_an_address_may_lead_to_a_note_of_the_twin(page: Page, address: str) -> None:
    page.goto(address + "incident/?regard#twin-fn:personne-nommee")
    page.wait_for_selector("article.facing")
    assert page.locator(":target").get_attribute("lang") == "en"
    top = page.evaluate(TOP, "twin-fn:personne-nommee")
    assert 90 < top < DESKTOP["height"]


@SCREENS
@pytest.mark.parametrize("heading", ["xai", "status", "before-after"])
def test_opening_and_closing_keep_the_passage_being_read(
    heading: str, screen: ViewportSize, page: Page, address: str
) -> None:
    page.set_viewport_size(screen)
    page.goto(address + "incident/")
    for offset in (60, 200):
        page.evaluate(
            "([id, y]) => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - y)",
            [heading, offset],
        )
        before = page.evaluate(TOP, heading)
        page.locator(".page-tools button").dispatch_event("click")
        page.wait_for_selector("article.facing")
        bar = page.locator(".page-tools").bounding_box()
        assert bar
        assert page.evaluate(TOP, heading) >= min(before, bar["y"] + bar["height"]) - 4
        toggle(page)
        page.wait_for_timeout(100)
        assert page.evaluate(TOP, heading) == pytest.approx(before, abs=4)


@SCREENS
def test_closing_returns_to_the_paragraph_reached_since(
    screen: ViewportSize, page: Page, address: str
) -> None:
    page.set_viewport_size(screen)
    open_at(page, address + "en/incident/")
    page.evaluate("""() => {
        const read = document.querySelector("#status ~ p:not(.twin) ~ p:not(.twin)");
        read.id = "read";
        scrollBy(0, read.getBoundingClientRect().top - 110);
    }""")
    before = page.evaluate(TOP, "read")
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    assert page.evaluate(TOP, "read") == pytest.approx(before, abs=4)


def test_closing_by_keyboard_goes_on_from_there(page: Page, address: str) -> None:
    open_at(page, address + "incident/")
    page.evaluate("document.getElementById('status').scrollIntoView()")
    page.keyboard.press("Enter")  # the button has the focus still
    page.wait_for_selector("article:not(.facing)")
    reached = page.evaluate("scrollY")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
    assert page.evaluate("scrollY") == pytest.approx(reached, abs=DESKTOP["height"])


@pytest.mark.parametrize("failure", ["404", "no network", "another page"])
def test_where_the_twin_cannot_be_had_nothing_changes_and_it_is_said(
    failure: str, page: Page, address: str
) -> None:
    page.goto(address + "incident/")

    def answer(route: Route) -> None:
        if failure == "no network":
            route.abort()
        else:
            page_of_its_own = '<main lang="en"><article><p>Nothing is at this address.'
            missing = failure == "404"
            route.fulfill(
                status=404 if missing else 200,
                body=page_of_its_own if missing else "<p>Something else",
            )

    page.route(f"{address}en/incident/", answer)
    toggle(page)
    page.wait_for_function("document.querySelector('.page-status').textContent")
    assert page.locator(".page-status").inner_text() == (
        "La page en anglais n’a pas pu être chargée\u202f; rien n’a changé."
    )
    assert page.locator(".twin, .facing, [aria-busy]").count() == 0
    assert page.locator(".page-tools button").get_attribute("aria-pressed") == "false"
    assert page.url == address + "incident/"
    page.unroute(f"{address}en/incident/")
    toggle(page)
    page.wait_for_selector("article.facing")


def test_while_it_loads_the_article_is_busy_and_a_second_press_does_nothing(
    page: Page, address: str
) -> None:
    page.goto(address + "incident/")
    held: list[Route] = []
    page.route(f"{address}en/incident/", lambda route: held.extend([route]))
    toggle(page)
    page.wait_for_selector("article[aria-busy=true]")
    toggle(page)
    page.wait_for_timeout(100)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_selector("article.facing:not([aria-busy])")
