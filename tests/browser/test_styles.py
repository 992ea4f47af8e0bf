"""Pages look as they would with the theme's stylesheets whole (hooks/theme.py)."""

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Route

from tests.browser.visits import DESKTOP, PHONE

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
PAGES = ["", "en/incident/", "dates/", "a/b/c"]
# Everything that a browser computes for the first element of each kind, where kinds are told by
# classes, and for what it generates beside it.
STYLES = """() => {
  const kinds = new Map();
  for (const element of document.querySelectorAll("*")) {
    const kind = `${element.parentElement?.className} > ${element.localName}.${element.className}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds].flatMap(([kind, element]) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part || null);
    const plain = [...style].filter((name) => !name.startsWith("--"));
    const values = plain.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${kind}${part} ${values.join("; ")}`;
  }));
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_nothing_that_a_page_needs_is_left_out(
    path: str, screen: str, browser: Browser, address: str
) -> None:
    viewport = PHONE if screen == "phone" else DESKTOP
    with browser.new_context(viewport=viewport, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address + path)
        served = page.evaluate(STYLES)
        context.route(re.compile("/(main|palette)[.][0-9a-f]+[.]min[.]css$"), whole)
        page.goto(address + path)
        differ = [
            (one, other)
            for one, other in zip(served, page.evaluate(STYLES), strict=True)
            if one != other
        ]
        assert differ == []


def whole(route: Route) -> None:
    """Answer with the theme's own stylesheet."""
    route.fulfill(path=THEME / route.request.url.rpartition("/")[2])
