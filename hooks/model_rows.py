"""Adds the rows that the table of models leaves to scripts, where there are any."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from dossier.catalog.model_table import model_table, rows_json
from dossier.locales import site_path
from hooks.shared import build_locale, dossier_of


# After static-i18n (-100), which copies files by their path and so knows none made here.
@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the file of the language being built, beside the page that has the table."""
    dossier, locale = dossier_of(config), build_locale(config)
    others = model_table(dossier.catalog, dossier.wording, locale).others
    if others:
        address = site_path(locale, "catalogue/rows.json")
        files.append(File.generated(config, address, content=rows_json(others)))
