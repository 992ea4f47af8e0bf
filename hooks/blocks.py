"""Writes the blocks that a page takes from data, before its citations are gathered."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.pages.page import address
from dossier.rendering.blocks import fill_blocks
from hooks.shared import dossier_of, file_address, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Replace each `<!-- data: NAME -->`."""
    return fill_blocks(
        markdown,
        file_address(page.file),
        dossier_of(config),
        page_locale(page),
        [address(source) for source in navigation_sources(config.nav)],
    )


def navigation_sources(nav: Any) -> Iterator[str]:
    """Give the sources that the navigation names, sections opened, in its order."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from navigation_sources(item)
