"""Says what a page is that is given in the original because it is not translated."""

from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.locales import ORIGINAL, site_path
from dossier.rendering.fallback_links import mark_fallback_links
from hooks.shared import build_locale, dossier_of, file_address, is_fallback, site_url


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the original as its canonical address, and tell the templates."""
    context["fallback"] = is_fallback(page.file)
    if context["fallback"]:
        original = site_path(ORIGINAL, file_address(page.file))
        page.canonical_url = urljoin(site_url(config), original)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Mark the links to such pages; not the header's, which are words for the languages."""
    head, main, rest = output.partition("<main")
    links = mark_fallback_links(rest, page.url, build_locale(config), dossier_of(config))
    return head + main + links
