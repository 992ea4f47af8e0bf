"""Measures of a page in a browser: weight, layout shifts, overflow, overlaps and contrast."""

import gzip
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.scripts import read_script

BUDGET = 75_000
"""Compressed bytes of a first view: the page and what it requests by itself."""
LIST_BUDGETS = {
    "catalogue/": 80_000, "dates/": 95_000, "sources/": 85_000, "sources/claims/": 115_000,
}  # fmt: skip
"""The budgets of the pages that list hundreds of models, events, sources and claims."""
REQUESTS, CATALOG_REQUESTS = 8, 10
"""The requests of a first view, and of that of the catalog, which has files of its own."""

SCHEMES = ("light", "dark")
SHIFTS = read_script("browser/scripts/shifts.js")
"""Script that records layout shifts."""
_LAYOUT = read_script("browser/scripts/layout.js")
_FAINT = read_script("browser/scripts/contrast.js")
_FRAMES = "new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
_USE_SCHEME = "scheme => { document.documentElement.dataset.scheme = scheme }"
TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def compressed(site: Path, address: str, url: str) -> int:
    """Return the size of the response to `url`, as gzip -9 would send it."""
    path = urlsplit(url).path.removeprefix(urlsplit(address).path)
    file = site / path
    return _compressed(file / "index.html" if file.is_dir() else file)


@cache
def _compressed(file: Path) -> int:
    content = file.read_bytes()
    is_compressed = file.suffix in (".woff2", ".png", ".jpg", ".webp", ".avif")
    return len(content) if is_compressed else len(gzip.compress(content, 9))


def settle(page: Page) -> None:
    """Wait for the fonts and for two frames."""
    page.evaluate(f"async () => {{ await document.fonts.ready; await {_FRAMES}; }}")


def shifts(page: Page) -> list[str]:
    """Return the layout shifts since the page was requested, with the script `SHIFTS`."""
    settle(page)
    return list(page.evaluate("window.__shifts"))


def layout(page: Page) -> tuple[int, list[str]]:
    """Return the pixels that the page is too wide, and the pairs of texts that overlap."""
    seen: dict[str, Any] = page.evaluate(_LAYOUT)
    assert seen["lines"] > 5, "hardly any text was seen: update the measure"
    return seen["overflow"], seen["overlaps"]


def faint(page: Page, scheme: str) -> list[str]:
    """Return the texts with too little contrast in a color scheme."""
    page.evaluate(_USE_SCHEME, scheme)
    return list(page.evaluate(_FAINT))
