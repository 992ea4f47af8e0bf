"""Gives Markdown's extensions and the theme's templates the words of the language being built."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from hooks.shared import build_locale, dossier_of


def on_files(files: Files, *, config: MkDocsConfig, **_: Any) -> None:
    """Set the titles of the links that footnotes and headings carry."""
    wording = dossier_of(config).wording
    locale = build_locale(config)
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": wording["footnote-backlink"][locale]}
    config.mdx_configs["toc"]["permalink_title"] = wording["permalink"][locale]


def on_page_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Give the templates their words, by key, as `t`."""
    locale = build_locale(config)
    context["t"] = {key: text[locale] for key, text in dossier_of(config).wording.items()}
