"""The list of sources: the claims that each supports, and the pages that cite them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, get_args

from dossier.content import Dossier
from dossier.evidence.claims import Strength, claims_by_source
from dossier.locales import Locale
from dossier.pages.page import Page


def source_list(
    dossier: Dossier, locale: Locale, cited: Callable[[Page], Iterable[str]]
) -> dict[str, Any]:
    """Return the values of sources.html: the sources by tier, strongest first, each by date.

    `cited` returns the claims that a page cites, each once.
    """
    citing: dict[str, list[Page]] = defaultdict(list)
    for page in dossier.edition(locale):
        for claim in cited(page):
            citing[claim].append(page)
    # Undated documents come last.
    by_date = sorted(dossier.sources.items(), key=lambda item: str(item[1].date or "~"))
    return {
        "tiers": {
            tier: [(key, source) for key, source in by_date if source.tier == tier]
            for tier in get_args(Strength)
        },
        "supported": claims_by_source(dossier.claims),
        "claims": dossier.claims,
        "all_sources": dossier.sources,
        "citing": citing,
    }
