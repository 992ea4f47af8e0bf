"""Writes the data blocks of a page: what each template is given."""

import re
from collections.abc import Callable, Sequence
from typing import Any, get_args

from dossier.catalog.downloads import FOLDER, downloads
from dossier.catalog.maker_pages import maker_block, makers_block
from dossier.catalog.model_table import model_table
from dossier.content import Dossier
from dossier.evidence.events import Theme, by_year, key_dates
from dossier.glossary.listing import by_letter
from dossier.locales import LOCALES, ORIGINAL, Locale
from dossier.pages.blocks import BLOCK
from dossier.pages.page import edition
from dossier.pages.site_index import site_index
from dossier.rendering.charts import chart_values
from dossier.rendering.source_list import by_tier
from dossier.rendering.templating import render
from dossier.translation.state import STATES
from dossier.translation.table import translation_table


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
        "timeline": lambda: {
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
        "catalog": lambda: {"table": model_table(dossier.catalog, dossier.wording, locale)},
        "plan": lambda: {"sections": site_index(pages, order)},
        "sources": lambda: {"tiers": by_tier(dossier, locale)},
        "translation-state": lambda: {
            "pages": translation_table(dossier.pages, locale),
            "states": STATES,
        },
    }

    def fill(match: re.Match[str]) -> str:
        if match[1].startswith("chart-"):
            template, drawn = chart_values(match[1], dossier, locale)
            return render(template, dossier, locale, root=root, **drawn)
        return render(f"{match[1]}.html", dossier, locale, root=root, **values[match[1]]())

    return BLOCK.sub(fill, markdown)
