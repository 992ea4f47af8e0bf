"""The first view of the catalog stays light, however many models there are."""

import pytest

from dossier.locales import LOCALES, Locale
from tests.support.first_view import first_view
from tests.support.made_models import made_page
from tests.support.site import Site

BUDGET = {253: 120, 11_000: 160}
"""Kilobytes, compressed, of the page with its styles and scripts, by number of models."""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("models", BUDGET)
def test_the_first_view_is_light(models: int, locale: Locale, site: Site) -> None:
    sizes = first_view(site, made_page(site, models, locale), locale)
    assert "assets/javascripts/catalog/filter.js" in sizes, "scripts were not followed"
    assert "assets/stylesheets/catalog.css" in sizes, "styles were not followed"
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:8]
    assert sum(sizes.values()) <= BUDGET[models] * 1000, largest


def test_only_the_catalog_loads_what_the_table_needs(site: Site) -> None:
    for page in site.pages():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        has_table = "data-catalog" in html
        assert ("javascripts/catalog/table.js" in html) == has_table, page
        assert ("stylesheets/catalog.css" in html) == has_table, page
