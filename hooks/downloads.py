"""Adds the catalog's files, once for both languages, beside the original's catalog."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from dossier.catalog.downloads import FOLDER, downloads
from dossier.locales import ORIGINAL
from hooks.shared import build_locale, dossier_of


# After static-i18n (-100), which copies files by their path and so knows none made here.
@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the files when the original is built."""
    if build_locale(config) == ORIGINAL:
        dossier = dossier_of(config)
        for name, content in downloads(dossier.catalog, dossier.wording).items():
            files.append(File.generated(config, FOLDER + name, content=content))
