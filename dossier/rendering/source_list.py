"""The list of sources: what each supports, and the pages that cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dossier.content import Dossier
from dossier.evidence.citations import find_citations
from dossier.evidence.claims import Claim, Source, Strength, claims_by_source
from dossier.evidence.events import key_dates
from dossier.locales import Locale
from dossier.pages.blocks import BLOCK
from dossier.pages.page import Page, edition


@dataclass(frozen=True)
class Support:
    """A claim that a source supports and the pages, of one edition, that cite it."""

    key: str
    claim: Claim
    pages: list[tuple[str, str]]
    """Each page's title and address within its language."""


@dataclass(frozen=True)
class Entry:
    """A source and what it supports."""

    key: str
    source: Source
    supports: list[Support]


def by_tier(dossier: Dossier, locale: Locale) -> dict[Strength, list[Entry]]:
    """Return the sources by tier, strongest first, each tier by date."""
    citing: dict[str, list[tuple[str, str]]] = {}
    for page in edition(dossier.pages, locale):
        for key in dict.fromkeys(claims_cited(page, dossier)):
            citing.setdefault(key, []).append((page.front_matter.title, page.path))
    supported = claims_by_source(dossier.claims)
    tiers: dict[Strength, list[Entry]] = {tier: [] for tier in get_args(Strength)}
    for key, source in sorted(dossier.sources.items(), key=lambda item: _by_date(item[1])):
        supports = [
            Support(claim, dossier.claims[claim], citing.get(claim, [])) for claim in supported[key]
        ]
        tiers[source.tier].append(Entry(key, source, supports))
    return {tier: entries for tier, entries in tiers.items() if entries}


def claims_cited(page: Page, dossier: Dossier) -> Iterator[str]:
    """Give the claims that a page cites, in its text and in its blocks of data."""
    yield from (citation.claim for citation in find_citations(page))
    blocks = BLOCK.findall(page.text)
    if "glossary" in blocks:
        yield from (claim for term in dossier.glossary.values() for claim in term.claims)
    if "timeline" in blocks:
        yield from (claim for event in dossier.events.values() for claim in event.claims)
    if "key-dates" in blocks:
        yield from (claim for event in key_dates(dossier.events).values() for claim in event.claims)
    for block in blocks:
        yield from dossier.charts.claims.get(block, ())


def _by_date(source: Source) -> str:
    """Undated documents come last."""
    return str(source.date) if source.date else "~"
