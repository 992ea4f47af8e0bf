"""Gives each language its own search index, so that a search answers in the reader's language.

The theme asks for `search/search_index.json` under the base that its configuration names, and
resolves what it finds against the same: under /en/ both are the translation's.
"""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from dossier.locales import LOCALES, ORIGINAL, Locale, site_path
from hooks.shared import build_locale

_INDEX = "search/search_index.json"
_BASE = re.compile(r'(<script id="__config"[^>]*>\{.*?"base": *")([^"]*)(")')


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Name the root of the language as the base that the theme's script searches under.

    Raises:
        PluginError: the theme writes its configuration in another way.
    """
    root = site_path(build_locale(config), "")
    if not root:
        return output
    changed, times = _BASE.subn(rf"\g<1>\g<2>/{root}\g<3>", output)
    if times != 1:
        raise PluginError(
            f"{page.file.src_uri}: the page names no base for the search: "
            "the theme has changed, and hooks/search_language.py must follow it"
        )
    return changed


# After static-i18n (-100), which writes one index of all languages when the last is built.
@event_priority(-110)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Split the index."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    site = Path(config.site_dir)
    index = json.loads((site / _INDEX).read_text(encoding="utf-8"))
    for locale in LOCALES:
        file = site / site_path(locale, _INDEX)
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(_part(index, locale), separators=(",", ":")), encoding="utf-8")


def _part(index: dict[str, Any], locale: Locale) -> dict[str, Any]:
    """Return the entries of one language, their addresses relative to its root."""
    translated = tuple(site_path(other, "") for other in LOCALES if other != ORIGINAL)
    root = site_path(locale, "")
    docs = [
        {**doc, "location": doc["location"].removeprefix(root)}
        for doc in index["docs"]
        if (
            doc["location"].startswith(root) if root else not doc["location"].startswith(translated)
        )
    ]
    return {"config": {**index["config"], "lang": [locale]}, "docs": docs}
