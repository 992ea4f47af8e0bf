"""The color schemes: which one a reader gets, and the contrast of the colors of each."""

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.measures import SCHEMES, faint
from tests.browser.visits import Watch
from tests.support.screens import NewPage
from tests.support.scripts import read_script

GROUND = "getComputedStyle(document.body).backgroundColor"
SAMPLES = read_script("browser/scripts/samples.js")
# The colors of docs/assets/stylesheets/identity.css: those of texts, and those behind them.
INKS, GROUNDS = ("--ink", "--ink-soft", "--azure"), ("--paper", "--wash")


STORAGES = {
    "blocked": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("refused", "SecurityError"); } });""",
    "corrupt": "localStorage.setItem('scheme', '{corrupt')",
}


def schemes(page: Page) -> Locator:
    return page.locator("header").get_by_label("Apparence")


def test_colors_follow_the_system_until_the_reader_chooses(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("")
    day = page.evaluate(GROUND)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(GROUND)
    assert day != night
    assert schemes(page).locator("option:checked").inner_text() == "Automatique"
    schemes(page).select_option("Claire")
    assert page.evaluate(GROUND) == day
    page.goto("incident/")  # the choice is kept from page to page
    assert page.evaluate(GROUND) == day
    assert schemes(page).locator("option:checked").inner_text() == "Claire"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    page.goto("lost")
    assert page.evaluate(GROUND) == day
    page.goto("en/incident/")
    english = page.locator("header").get_by_label("Appearance")
    english.select_option("Dark")
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == night
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    english.select_option("Automatic")
    assert page.evaluate(GROUND) == day


@pytest.mark.parametrize("storage", STORAGES.values(), ids=STORAGES)
def test_storage_that_is_blocked_or_corrupt_does_no_harm(storage: str, new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.add_init_script(storage)
    watch = Watch(page)
    page.goto("incident/")
    day = page.evaluate(GROUND)
    assert schemes(page).locator("option:checked").inner_text() == "Automatique"
    schemes(page).select_option("Sombre")
    assert page.evaluate(GROUND) != day
    assert watch.end() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_of_the_system_needs_no_script(scheme: str, new_page: NewPage) -> None:
    grounds = set()
    for scripts in (True, False):
        page = new_page(java_script_enabled=scripts, color_scheme=scheme)
        page.goto("")
        grounds.add(page.evaluate(GROUND))
    [ground] = grounds
    assert {int(part) > 127 for part in ground[4:-1].split(",")} == {scheme == "light"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_color_of_text_has_enough_contrast_on_every_ground(scheme: str, page: Page) -> None:
    page.goto("")
    page.evaluate(SAMPLES, [INKS, GROUNDS])
    assert page.locator("p").count() == len(INKS) * len(GROUNDS)
    assert faint(page, scheme) == []
