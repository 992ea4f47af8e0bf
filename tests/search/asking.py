"""Helpers that search as a reader does, and read the answer."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.support.scripts import read_script

FIELD = "dialog.search input[name=q]"
RESULTS = "dialog.search [data-search-results]"
HITS = "dialog.search [data-search-hit]"
STATUS = "dialog.search [role=status]"
BUTTON = "button[data-search]:visible"
READY = f"{RESULTS}[aria-busy=false]"

ASK = read_script("search/ask.js")


@dataclass(frozen=True)
class Answer:
    """The addresses of the hits of a search, and the spelling that it suggests."""

    hits: list[str]
    suggestion: str


def open_search(page: Page, path: str | None = None) -> None:
    """Open the search, on a page or on the current one."""
    if path is not None:
        page.goto(path)
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()


def ask(page: Page, query: str) -> Answer:
    """Search in the open dialog without the wait for a pause in typing."""
    return Answer(**page.evaluate(ASK, [query, FIELD, RESULTS]))


def type_in(page: Page, query: str) -> None:
    """Search as a reader who types, and wait for the answer."""
    page.locator(FIELD).fill(query)
    page.locator(READY).wait_for(state="attached")


def paths(answer: Answer, root: str) -> list[str]:
    """Return the paths of the hits, relative to `root`."""
    return [hit.partition("?")[0].partition("#")[0].removeprefix(root) for hit in answer.hits]
