"""Every text stands out from its ground, by day and by night (WCAG 2.2, AA)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import DESKTOP, PAGES

FAINT = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
SCHEMES = ("default", "slate")
USE = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
# The colors of docs/assets/stylesheets/identity.css: what is written in one, on what grounds.
INKS, GROUNDS = ("--ink", "--ink-soft", "--azure"), ("--paper", "--wash")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page where nothing moves: a color is what it will be."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("path", [*PAGES, "a/b/c"])
def test_text_stands_out(page: Page, path: str, address: str) -> None:
    page.goto(address + path)
    for scheme in SCHEMES:
        page.evaluate(USE, scheme)
        assert page.evaluate(FAINT) == [], scheme


@pytest.mark.parametrize("scheme", SCHEMES)
def test_so_does_every_color_on_every_ground(page: Page, scheme: str, address: str) -> None:
    page.goto(address)
    page.evaluate(USE, scheme)
    page.evaluate(
        """([inks, grounds]) => document.body.replaceChildren(...grounds.flatMap((ground) =>
            inks.map((ink) => {
                const sample = document.createElement("p");
                sample.style = `color: var(${ink}); background-color: var(${ground})`;
                sample.textContent = `${ink} on ${ground}`;
                return sample;
            })))""",
        [INKS, GROUNDS],
    )
    assert page.locator("p").count() == len(INKS) * len(GROUNDS)
    assert page.evaluate(FAINT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_faint_text_would_be_told(page: Page, scheme: str, address: str) -> None:
    page.goto(address)
    page.evaluate(USE, scheme)
    page.add_style_tag(content=".lead { color: var(--rule) !important }")
    told = page.evaluate(FAINT)
    assert told
    assert len(told) < 10


@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_without_scripts_the_system_decides(browser: Browser, wanted: str, address: str) -> None:
    with browser.new_context(java_script_enabled=False, color_scheme=wanted) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        day = [int(part) > 127 for part in ground.removeprefix("rgb(").rstrip(")").split(",")]
        assert set(day) == {wanted == "light"}
