"""Only the catalog loads the table's scripts and styles; test_every_page weighs its first view."""

from tests.support.site import Site


def test_only_the_catalog_loads_what_the_table_needs(site: Site) -> None:
    for page in site.pages():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        has_table = "data-catalog" in html
        assert ("javascripts/catalog/table.js" in html) == has_table, page
        assert ("stylesheets/catalog.css" in html) == has_table, page
