"""Adds the timeline's feeds to the site, each language's beside its timeline."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from dossier.rendering.feeds import feeds
from hooks.shared import build_locale, dossier_of, site_url


# After static-i18n (-100), which copies files by their path and so knows none made here.
@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the files of the language being built."""
    made = feeds(dossier_of(config), build_locale(config), site_url(config))
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))
