"""Adds the pages that data makes: one for each maker of models, in every language.

MkDocs' own way (`File.generated`) is not static-i18n's: that looks for each file under docs/,
and hands back copies that keep nothing but the path. So the files are named before it, and
given their text after it.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from dossier.pages.page import Page
from hooks.shared import dossier_of

_PLACEHOLDER = "catalogue/*/index.md"


def on_config(config: MkDocsConfig) -> None:
    """Put the pages in the navigation, where mkdocs.yml has their placeholder."""
    made = dict.fromkeys(f"{page.path}index.md" for page in dossier_of(config).made)
    config.nav = _with_makers(config.nav, list(made))


def _with_makers(nav: Any, sources: list[str]) -> Any:
    if isinstance(nav, dict):
        return {title: _with_makers(item, sources) for title, item in nav.items()}
    if isinstance(nav, list):
        return [
            found
            for item in nav
            for found in (sources if item == _PLACEHOLDER else [_with_makers(item, sources)])
        ]
    return nav


def _name(files: Files, *, config: MkDocsConfig) -> None:
    for page in dossier_of(config).made:
        file = File(_source(page), config.docs_dir, config.site_dir, config.use_directory_urls)
        files.append(file)


@event_priority(-110)  # static-i18n's is -100
def _write(files: Files, *, config: MkDocsConfig) -> None:
    for page in dossier_of(config).made:
        file = files.src_uris.get(_source(page))
        if file:
            file.content_string = page.source


on_files = CombinedEvent(_name, _write)


def _source(page: Page) -> str:
    return f"{page.locale}/{page.path}index.md"
