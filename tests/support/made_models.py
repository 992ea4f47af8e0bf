"""The catalog's page as it would be with many more models."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.made_catalog import grow_catalog
from dossier.catalog.load import load_catalog
from dossier.catalog.model_table import ModelTable, model_table, rows_json
from dossier.catalog.schema import Catalog
from dossier.load import load
from dossier.locales import Locale, site_path
from dossier.rendering.templating import render
from tests.support.first_view import PAGE
from tests.support.site import ROOT, Site


@cache
def made_catalog(size: int) -> Catalog:
    with TemporaryDirectory() as folder:
        target = Path(folder, "models")
        shutil.copytree(ROOT / "data" / "catalog", target)
        grow_catalog(target, size)
        return load_catalog(target)


def made_table(size: int, locale: Locale) -> ModelTable:
    return model_table(made_catalog(size), load(ROOT).wording, locale)


def made_page(site: Site, size: int, locale: Locale) -> str:
    """Return the built page with the table of a made catalog in place of its own.

    Its pictures stay those of the project's data.
    """
    dossier = load(ROOT)
    own = model_table(dossier.catalog, dossier.wording, locale)
    html = (site.folder / site_path(locale, PAGE) / "index.html").read_text(encoding="utf-8")
    before, found, after = html.partition(_block(own, locale))
    assert found, "the page does not hold the table as its template writes it"
    return before + _block(made_table(size, locale), locale) + after


def write_made_site(site: Site, size: int, folder: Path) -> None:
    """Write the built site as it would be with a made catalog, but for the makers' pages."""
    page = folder / PAGE
    page.mkdir(parents=True)
    for entry in site.folder.iterdir():
        if entry.name != page.name:
            (folder / entry.name).symlink_to(entry)
    (page / "index.html").write_text(made_page(site, size, "fr"), encoding="utf-8")
    rows = rows_json(made_table(size, "fr").others)
    (page / "rows.json").write_text(rows, encoding="utf-8")


def _block(table: ModelTable, locale: Locale) -> str:
    return render("catalog.html", load(ROOT), locale, table=table).strip()
