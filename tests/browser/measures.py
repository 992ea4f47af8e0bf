"""What a page weighs, how it moves and what stands over what, as a browser has it."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

BUDGET = 100_000
"""Bytes of a first view: the page and what it asks for by itself, compressed."""
CATALOG_BUDGET = 120_000
"""The same of the catalog, which test_catalog_budget looks at with many more models."""

# Layout shifts are noted from the first paint on: the observer is told of those before it, too.
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
SETTLED = """async () => {
    await document.fonts.ready;
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return window.__shifts;
}"""

# Every line of text that can be seen, as [words, left, top, right, bottom, element's number].
# Two lines of one element, or of one inside the other, are set by the browser beside each other.
OVERLAPS = """() => {
    const article = document.querySelector("main");
    const seen = element => getComputedStyle(element).clipPath === "none"
        && element.checkVisibility({
            opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true,
        });
    const lines = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, element = text.parentElement;
        if (!text.data.trim() || !seen(element) || element.closest(".md-sidebar, sup")) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const {left, top, right, bottom} of range.getClientRects()) {
            if (right - left < 1 || bottom - top < 1) continue;
            // A line box holds more than its letters.
            const inset = (bottom - top) * 0.22;
            lines.push({element, words: text.data.trim().slice(0, 40), left: left + 1,
                        right: right - 1, top: top + inset, bottom: bottom - inset});
        }
    }
    lines.sort((a, b) => a.top - b.top);
    const found = [];
    for (let i = 0; i < lines.length; i++) {
        for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {
            const [a, b] = [lines[i], lines[j]];
            if (a.left < b.right && b.left < a.right) found.push(`“${a.words}” over “${b.words}”`);
        }
    }
    return {lines: lines.length, found};
}"""


def compressed(site: Path, address: str, url: str) -> int:
    """Return the size of what `url` was answered with, as gzip -9 would send it."""
    path = urlsplit(url).path.removeprefix(urlsplit(address).path)
    file = site / path
    return _compressed(file / "index.html" if file.is_dir() else file)


@cache
def _compressed(file: Path) -> int:
    content = file.read_bytes()
    # What is compressed already is sent as it is.
    kept = file.suffix in (".woff2", ".png", ".jpg", ".webp", ".avif")
    return len(content) if kept else len(gzip.compress(content, 9))


def shifts(page: Page) -> list[str]:
    """Return what has moved since the page was asked for, once its fonts are there."""
    return list(page.evaluate(SETTLED))


def overlaps(page: Page) -> list[str]:
    """Return each text that stands over another."""
    seen = page.evaluate(OVERLAPS)
    assert seen["lines"] > 5, "hardly any text was seen: mend the measure"
    return list(seen["found"])
