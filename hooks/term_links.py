"""Tells the Markdown extension that links terms to the glossary which page it reads."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.shared import dossier_of, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the extension's options, which Markdown takes for the page about to be converted."""
    config.mdx_configs["dossier.glossary.term_links"] = {
        "glossary": dossier_of(config).glossary,
        "locale": page_locale(page),
        "source": page.file.norm_src_uri,  # type: ignore[attr-defined]  # set by static-i18n
    }
