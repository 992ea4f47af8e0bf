"""The navigation: the makers' pages in it, and the titles of its sections."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from dossier.addresses import CATALOG
from hooks.site import dossier_of, page_in_dossier

_PLACEHOLDER = f"{CATALOG}*/index.md"


def on_config(config: MkDocsConfig) -> None:
    """Replace the placeholder in mkdocs.yml's `nav` with the pages made from data."""
    made = list(dict.fromkeys(f"{page.path}index.md" for page in dossier_of(config).made))
    config.nav = _expanded(config.nav, made)


def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: object) -> None:
    """Title each section by its first page; its key in mkdocs.yml is only a separator."""
    for item in nav.items:
        if isinstance(item, Section) and isinstance(item.children[0], Page):
            item.title = page_in_dossier(item.children[0], config).front_matter.title


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
