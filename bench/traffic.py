"""The files that a browser loads from a served site."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from publishing.pages_server import answer


def record_files(page: Page, site: Path, base: str) -> set[Path]:
    """Return a set that each file of `site`, served at `base`, joins when `page` requests it."""
    files: set[Path] = set()

    def note(url: str) -> None:
        if file := answer(site, urlsplit(base).path, url).file:
            files.add(file)

    page.on("request", lambda request: note(request.url))
    return files
