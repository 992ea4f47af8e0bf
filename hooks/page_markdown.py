"""A page's Markdown, from what the author wrote to what is converted to HTML."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.evidence.citations import cited_claims
from dossier.locales import TRANSLATION
from dossier.pages.page import address
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.html_fragments import restore_fragments
from dossier.rendering.templating import footnotes
from dossier.rendering.translation_notices import add_notices
from hooks.navigation import navigation_sources
from hooks.site import dossier_of, file_address, localized_source, page_locale, publication_of


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Add notices, then data blocks, then the footnotes that both may cite."""
    dossier, locale, path = dossier_of(config), page_locale(page), file_address(page.file)
    if locale == TRANSLATION:
        markdown = add_notices(markdown, path, dossier)
    order = [address(source) for source in navigation_sources(config.nav)]
    place = BlockPlace(dossier, locale, path, order, publication_of(config))
    markdown = fill_blocks(markdown, place)
    markdown += f"\n\n{footnotes(cited_claims(markdown), dossier, locale, path)}\n"
    _configure_extensions(page, config)
    return markdown


def on_page_content(html: str, **_: Any) -> str:
    """Put back the HTML that need not pass through Markdown, and a comma between references.

    Otherwise 3 and 4 in a row read as 34.
    """
    return restore_fragments(html).replace(
        '</sup><sup id="fnref', '</sup><sup>, </sup><sup id="fnref'
    )


def _configure_extensions(page: Page, config: MkDocsConfig) -> None:
    """Set the options of the Markdown extensions for the page about to be converted."""
    dossier, locale = dossier_of(config), page_locale(page)
    words = dossier.words(locale)
    config.mdx_configs["dossier.rendering.endnotes"] = {
        "heading": words["footnotes"],
        "backlink": words["footnote-backlink"],
    }
    config.mdx_configs["toc"]["permalink_title"] = words["permalink"]
    config.mdx_configs["dossier.glossary.term_links"] = {
        "glossary": dossier.glossary,
        "locale": locale,
        "source": localized_source(page.file),
    }
