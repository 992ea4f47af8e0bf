"""Tells readers of a translation where its original has changed since."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.locales import TRANSLATION
from dossier.rendering.translation_notices import add_notices
from hooks.shared import dossier_of, file_address, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put a notice under the heading of each stale section."""
    if page_locale(page) != TRANSLATION:
        return markdown
    return add_notices(markdown, file_address(page.file), dossier_of(config))
