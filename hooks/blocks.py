"""Writes the blocks that a page takes from data, before its citations are gathered."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.rendering import fill_blocks
from hooks.shared import dossier_of, file_address, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Replace each `<!-- data: NAME -->`."""
    return fill_blocks(markdown, file_address(page.file), dossier_of(config), page_locale(page))
