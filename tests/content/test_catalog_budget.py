"""The first view of the catalog stays light, and no other page pays for it."""

import pytest

from dossier.locales import LOCALES, Locale, site_path
from tests.support.first_view import PAGE, first_view
from tests.support.site import Site

BUDGET = 120
"""Kilobytes, compressed, of the page with its styles and scripts."""


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_view_is_light(locale: Locale, site: Site) -> None:
    html = (site.folder / site_path(locale, PAGE) / "index.html").read_text(encoding="utf-8")
    sizes = first_view(site, html, locale)
    assert "assets/javascripts/catalog/filter.js" in sizes, "scripts were not followed"
    assert "assets/stylesheets/catalog.css" in sizes, "styles were not followed"
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:8]
    assert sum(sizes.values()) <= BUDGET * 1000, largest


def test_only_the_catalog_loads_what_the_table_needs(site: Site) -> None:
    for page in site.pages():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        has_table = "data-catalog" in html
        assert ("javascripts/catalog/table.js" in html) == has_table, page
        assert ("stylesheets/catalog.css" in html) == has_table, page
