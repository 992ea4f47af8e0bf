"""Footnotes and blocks of data in the page's language, through the templates beside this file."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dossier.blocks import BLOCK
from dossier.citations import find_citations
from dossier.claims import Claim, Source, Strength, claims_by_source
from dossier.dates import PartialDate
from dossier.glossary_list import by_letter, without_plurals
from dossier.load import Dossier
from dossier.locales import LOCALES, Locale
from dossier.pages import Page, edition
from dossier.translation_table import translation_table
from dossier.translations import STATES

# Not \s: no-break spaces stay.
_BREAKS = re.compile(r"[ \n]+")
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]|~^=]")


def footnotes(claims: Iterable[str], dossier: Dossier, locale: Locale) -> str:
    """Return the Markdown definitions of the footnotes that cite `claims`."""
    lines = []
    for key in claims:
        claim = dossier.claims[key]
        sources = [dossier.sources[source] for source in claim.sources]
        text = render("footnote.html", dossier, locale, claim=claim, sources=sources)
        lines.append(f"[^{key}]: {_BREAKS.sub(' ', text).strip()}")
    return "\n".join(lines)


def fill_blocks(markdown: str, path: str, dossier: Dossier, locale: Locale) -> str:
    """Return a page's Markdown with its data blocks written out.

    Args:
        markdown: the page's text.
        path: its address within its language, "sources/".
        dossier: what the blocks show.
        locale: the language to write in.
    """
    root = "../" * path.count("/")
    values: dict[str, Callable[[], dict[str, Any]]] = {
        "glossary": lambda: {
            "letters": by_letter(dossier.glossary, locale),
            "other": next(other for other in LOCALES if other != locale),
        },
        "grok-models": lambda: {"models": dossier.models},
        "sources": lambda: {"tiers": _tiers(dossier, locale), "root": root},
        "translation-state": lambda: {
            "pages": translation_table(dossier.pages, locale),
            "states": STATES,
            "root": root,
        },
    }

    def fill(match: re.Match[str]) -> str:
        return render(f"{match[1]}.html", dossier, locale, **values[match[1]]())

    return BLOCK.sub(fill, markdown)


def render(template: str, dossier: Dossier, locale: Locale, **values: Any) -> str:
    """Return what a template beside this file makes of `values`, in one language."""
    return _environment().get_template(template).render(_words(dossier, locale), **values)


@dataclass(frozen=True)
class _Support:
    """A claim that a source supports and the pages, of one edition, that cite it."""

    key: str
    claim: Claim
    pages: list[tuple[str, str]]
    """Each page's title and address within its language."""


@dataclass(frozen=True)
class _Entry:
    """A source and what it supports."""

    key: str
    source: Source
    supports: list[_Support]


def _tiers(dossier: Dossier, locale: Locale) -> dict[Strength, list[_Entry]]:
    """Return the sources by tier, strongest first, each tier by date."""
    citing: dict[str, list[tuple[str, str]]] = {}
    for page in edition(dossier.pages, locale):
        for key in dict.fromkeys(_claims_of(page, dossier)):
            citing.setdefault(key, []).append((page.front_matter.title, page.path))
    supported = claims_by_source(dossier.claims)
    tiers: dict[Strength, list[_Entry]] = {tier: [] for tier in get_args(Strength)}
    for key, source in sorted(dossier.sources.items(), key=lambda item: _by_date(item[1])):
        supports = [
            _Support(claim, dossier.claims[claim], citing.get(claim, []))
            for claim in supported[key]
        ]
        tiers[source.tier].append(_Entry(key, source, supports))
    return {tier: entries for tier, entries in tiers.items() if entries}


def _claims_of(page: Page, dossier: Dossier) -> Iterator[str]:
    """Give the claims that a page cites, those of the glossary's definitions where it holds it."""
    yield from (citation.claim for citation in find_citations(page))
    if "glossary" in BLOCK.findall(page.text):
        yield from (claim for term in dossier.glossary.values() for claim in term.claims)


def _by_date(source: Source) -> str:
    """Undated documents come last."""
    return str(source.date) if source.date else "~"


def _words(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return what every template needs to write in one language."""

    def date(value: PartialDate) -> str:
        return value.format(locale)

    def number(value: int) -> str:
        return format_decimal(value, locale=locale)

    return {
        "locale": locale,
        "t": {key: text[locale] for key, text in dossier.wording.items()},
        "date": date,
        "number": number,
    }


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["md"] = _literal
    environment.filters["without_plurals"] = without_plurals
    return environment


def _literal(text: str) -> Markup:
    """Return text that neither HTML nor Markdown reads as markup."""
    return Markup(_MARKDOWN_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", escape(text)))
