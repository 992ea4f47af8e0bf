"""Gives Markdown's extensions the words of the page's language, the theme's those of the build."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.shared import build_locale, dossier_of, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the titles of the links that footnotes and headings carry, in the page's language."""
    wording = dossier_of(config).wording
    locale = page_locale(page)
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": wording["footnote-backlink"][locale]}
    config.mdx_configs["toc"]["permalink_title"] = wording["permalink"][locale]


def on_page_context(context: dict[str, Any], *, config: MkDocsConfig, **_: Any) -> None:
    """Give the templates their words, by key: `t` in the language built, `wording` in both."""
    locale = build_locale(config)
    context["wording"] = dossier_of(config).wording
    context["t"] = {key: text[locale] for key, text in context["wording"].items()}
