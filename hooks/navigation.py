"""The navigation: the makers' pages, the titles, and which pages `make serve` builds again."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from dossier.addresses import CATALOG
from dossier.rendering.blocks import page_inputs
from hooks.site import built_inputs, dossier_of, only_changes, page_in_dossier

_PLACEHOLDER = f"{CATALOG}*/index.md"


def on_config(config: MkDocsConfig) -> None:
    """Replace the placeholder in mkdocs.yml's `nav` with the pages made from data."""
    made = list(dict.fromkeys(f"{page.path}index.md" for page in dossier_of(config).made))
    config.nav = _expanded(config.nav, made)


def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: object) -> None:
    """Set the titles of pages and sections.

    A section has the title of its first page; its key in mkdocs.yml is only a separator. Pages
    that `make serve` does not build again need a title too, for the navigation of the others.
    """
    for page in nav.pages:
        page.title = page_in_dossier(page, config).front_matter.title
    for item in nav.items:
        if isinstance(item, Section) and isinstance(item.children[0], Page):
            item.title = item.children[0].title or ""
    if only_changes:
        _leave_out_unchanged(nav, config)


def _leave_out_unchanged(nav: Navigation, config: MkDocsConfig) -> None:
    """Answer for MkDocs, in a build with --dirty, which pages have changed since the last one."""
    shared = _shared_inputs(config)
    for page in nav.pages:
        inputs = (shared, page_inputs(dossier_of(config), page_in_dossier(page, config)))
        modified = built_inputs.get(page.file.abs_dest_path) != inputs
        page.file.is_modified = partial(bool, modified)  # type: ignore[method-assign]
        built_inputs[page.file.abs_dest_path] = inputs


def on_build_error(**_: object) -> None:
    """Build every page again after an error: some may not have been written."""
    built_inputs.clear()


def _shared_inputs(config: MkDocsConfig) -> object:
    """Return what every page depends on: data, code, templates, and all pages' front matter."""
    files = [file for folder in config.watch for file in Path(folder).rglob("*.*")]
    stamps = [file.stat().st_mtime_ns for file in [Path(config.config_file_path), *files]]
    return stamps, [(page.path, page.front_matter) for page in dossier_of(config).pages]


def _expanded(nav: Any, made: list[str]) -> Any:
    if isinstance(nav, dict):
        return {title: _expanded(item, made) for title, item in nav.items()}
    if isinstance(nav, list):
        return [
            source
            for item in nav
            for source in (made if item == _PLACEHOLDER else [_expanded(item, made)])
        ]
    return nav


def navigation_sources(nav: Any) -> Iterator[str]:
    """Yield the source paths in the navigation, in its order."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from navigation_sources(item)
