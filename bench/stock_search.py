"""The theme's own search over the pages of the built site: its worker, without its interface."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import get_theme_dir
from playwright.sync_api import Browser, Page

from bench.traffic import record_files
from dossier.search.records import SearchRecord
from publishing.pages_server import serve, transfer_size

_SCRIPT = Path(__file__).with_name("stock-search.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class StockSearch:
    """The theme's search, loaded in a page; the bytes of its index and its scripts, as sent."""

    page: Page
    weight: int

    def ask(self, query: str) -> list[str]:
        """Return the pages that are found, as addresses relative to the site."""
        found: list[str] = self.page.evaluate(f"query => {_SCRIPT}.ask(query)", query)
        return found


@contextmanager
def stock_search(browser: Browser, records: list[SearchRecord]) -> Iterator[StockSearch]:
    """Open the theme's search over `records`."""
    scripts = Path(get_theme_dir("material"), "assets/javascripts")
    [worker] = scripts.glob("workers/search.*.js")
    with serve(scripts) as address, browser.new_page() as page:
        page.route(address, lambda route: route.fulfill(body="", content_type="text/html"))
        page.goto(address)
        files = record_files(page, scripts, address)
        url = address + worker.relative_to(scripts).as_posix()
        page.evaluate(f"given => {_SCRIPT}.setUp(given)", [url, stock_index(records)])
        yield StockSearch(page, sum(map(transfer_size, files)) + stock_weight(records))


def stock_weight(records: list[SearchRecord]) -> int:
    """Return the bytes of the theme's index of `records`, as sent."""
    return len(gzip.compress(stock_index(records).encode(), 9))


def stock_index(records: list[SearchRecord]) -> str:
    """Return the index that the theme's plugin would write: one entry per page and section."""
    docs = [
        {
            "location": f"{record.path}#{section.anchor}" if number else record.path,
            "title": section.heading,
            "text": "".join(f"<p>{block}</p>" for block in section.blocks),
        }
        for record in records
        for number, section in enumerate(record.sections)
    ]
    config = {
        "lang": ["fr", "en"],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}},
    }
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
