"""The color schemes: which one a reader gets, and the contrast of the colors of each."""

import pytest
from playwright.sync_api import Page

from tests.browser.measures import SCHEMES, faint
from tests.support.screens import NewPage
from tests.support.scripts import read_script

GROUND = "getComputedStyle(document.body).backgroundColor"
SAMPLES = read_script("browser/scripts/samples.js")
# The colors of docs/assets/stylesheets/identity.css: those of texts, and those behind them.
INKS, GROUNDS = ("--ink", "--ink-soft", "--azure"), ("--paper", "--wash")


def switch(page: Page) -> str:
    """Press the switch of colors and return what it then offers."""
    page.locator("[data-md-component=palette] label:visible").click()
    return page.locator("[data-md-component=palette] label:visible").get_attribute("title") or ""


def test_colors_follow_the_system_until_the_reader_chooses(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("")
    day = page.evaluate(GROUND)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(GROUND)
    assert day != night
    assert switch(page) == "Passer au thème sombre"
    assert page.evaluate(GROUND) == day
    page.goto("incident/")  # the choice is kept from page to page
    assert page.evaluate(GROUND) == day
    assert switch(page) == "Suivre le réglage du système"
    assert page.evaluate(GROUND) == night
    assert switch(page) == "Passer au thème clair"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == day


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
