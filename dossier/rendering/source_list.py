"""The list of sources: the claims that each supports, and the pages that cite them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from dossier.content import Dossier
from dossier.evidence.claims import Claim, Source, Strength, claims_by_source
from dossier.locales import Locale
from dossier.pages.page import Page, edition


@dataclass(frozen=True)
class SupportedClaim:
    """A claim that a source supports, and the pages of one language that cite it."""

    key: str
    claim: Claim
    pages: list[tuple[str, str]]
    """Each page's title and address within its language."""


@dataclass(frozen=True)
class ListedSource:
    """A source and the claims that it supports."""

    key: str
    source: Source
    supports: list[SupportedClaim]


def by_tier(
    dossier: Dossier, locale: Locale, cited: Callable[[Page], Iterable[str]]
) -> dict[Strength, list[ListedSource]]:
    """Return the sources by tier, strongest first, each tier by date.

    `cited` returns the claims that a page cites, each once.
    """
    citing: dict[str, list[tuple[str, str]]] = {}
    for page in edition(dossier.pages, locale):
        for key in cited(page):
            citing.setdefault(key, []).append((page.front_matter.title, page.path))
    supported = claims_by_source(dossier.claims)
    tiers: dict[Strength, list[ListedSource]] = {tier: [] for tier in get_args(Strength)}
    # Undated documents come last.
    for key, source in sorted(dossier.sources.items(), key=lambda item: str(item[1].date or "~")):
        supports = [
            SupportedClaim(claim, dossier.claims[claim], citing.get(claim, []))
            for claim in supported[key]
        ]
        tiers[source.tier].append(ListedSource(key, source, supports))
    return {tier: entries for tier, entries in tiers.items() if entries}
