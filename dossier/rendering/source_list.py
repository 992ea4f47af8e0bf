"""The sources, the claims that rest on them, and the claims that are contested."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from dossier.catalog.notation import language
from dossier.content import Dossier
from dossier.evidence.claims import Doubt, Source, Strength, agency_id, doubts
from dossier.locales import Locale
from dossier.pages.page import Page

ClaimsOf = Callable[[Page], Iterable[str]]
"""A function that returns the claims that a page cites, each once."""


def source_list(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the values of sources.html: the sources by tier, strongest first.

    In a tier they are in the order of their ids, the same in both languages.
    """
    sources, words = dossier.sources.values(), dossier.words(locale)
    agencies = Counter(sorted(agency for source in sources for agency in source.agencies))
    languages = Counter(source.lang for source in sources)
    tiers = _tiers(dossier.sources)
    return {
        "tiers": tiers,
        "agencies": agencies,
        "filters": {
            "grade": {tier: words[f"strength-{tier}"] for tier, found in tiers.items() if found},
            "agency": {agency_id(agency): agency for agency in agencies},
            "language": {code: language(code, locale) for code, _ in languages.most_common()},
        },
    }


def claim_list(dossier: Dossier, locale: Locale, claims_of: ClaimsOf) -> dict[str, Any]:
    """Return the values of claims.html: the sources as in source_list, and the citing pages."""
    return {
        "tiers": _tiers(dossier.sources),
        "citing": _citing(dossier, locale, claims_of),
    }


def contested_list(dossier: Dossier, locale: Locale, claims_of: ClaimsOf) -> dict[str, Any]:
    """Return the values of contested.html: the claims by the most serious doubt about them."""
    groups: dict[Doubt, list[str]] = {doubt: [] for doubt in get_args(Doubt)}
    for key, claim in dossier.claims.items():
        if found := doubts(claim):
            groups[found[0]].append(key)
    return {
        "groups": groups,
        "citing": _citing(dossier, locale, claims_of),
    }


def _tiers(sources: Mapping[str, Source]) -> dict[Strength, list[tuple[str, Source]]]:
    """Return the sources of each tier by agency, then by id: the publisher and the date."""
    ordered = sorted(sources.items(), key=lambda item: (item[1].agencies[:1], item[0]))
    return {
        tier: [(key, source) for key, source in ordered if source.tier == tier]
        for tier in get_args(Strength)
    }


def _citing(dossier: Dossier, locale: Locale, claims_of: ClaimsOf) -> dict[str, list[Page]]:
    """Return the pages that cite each claim."""
    citing: dict[str, list[Page]] = defaultdict(list)
    for page in dossier.edition(locale):
        for claim in claims_of(page):
            citing[claim].append(page)
    return citing
