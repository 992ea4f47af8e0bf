"""The measures of a visit see what they are to see."""

import pytest
from playwright.sync_api import Page

from tests.browser.measures import SHIFTS, overlaps, shifts

LINES = "".join(f"<p>Une ligne de texte, la {number}e.</p>" for number in range(8))


@pytest.mark.parametrize(
    ("style", "found"),
    [("", 0), ("p:nth-child(3) { margin-top: -2em }", 1), ("p { line-height: 0.5; margin: 0 }", 7)],
)
def test_text_over_text_is_seen(style: str, found: int, page: Page) -> None:
    page.set_content(f"<style>{style}</style><main>{LINES}</main>")
    assert len(overlaps(page)) == found


def test_hidden_text_is_over_nothing(page: Page) -> None:
    page.set_content(f"<main>{LINES}<p style='position:absolute;top:0;opacity:0'>Rien</p></main>")
    assert overlaps(page) == []


@pytest.mark.parametrize("moved", [False, True])
def test_what_moves_is_seen(moved: bool, page: Page, address: str) -> None:
    page.add_init_script(SHIFTS)
    page.goto(address + "notes/")
    if moved:
        page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    assert bool(shifts(page)) is moved
