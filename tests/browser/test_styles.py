"""Pages look as they do with the complete stylesheets of the theme (hooks/theme.py)."""

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.measures import settle
from tests.support.screens import DESKTOP, PHONE

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
PAGES = ["", "en/incident/", "dates/", "a/b/c"]
# Every computed property of the first element of each kind (its classes and its parent's), and of
# its pseudo-elements.
STYLES = """() => {
  const kinds = new Map();
  for (const element of document.querySelectorAll("*")) {
    const kind = `${element.parentElement?.className} > ${element.localName}.${element.className}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds].flatMap(([kind, element]) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part || null);
    if (part && style.content === "none") return `${kind}${part}`;
    const plain = [...style].filter((name) => !name.startsWith("--"));
    const values = plain.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${kind}${part} ${values.join("; ")}`;
  }));
}"""


@pytest.mark.parametrize("path", PAGES)
def test_no_style_that_a_page_needs_is_missing(
    path: str, reader: BrowserContext, page: Page
) -> None:
    page.goto(path)
    served = styles(page)
    reader.route(re.compile("/(main|palette)[.][0-9a-f]+[.]min[.]css$"), complete)
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
    """Answer with the stylesheet of the theme."""
    route.fulfill(path=THEME / route.request.url.rpartition("/")[2])
