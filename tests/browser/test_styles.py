"""Pages look as they do with the complete stylesheets of the theme (hooks/theme.py)."""

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import BrowserContext, Page, Route

from dossier.assets.styles import join_styles
from tests.browser.measures import settle
from tests.support.screens import DESKTOP, PHONE
from tests.support.scripts import read_script
from tests.support.site import ROOT

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
PAGES = ["", "en/incident/", "dates/", "a/b/c"]
STYLES = read_script("browser/scripts/styles.js")


@pytest.mark.parametrize("path", PAGES)
def test_no_style_that_a_page_needs_is_missing(
    path: str, reader: BrowserContext, page: Page
) -> None:
    page.goto(path)
    served = styles(page)
    reader.route(re.compile("/core[.]css$"), complete)
    page.goto(path)
    complete_styles = styles(page)
    reader.unroute_all()
    assert [pair for pair in zip(served, complete_styles, strict=True) if pair[0] != pair[1]] == []


def styles(page: Page) -> list[str]:
    found = []
    for screen in (DESKTOP, PHONE):
        page.set_viewport_size(screen)
        settle(page)
        found += page.evaluate(STYLES)
    return found


def complete(route: Route) -> None:
    """Answer with all styles of the theme, before those of the site."""
    theme = [sheet.read_text(encoding="utf-8") for sheet in sorted(THEME.glob("*.min.css"))]
    own = join_styles(ROOT / "docs/assets/stylesheets")["core.css"]
    route.fulfill(body="".join([*theme, own]), content_type="text/css")
