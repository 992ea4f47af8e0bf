"""Writes the data blocks of a page: what each template is given."""

import re
from collections.abc import Callable, Sequence
from typing import Any, get_args

from dossier.blocks import BLOCK
from dossier.catalogue.downloads import FOLDER, downloads
from dossier.catalogue.maker_pages import maker_block, makers_block
from dossier.catalogue.model_table import model_table
from dossier.events import Theme, by_year, key_dates
from dossier.glossary_list import by_letter
from dossier.load import Dossier
from dossier.locales import LOCALES, ORIGINAL, Locale
from dossier.pages import edition
from dossier.pictures.values import picture
from dossier.rendering import render
from dossier.site_index import site_index
from dossier.source_list import by_tier
from dossier.translation_table import translation_table
from dossier.translations import STATES


def fill_blocks(
    markdown: str, path: str, dossier: Dossier, locale: Locale, order: Sequence[str]
) -> str:
    """Return a page's Markdown with its data blocks written out.

    Args:
        markdown: the page's text.
        path: its address within its language, "sources/".
        dossier: what the blocks show.
        locale: the language to write in.
        order: the addresses of all pages, as the navigation has them.
    """
    pages = edition(dossier.all_pages, locale)
    root = "../" * path.count("/")
    values: dict[str, Callable[[], dict[str, Any]]] = {
        "downloads": lambda: {
            "files": downloads(dossier.catalog, dossier.wording),
            "folder": root + ("" if locale == ORIGINAL else "../") + FOLDER,
        },
        "events": lambda: {
            "years": by_year(dossier.events),
            "themes": get_args(Theme),
            "titles": {page.path: page.front_matter.title for page in pages},
        },
        "glossary": lambda: {
            "letters": by_letter(dossier.glossary, locale),
            "other": next(other for other in LOCALES if other != locale),
        },
        "key-dates": lambda: {"events": key_dates(dossier.events)},
        "maker": lambda: maker_block(dossier.catalog, path),
        "makers": lambda: makers_block(dossier.catalog),
        "models": lambda: {"table": model_table(dossier.catalog, dossier.wording, locale)},
        "plan": lambda: {"sections": site_index(pages, order)},
        "sources": lambda: {"tiers": by_tier(dossier, locale)},
        "translation-state": lambda: {
            "pages": translation_table(dossier.pages, locale),
            "states": STATES,
        },
    }

    def fill(match: re.Match[str]) -> str:
        if match[1].startswith("picture-"):
            template, drawn = picture(match[1], dossier, locale)
            return render(template, dossier, locale, root=root, **drawn)
        return render(f"{match[1]}.html", dossier, locale, root=root, **values[match[1]]())

    return BLOCK.sub(fill, markdown)
