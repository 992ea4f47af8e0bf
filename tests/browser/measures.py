"""Measures of a page in a browser: weight, layout shifts, overflow, overlaps and contrast."""

import gzip
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

BUDGET = 100_000
"""Compressed bytes of a first view: the page and what it requests by itself."""
CATALOG_BUDGET = 120_000

SHIFTS = """
    window.__shifts = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            const names = entry.sources.map(source => source.node?.nodeName + "."
                + (source.node?.className ?? ""));
            window.__shifts.push(`${entry.value.toFixed(4)} ${names.join(" ")}`);
        }
    }).observe({type: "layout-shift", buffered: true});
"""
"""Script that records layout shifts, those before the observer is called too."""

# Two frames later, the theme's scripts have reacted to a new width.
_FRAMES = "new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))"

# Every visible line of text, and which of them overlap. Two lines of one element do not: the
# browser sets them.
_LAYOUT = f"""async () => {{
    await {_FRAMES};
    const seen = element => getComputedStyle(element).clipPath === "none"
        && element.checkVisibility({{
            opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true,
        }});
    const lines = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {{
        const text = walker.currentNode, element = text.parentElement;
        if (!text.data.trim() || element.closest(".md-sidebar, sup") || !seen(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const {{left, top, right, bottom}} of range.getClientRects()) {{
            if (right - left < 1 || bottom - top < 1) continue;
            const inset = (bottom - top) * 0.22; // a line box is higher than its letters
            lines.push({{words: text.data.trim().slice(0, 40), left: left + 1, right: right - 1,
                        top: top + inset, bottom: bottom - inset}});
        }}
    }}
    lines.sort((a, b) => a.top - b.top);
    const overlaps = [];
    for (let i = 0; i < lines.length; i++) {{
        for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {{
            const [a, b] = [lines[i], lines[j]];
            if (a.right <= b.left || b.right <= a.left) continue;
            overlaps.push(`“${{a.words}}” and “${{b.words}}”`);
        }}
    }}
    const overflow = document.documentElement.scrollWidth - innerWidth;
    return {{lines: lines.length, overlaps, overflow}};
}}"""

SCHEMES = ("default", "slate")
_USE_SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
_FAINT = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


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
