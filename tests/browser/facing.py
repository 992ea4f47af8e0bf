"""The facing-page edition as the tests open and read it."""

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

# What stands in an article without being a passage.
APART = (
    "page-tools", "page-status", "page-meta", "edit-link", "letters", "timeline-filter",
    "downloads", "catalog", "rendering",
)  # fmt: skip
# Every block and list item laid out, as the reader sees it, in the order of the page.
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
    """Press the button."""
    page.locator(".page-tools button").click()


def open_at(page: Page, address: str) -> list[dict[str, Any]]:
    """Visit a page, open the edition there and return its passages."""
    page.goto(address)
    toggle(page)
    page.wait_for_selector("article.facing")
    return passages_of(page)


def passages_of(page: Page) -> list[dict[str, Any]]:
    """Return the passages on screen: what they are, where they stand."""
    return list(json.loads(page.evaluate(PASSAGES, APART)))  # as text: quicker by far


def pairs(passages: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return each passage with the one that follows it, where that is its translation."""
    return [
        (own, twin)
        for own, twin in pairwise(passages)
        if own["own"] and not twin["own"] and own["row"] == twin["row"]
    ]


def written(site: Site, path: str) -> int:
    """Return how many blocks and list items the article of a built page holds."""

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
