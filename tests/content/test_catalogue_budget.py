"""The first view of the catalog stays light, however many models there are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.locales import LOCALES, Locale, site_path
from tests.browser.made_models import PAGE, compressed, made_page
from tests.site import Site

BUDGET = {253: 120, 11_000: 160}
"""Kilobytes, compressed, of the page with its styles and scripts, by number of models."""

_LINKED = re.compile(r"""<(?:link rel="stylesheet" href|script [^>]*?src)="([^"]+)\"""")
_IMPORTED = re.compile(r"""^import (?:.*? from )?"(.+?)";""", re.MULTILINE)


def first_view(site: Site, html: str, locale: Locale) -> dict[str, int]:
    """Return the compressed size of what a browser needs to show the page, by name."""
    folder = site.folder / site_path(locale, PAGE)
    sizes = {"the page": compressed(html)}
    for linked in _LINKED.findall(html):
        for file in with_imports((folder / linked).resolve(), set()):
            sizes[str(file.relative_to(site.folder.resolve()))] = compressed(file.read_bytes())
    return sizes


def with_imports(file: Path, seen: set[Path]) -> Iterator[Path]:
    """Give a file and, once each, the modules that it imports."""
    if file in seen:
        return
    seen.add(file)
    yield file
    if "type" not in file.suffix and file.suffix == ".js":
        for imported in _IMPORTED.findall(file.read_text(encoding="utf-8")):
            yield from with_imports((file.parent / imported).resolve(), seen)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("models", BUDGET)
def test_the_first_view_is_light(models: int, locale: Locale, site: Site) -> None:
    html = made_page(site, models, locale)
    sizes = first_view(site, html, locale)
    assert "assets/javascripts/models/filter.js" in sizes, "scripts were not followed"
    assert "assets/stylesheets/models.css" in sizes, "styles were not followed"
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:8]
    assert sum(sizes.values()) <= BUDGET[models] * 1000, largest


def test_only_the_catalog_loads_what_the_table_needs(site: Site) -> None:
    for page in site.pages():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        loads = "javascripts/models.js" in html
        assert loads == ("stylesheets/models.css" in html) == ("data-models" in html), page
