"""What a first search loads, compressed as it is sent."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.search.asking import ask, open_search

# Pagefind's own files are compressed as they stand; servers compress the others.
COMPRESSED = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")


def first_search(browser: Browser, address: str, folder: Path, query: str) -> int:
    """Return the bytes that a reader loads who opens the search and asks once.

    Args:
        browser: where.
        address: the page to search from.
        folder: of the site that is served.
        query: what is asked.
    """
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        open_search(page)
        ask(page, query)
    base = urlsplit(address).path
    root = base[: base.index("/", 1) + 1]
    return sum(size(folder / unquote(urlsplit(url).path).removeprefix(root)) for url in asked)


def size(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix in COMPRESSED else len(gzip.compress(data, 9))
