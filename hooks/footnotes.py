"""Writes the footnotes of the claims that a page cites, in the page's language."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.evidence.citations import cited_claims
from dossier.rendering.templating import footnotes
from hooks.shared import dossier_of, page_locale


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Append one footnote for each claim cited."""
    written = footnotes(cited_claims(markdown), dossier_of(config), page_locale(page))
    return f"{markdown}\n\n{written}\n"
