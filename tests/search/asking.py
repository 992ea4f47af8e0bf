"""Helpers that search as a reader does, and read the answer."""

from dataclasses import dataclass

from playwright.sync_api import Page

FIELD = "dialog.search input[name=q]"
RESULTS = "dialog.search [data-search-results]"
HITS = "dialog.search [data-search-hit]"
STATUS = "dialog.search [role=status]"
BUTTON = "button[data-search]:visible"
READY = f"{RESULTS}[aria-busy=false]"

# Changing the check box searches at once; typing would wait for a pause.
ASK = """async ([query, field, results]) => {
    const input = document.querySelector(field), list = document.querySelector(results);
    input.value = query;
    document.querySelector("dialog.search input[name=both]").dispatchEvent(new Event("change"));
    while (list.getAttribute("aria-busy") !== "false") await new Promise(r => setTimeout(r, 5));
    const suggested = document.querySelector(".search__suggested");
    return {
        hits: [...list.querySelectorAll("[data-search-hit]")].map(link => link.href),
        suggestion: suggested.hidden ? "" : suggested.innerText,
    };
}"""


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
