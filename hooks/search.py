"""Gives pages their search, and makes its index when the last language is built."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from dossier.locales import LOCALES, site_path
from dossier.search.bundle import SearchError, write_search
from hooks.shared import build_locale, dossier_of

_INDEX = "plan/"
"""The page that lists all others: the search without scripts, and where it fails."""


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give overrides/partials/find.html the search in the language of the build."""
    locale = build_locale(config)
    context["search"] = {
        "locale": locale,
        "other": next(other for other in LOCALES if other != locale),
        "index": get_relative_url(site_path(locale, _INDEX), page.url),
        "t": {key: text[locale] for key, text in dossier_of(config).wording.items()},
    }


# After static-i18n (-100), which builds the other languages then.
@event_priority(-110)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Index the site that was built.

    Raises:
        PluginError: the index cannot be made.
    """
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    pages = dossier_of(config).pages
    names = {site_path(page.locale, page.path): page.front_matter.title for page in pages}
    try:
        write_search(Path(config.site_dir), names)
    except SearchError as error:
        raise PluginError(str(error)) from None
