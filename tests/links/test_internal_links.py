"""Every link of the built site that stays in the site leads somewhere."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.locales import site_path
from dossier.pages import read_pages
from tests.site import ROOT, Site

PAGES = [site_path(page.locale, page.path) for page in read_pages(ROOT / "docs")]
ADDRESSES = "[href], [src]"


@pytest.mark.parametrize("page", PAGES)
def test_links_and_anchors_lead_somewhere(page: str, site: Site) -> None:
    assert list(broken_links(site, page, site.folder / page / "index.html")) == []


def test_the_links_of_the_404_page_lead_somewhere(site: Site) -> None:
    # Shown at any depth: its addresses must hold from there too.
    assert list(broken_links(site, "any/depth/", site.folder / "404.html")) == []


@pytest.mark.parametrize(
    ("href", "fault"),
    [
        ("../nowhere/", "no page or file"),
        ("../incident", "redirect"),
        ("../incident/#nowhere", "no anchor"),
        ("#nowhere", "no anchor"),
        ("/incident/", "outside the base path"),
        ("../INCIDENT/", "no page or file"),
    ],
)
def test_a_planted_fault_is_found(href: str, fault: str, site: Site, tmp_path: Path) -> None:
    html = (site.folder / "openai/index.html").read_text(encoding="utf-8")
    planted = tmp_path / "index.html"
    planted.write_text(html.replace("</article>", f'<a href="{href}">x</a></article>'))
    assert [fault in found for found in broken_links(site, "openai/", planted)] == [True]


def broken_links(site: Site, page: str, file: Path) -> Iterator[str]:
    """Give a sentence for each link of `file`, shown at the address `page`, that is broken."""
    for node in _parse(file).css(ADDRESSES):
        written = node.attributes.get("href") or node.attributes.get("src") or ""
        target, fragment = urldefrag(urljoin(site.url + page, written))
        root = urljoin(site.url, "/")
        if not target.startswith(root):
            continue
        if not target.startswith(site.url):
            yield f"{written}: outside the base path"
            continue
        path = unquote(target.removeprefix(site.url))
        found = site.folder / path
        if found.is_dir() and not (path.endswith("/") or not path):
            yield f"{written}: works only through a redirect"
            continue
        if found.is_dir():
            found /= "index.html"
        if not _exists(found):
            yield f"{written}: no page or file at {path}"
        elif fragment and found.suffix == ".html" and target != site.url + page:
            if unquote(fragment) not in _anchors(found):
                yield f"{written}: no anchor {fragment} in {path}"
        elif fragment and unquote(fragment) not in _anchors(file):
            yield f"{written}: no anchor {fragment} in the page"


def _exists(file: Path) -> bool:
    """Say whether the file is there by its exact name, on any file system."""
    return file.is_file() and file.name in {entry.name for entry in file.parent.iterdir()}


@cache
def _parse(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


@cache
def _anchors(file: Path) -> set[str | None]:
    return {node.attributes["id"] for node in _parse(file).css("[id]")}
