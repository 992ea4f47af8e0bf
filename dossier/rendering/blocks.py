"""Data blocks: `<!-- data: NAME -->`, alone on its line in a page, becomes a table, list or chart.

BLOCKS lists every block with its template (in templates/) and the function that returns what the
template is given.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, get_args

from dossier.addresses import CATALOG, relative_root
from dossier.catalog import values
from dossier.catalog.changes import count_by_date
from dossier.catalog.disagreements import disagreements
from dossier.catalog.downloads import csv_name, dated_folder, downloads
from dossier.catalog.maker_pages import maker_block, makers_block
from dossier.catalog.model_table import model_table
from dossier.catalog.package import columns_of
from dossier.catalog.which_grok import which_grok
from dossier.content import Dossier
from dossier.evidence.citations import find_citations
from dossier.evidence.corrections import by_day
from dossier.evidence.events import Theme, by_year, key_dates
from dossier.evidence.founding_article import by_part
from dossier.files.dates import PartialDate
from dossier.files.problems import Problem
from dossier.glossary.listing import by_letter
from dossier.locales import Locale, other_locale, site_path
from dossier.pages.page import Page
from dossier.pages.sections import section_titles
from dossier.pages.site_index import site_index
from dossier.rendering import charts
from dossier.rendering.publication import Publication
from dossier.rendering.source_list import ClaimsOf, claim_list, contested_list, source_list
from dossier.rendering.templating import render
from dossier.translation.state import STATES, translation_states


@dataclass(frozen=True)
class BlockPlace:
    """The place of a data block.

    Attributes:
        dossier: the content.
        locale: the language of the page.
        path: the page's address within its language.
        order: the addresses of all pages, in the order of the navigation.
        publication: who publishes the site; None if no block of the page says so.
    """

    dossier: Dossier
    locale: Locale
    path: str
    order: Sequence[str]
    publication: Publication | None = None


class DataBlock(NamedTuple):
    """A template and the function that returns its values."""

    template: str
    values: Callable[[BlockPlace], dict[str, Any]]


def _corrections(place: BlockPlace) -> dict[str, Any]:
    pages = place.dossier.edition(place.locale)
    titles = {page.path: page.front_matter.title for page in pages}
    days = by_day(place.dossier.corrections)
    # In the other language if a page is behind, else in that of the page.
    sections = section_titles(place.dossier.all_pages) | section_titles(pages)
    return {"days": days, "titles": titles, "sections": sections}


def _downloads(place: BlockPlace) -> dict[str, Any]:
    catalog, package = place.dossier.catalog, place.dossier.package
    site_root = relative_root(site_path(place.locale, place.path))
    return {
        "files": downloads(catalog, package),
        "tables": {csv_name(name): table for name, table in package.tables.items()},
        "folder": site_root + CATALOG,
        "dated": site_root + dated_folder(catalog),
        "as_of": catalog.as_of,
    }


def _columns(place: BlockPlace) -> dict[str, Any]:
    package = place.dossier.package
    tables = {name: (table, columns_of(name, table)) for name, table in package.tables.items()}
    return {"tables": tables, "units": package.units}


def _changes(place: BlockPlace) -> dict[str, Any]:
    dates = count_by_date(place.dossier.catalog.changes)
    return {"dates": dates, "kinds": get_args(values.Change)}


def _glossary(place: BlockPlace) -> dict[str, Any]:
    letters = by_letter(place.dossier.glossary, place.locale)
    return {"letters": letters, "other": other_locale(place.locale)}


def _timeline(place: BlockPlace) -> dict[str, Any]:
    pages = place.dossier.edition(place.locale)
    titles = {page.path: page.front_matter.title for page in pages}
    return {"years": by_year(place.dossier.events), "themes": get_args(Theme), "titles": titles}


def _catalog(place: BlockPlace) -> dict[str, Any]:
    return {"table": model_table(place.dossier.catalog, place.dossier.wording, place.locale)}


def _catalog_dates(place: BlockPlace) -> dict[str, Any]:
    models = place.dossier.catalog.models
    read_on = (model.listing.as_of for model in models if model.listing)
    return {
        "as_of": place.dossier.catalog.as_of,
        "prices": max(read_on, key=str),
        "passed": sum(model.lifecycle == "date-passed" for model in models),
    }


def _contradiction_count(place: BlockPlace) -> dict[str, Any]:
    return {**disagreements(place.dossier.catalog), "page": "contradictions/index.md"}


def _translation_state(place: BlockPlace) -> dict[str, Any]:
    return {"pages": translation_states(place.dossier.pages), "states": STATES}


def _publication(place: BlockPlace) -> dict[str, Any]:
    # A date known to the month is as old as its first day.
    revised = (page.front_matter.revised for page in place.dossier.pages)
    return {
        "publication": place.publication,
        "revised": max(revised, key=PartialDate.first_day),
    }


def _sources(place: BlockPlace) -> dict[str, Any]:
    return source_list(place.dossier, place.locale)


def _claims(place: BlockPlace) -> dict[str, Any]:
    return claim_list(place.dossier, place.locale, _cited_in(place))


def _contested(place: BlockPlace) -> dict[str, Any]:
    return contested_list(place.dossier, place.locale, _cited_in(place))


def _cited_in(place: BlockPlace) -> ClaimsOf:
    return lambda page: dict.fromkeys(claims_of_page(page, place.dossier))


def claims_of_page(page: Page, dossier: Dossier) -> Iterator[str]:
    """Yield the claims that a page cites, in its text and its data blocks."""
    yield from (citation.claim for citation in find_citations(page))
    for block in _BLOCK.findall(page.text):
        if block == "glossary":
            yield from (claim for term in dossier.glossary.values() for claim in term.claims)
        elif block == "founding-article":
            yield from (claim for one in dossier.founding_article.values() for claim in one.claims)
        elif block in ("timeline", "key-dates"):
            events = dossier.events if block == "timeline" else key_dates(dossier.events)
            yield from (claim for event in events.values() for claim in event.claims)
        elif block == "proceedings":
            yield from (claim for entry in dossier.proceedings.values() for claim in entry.claims)
        else:
            yield from dossier.charts.claims.get(block, ())


def _chart(template: str, values: charts.ChartValues) -> DataBlock:
    return DataBlock(template, lambda place: values(place.dossier, place.locale))


_ROW_CHARTS = ("chart-may-14", "chart-money", "chart-prompts", "chart-ties")

BLOCKS: dict[str, DataBlock] = {
    "catalog": DataBlock("catalog.html", _catalog),
    "catalog-dates": DataBlock("catalog-dates.html", _catalog_dates),
    "chart-axis": _chart("charts/axis.html", charts.axis_values),
    "chart-grok": _chart("charts/grok.html", charts.grok_values),
    "chart-makers": _chart("charts/makers.html", charts.makers_values),
    "chart-prices": _chart("charts/prices.html", charts.prices_values),
    "claims": DataBlock("claims.html", _claims),
    "contested": DataBlock("contested.html", _contested),
    "contradiction-count": DataBlock("contradiction-count.html", _contradiction_count),
    "contradictions": DataBlock(
        "contradictions.html", lambda place: disagreements(place.dossier.catalog)
    ),
    "corrections": DataBlock("corrections.html", _corrections),
    "data-changes": DataBlock("data-changes.html", _changes),
    "data-columns": DataBlock("data-columns.html", _columns),
    "downloads": DataBlock("downloads.html", _downloads),
    "founding-article": DataBlock(
        "founding-article.html", lambda place: {"parts": by_part(place.dossier.founding_article)}
    ),
    "glossary": DataBlock("glossary.html", _glossary),
    "key-dates": DataBlock(
        "key-dates.html", lambda place: {"events": key_dates(place.dossier.events)}
    ),
    "maker": DataBlock("maker.html", lambda place: maker_block(place.dossier.catalog, place.path)),
    "makers": DataBlock("makers.html", lambda place: makers_block(place.dossier.catalog)),
    "plan": DataBlock(
        "plan.html",
        lambda place: {"sections": site_index(place.dossier.edition(place.locale), place.order)},
    ),
    "proceedings": DataBlock(
        "proceedings.html", lambda place: {"proceedings": place.dossier.proceedings}
    ),
    "publication": DataBlock("publication.html", _publication),
    "sources": DataBlock("sources.html", _sources),
    "timeline": DataBlock("timeline.html", _timeline),
    "translation-state": DataBlock("translation-state.html", _translation_state),
    "which-grok": DataBlock("which-grok.html", lambda place: which_grok(place.dossier.catalog)),
} | {
    name: _chart("charts/rows.html", partial(charts.row_chart_values, name)) for name in _ROW_CHARTS
}

_FROM_ALL_PAGES = {"claims", "contested", "corrections", "translation-state"}
"""Blocks whose content depends on the text of other pages, not only on their front matter."""

_MADE_ONLY = {"maker"}
"""Blocks that are only in pages made from data."""

_BLOCK = re.compile(r"^<!-- data: *(\S*) *-->$", re.MULTILINE)
_ANY_FORM = re.compile(r"^.*<!-- *data\b.*$", re.MULTILINE)


def page_inputs(dossier: Dossier, page: Page) -> list[str]:
    """Return the sources that a page depends on, in all languages.

    Those of all pages if one of its blocks reads them. A translation depends on its original
    because notices show what has changed in it.
    """
    reads_all = not _FROM_ALL_PAGES.isdisjoint(_BLOCK.findall(page.text))
    return [other.source for other in dossier.all_pages if reads_all or other.path == page.path]


def fill_blocks(markdown: str, place: BlockPlace) -> str:
    """Return a page's Markdown with its data blocks replaced by their content."""
    root = relative_root(place.path)

    def fill(match: re.Match[str]) -> str:
        block = BLOCKS[match[1]]
        values = block.values(place)
        return render(block.template, place.dossier, place.locale, root=root, **values)

    return _BLOCK.sub(fill, markdown)


def check_blocks(pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield the data blocks of all pages that are malformed, unknown or repeated."""
    names = sorted(BLOCKS.keys() - _MADE_ONLY)
    for page in pages:
        seen = set()
        for match in _ANY_FORM.finditer(page.text):
            line = page.text.count("\n", 0, match.start()) + 1
            block = _BLOCK.fullmatch(match[0])
            if not block:
                message = "write the block as <!-- data: NAME -->, alone on its line"
            elif block[1] not in names:
                message = f"there is no data block “{block[1]}”: use one of {', '.join(names)}"
            elif block[1] in seen:
                message = f"the block “{block[1]}” is already on this page: remove one"
            else:
                seen.add(block[1])
                continue
            yield Problem(page.file, line, message)
