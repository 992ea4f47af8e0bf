"""Helpers that open and read the facing-page edition."""

import json
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page
from selectolax.lexbor import LexborNode

from tests.support.scripts import read_script
from tests.support.site import Site, first

STATUS = {
    "fr": "Passages en regard\u00a0: {}. Sans équivalent\u00a0: {}.",
    "en": "Passages side by side: {}. Without a counterpart: {}.",
}

# The parts of an article that are not passages.
APART = (
    "page-tools", "page-status", "page-meta", "edit-link", "letters", "list-filter",
    "downloads", "catalog", "rendering",
)  # fmt: skip
_PASSAGES = read_script("browser/scripts/passages.js")


def toggle(page: Page) -> None:
    """Press the button; Playwright's own click scrolls the page when it has to retry."""
    page.locator(".page-tools button").evaluate("button => button.click()")


def open_at(page: Page, path: str) -> list[dict[str, Any]]:
    """Open the edition of a page and return its passages."""
    page.goto(path)
    toggle(page)
    page.wait_for_selector("article.facing")
    return passages_of(page)


def passages_of(page: Page) -> list[dict[str, Any]]:
    """Return the passages of the page, with their places."""
    return list(json.loads(page.evaluate(_PASSAGES, APART)))  # as JSON, which is much faster


def pairs(passages: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return each passage that is followed by its translation, with it."""
    return [
        (own, twin)
        for own, twin in pairwise(passages)
        if own["own"] and not twin["own"] and own["row"] == twin["row"]
    ]


def written(site: Site, path: str) -> int:
    """Return the number of passages in the HTML of a built page."""

    def count(container: LexborNode) -> int:
        total = 0
        for block in container.iter():
            names = (block.attributes.get("class") or "").split()
            if block.tag == "hr" or set(APART) & set(names):
                continue
            is_list = block.tag in ("ul", "ol", "dl") and "facts" not in names
            total += count(block) if is_list or "footnote" in names else 1
        return total

    return count(first(site.html(path), "article"))
