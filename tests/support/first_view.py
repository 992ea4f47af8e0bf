"""What a browser needs to show a page of the catalog, and what it weighs."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from dossier.locales import Locale, site_path
from tests.support.site import Site

PAGE = "catalogue/"

_LINKED = re.compile(r"""<(?:link rel="stylesheet" href|script [^>]*?src)="([^"]+)\"""")
_IMPORTED = re.compile(r"""^import (?:.*? from )?"(.+?)";""", re.MULTILINE)


def first_view(site: Site, html: str, locale: Locale) -> dict[str, int]:
    """Return the size, as gzip -9 would send it, of the catalog's page, its styles and scripts."""
    folder = site.folder.resolve() / site_path(locale, PAGE)
    sizes = {"the page": _compressed(html.encode())}
    for linked in _LINKED.findall(html):
        for file in _with_imports((folder / linked).resolve(), set()):
            name = str(file.relative_to(site.folder.resolve()))
            sizes[name] = _compressed(file.read_bytes())
    return sizes


def _with_imports(file: Path, seen: set[Path]) -> Iterator[Path]:
    """Give a file and, once each, the modules that it imports."""
    if file in seen:
        return
    seen.add(file)
    yield file
    if file.suffix == ".js":
        for imported in _IMPORTED.findall(file.read_text(encoding="utf-8")):
            yield from _with_imports((file.parent / imported).resolve(), seen)


def _compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9))
