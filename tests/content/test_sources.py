"""What rests on which sources: the conditions that the method page promises to readers."""

import re
from collections.abc import Iterator

from dossier.evidence.events import key_dates
from dossier.load import load
from dossier.locales import LOCALES
from dossier.pages.page import Page
from tests.support.each import each_reported
from tests.support.prose import CITATION, page_parts, sentences
from tests.support.site import ROOT

DOSSIER = load(ROOT)
UNSURE = ("secondary", "weak")
ARTICLE = re.compile(r"article d’origine|founding article|\bDatanews\b", re.IGNORECASE)
OWN_PAGES = ("sources/", "notes/", "plan/", "a-z/")
"""Pages about the dossier itself, which may speak of the article that it grew from."""

KNOWN = {
    "Conspiracy Watch",
    "Institute for Strategic Dialogue",
    "Southern Poverty Law Center",
    "models.dev",
}
"""Bodies that speak for themselves, and the catalog's second source: pages may name them."""


def rests_on_unsure(claims: list[str]) -> bool:
    return bool(claims) and all(DOSSIER.claims[claim].strength in UNSURE for claim in claims)


def prominent(page: Page) -> Iterator[str]:
    """Yield what readers take for certain: each sentence of the home page and of key facts, and
    the first paragraph of each section.
    """
    in_key_facts, first = False, False
    for part in page_parts(page):
        if part.startswith("<div"):
            in_key_facts = "key-facts" in part
        elif part.startswith("</div"):
            in_key_facts = False
        elif part.startswith("#"):
            first = True
        elif not part.startswith("<!--"):
            if not page.path or in_key_facts:
                yield from sentences(part)
            elif first and not part.startswith(("|", "- ", "1. ")):
                yield part
            first = first and in_key_facts


def test_nothing_prominent_rests_on_unsure_sources_alone() -> None:
    with each_reported("cite a stronger source, or move the sentence") as at:
        for page in DOSSIER.pages:
            for part in prominent(page):
                with at(page.file):
                    assert not rests_on_unsure(CITATION.findall(part)), part
        for key, event in key_dates(DOSSIER.events).items():
            with at(key):
                assert not rests_on_unsure(event.claims)


def test_nearly_every_claim_has_a_source_with_a_link() -> None:
    without = [
        key
        for key, claim in DOSSIER.claims.items()
        if not any(DOSSIER.sources[source].url for source in claim.sources)
    ]
    assert len(without) <= 10, without


def test_a_reprint_has_no_link_to_its_publisher() -> None:
    assert [key for key, one in DOSSIER.sources.items() if one.reprint and one.url] == []


def site_names() -> set[str]:
    """Return the names of the publishers whose texts are secondary or weak, and nothing else."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for source in DOSSIER.sources.values():
        for locale in LOCALES:
            # The name before what is said of it; that of the carrier if it is a reprint.
            name = re.split(r" \(|, | ?; |, d’après| via ", source.publisher[locale])[0]
            names[source.tier in UNSURE].add(name)
    return names[True] - names[False] - KNOWN


def test_no_unknown_site_is_named_in_running_text() -> None:
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(site_names())))})(?!\w)")
    assert len(site_names()) > 5
    with each_reported("say what it is (“a blog”), or cite a stronger source") as at:
        for page in DOSSIER.pages:
            with at(page.file):
                assert names.findall(" ".join(page_parts(page))) == []
        for key, event in DOSSIER.events.items():
            with at(key):
                assert [names.findall(event.what[locale]) for locale in LOCALES] == [[], []]


def test_the_stories_do_not_speak_of_the_founding_article() -> None:
    with each_reported("move it to data/founding-article.yml") as at:
        for page in DOSSIER.pages:
            if page.path and not page.path.startswith(OWN_PAGES):
                with at(page.file):
                    assert ARTICLE.findall(page.text) == []
                    cited = CITATION.findall(page.text)
                    assert [claim for claim in cited if claim.startswith("article-")] == []
