"""Helpers that open and read the facing-page edition."""

import json
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page
from selectolax.lexbor import LexborNode

from tests.support.site import Site, first

STATUS = {
    "fr": "Passages en regard\u00a0: {}. Sans équivalent\u00a0: {}.",
    "en": "Passages side by side: {}. Without a counterpart: {}.",
}

# The parts of an article that are not passages.
APART = (
    "page-tools", "page-status", "page-meta", "edit-link", "letters", "timeline-filter",
    "downloads", "catalog", "rendering",
)  # fmt: skip
# Every block and list item with its place on the screen, in the order of the page.
PASSAGES = """apart => JSON.stringify(
    [...document.querySelectorAll("article.facing, article .facing")]
    .flatMap(box => [...box.children])
    .filter(block => !block.matches(".facing, hr"))
    .filter(block => !apart.some(name => block.classList.contains(name)))
    .sort((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1)
    .map(block => {
        const { left, right, top, bottom } = block.getBoundingClientRect();
        const refs = [...block.querySelectorAll("a.footnote-ref")].map(a => a.hash);
        return {
            own: !block.matches(".twin"),
            lang: block.closest("[lang]").lang,
            kind: block.querySelector("table") ? "table" : block.localName,
            id: block.id.replace("twin-", ""),
            notes: refs.map(hash => hash.replace("#twin-", "#")),
            row: block.style.getPropertyValue("--row"),
            left, right, top, bottom,
        };
    }))"""
TOP = "id => document.getElementById(id).getBoundingClientRect().top"


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
    return list(json.loads(page.evaluate(PASSAGES, APART)))  # as JSON, which is much faster


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
