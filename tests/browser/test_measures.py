"""The measures of test_every_page find the defects that they look for."""

import pytest
from playwright.sync_api import Page

from tests.browser.measures import SCHEMES, SHIFTS, faint, layout, shifts

LINES = "".join(f"<p>Une ligne de texte, la {number}e.</p>" for number in range(8))


@pytest.mark.parametrize(
    ("style", "found"),
    [("", 0), ("p:nth-child(3) { margin-top: -2em }", 1), ("p { line-height: 0.5; margin: 0 }", 7)],
)
def test_text_over_text_is_found(style: str, found: int, page: Page) -> None:
    page.set_content(f"<style>{style}</style><main>{LINES}</main>")
    assert len(layout(page)[1]) == found


def test_hidden_text_overlaps_nothing(page: Page) -> None:
    page.set_content(f"<main>{LINES}<p style='position:absolute;top:0;opacity:0'>Rien</p></main>")
    assert layout(page)[1] == []


def test_a_page_that_is_too_wide_is_found(page: Page) -> None:
    page.set_content(f"<main>{LINES}<p style='width: 200vw'>Large</p></main>")
    assert layout(page)[0] > 0


@pytest.mark.parametrize("moved", [False, True])
def test_a_layout_shift_is_found(moved: bool, page: Page) -> None:
    page.add_init_script(SHIFTS)
    page.goto("notes/")
    if moved:
        page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    assert bool(shifts(page)) is moved


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_text_with_too_little_contrast_is_found(scheme: str, page: Page) -> None:
    page.goto("")
    page.locator(".lead").evaluate("lead => lead.style.color = 'var(--rule)'")
    assert 0 < len(faint(page, scheme)) < 10
