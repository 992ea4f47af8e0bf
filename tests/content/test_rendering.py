"""Footnotes and lists, from the data to the page."""

import re
from dataclasses import replace

import pytest

from dossier.content import Dossier
from dossier.evidence.claims import Claim, Source
from dossier.load import load
from dossier.locales import LOCALES, Locale
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.templating import footnotes
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, plain

DOSSIER = load(ROOT)


def made(source: dict[str, object], claim: dict[str, object] | None = None) -> Dossier:
    """Return a dossier of one claim and one source, with the real words."""
    base: dict[str, object] = {
        "publisher": "Paper",
        "lang": "en",
        "tier": "press",
        "seen": "page",
        "consulted": "2026-11",
    }
    statement = {"fr": "Un fait.", "en": "A fact."}
    record = {"statement": statement, "sources": ["s"], "strength": "press", "ref": ["A01"]}
    claims = {"k": Claim.model_validate({**record, **(claim or {})})}
    return replace(DOSSIER, claims=claims, sources={"s": Source.model_validate({**base, **source})})


def note(dossier: Dossier, locale: Locale) -> str:
    text = footnotes(["k"], dossier, locale, "incident/")
    assert "\n" not in text
    return text


def test_a_footnote_is_in_the_page_s_language() -> None:
    dossier = made({"title": "Grok on Azure", "date": "2025-05-19", "url": "https://a.example/x"})
    link = '<a href="https://a.example/x" hreflang="en"><cite lang="en">Grok on Azure</cite></a>'
    french, english = (note(dossier, locale) for locale in LOCALES)
    assert french == (
        f'[^k]: Paper, {link}, <time datetime="2025-05-19">19\N{NO-BREAK SPACE}mai 2025</time> '
        "(lu en entier, consulté en novembre 2026\N{NARROW NO-BREAK SPACE}; "
        '<a href="../sources/#s">fiche</a>). <strong>Presse.</strong> '
        '<a href="../sources/claims/#k">Ce fait et les pages qui le citent</a>'
    )
    assert english == (
        f'[^k]: Paper, {link}, <time datetime="2025-05-19">May 19, 2025</time> '
        '(read in full, consulted in November 2026; <a href="../sources/#s">entry</a>). '
        "<strong>Press.</strong> "
        '<a href="../sources/claims/#k">This claim and the pages that cite it</a>'
    )


def test_a_footnote_counts_the_other_claims_of_its_source() -> None:
    dossier = made({"title": "T"})
    claim = dossier.claims["k"]
    for others, words in ((1, "entry and 1 other claim"), (2, "entry and 2 other claims")):
        claims = {"k": claim} | {f"k{number}": claim for number in range(others)}
        text = note(replace(dossier, claims=claims), "en")
        assert f'<a href="../sources/#s">{words}</a>' in text


READ = {
    "page": ("Lu en entier, consulté le 3 mai 2026.", "Read in full, consulted on May 3, 2026."),
    "excerpt": ("Lu en extrait, consulté en mai 2026.", "Read in part, consulted in May 2026."),
    "quoted": (
        "Cité par un autre texte, consulté en mai 2026.",
        "Quoted in another text, consulted in May 2026.",
    ),
}
AT = {
    "https://a.example/x": ("", ""),
    None: (" Adresse de l’éditeur non connue.", " Publisher’s address not known."),
    "reprint": (
        " Lu dans une reprise ; adresse de l’éditeur non connue.",
        " Read in a reprint; publisher’s address not known.",
    ),
}


@pytest.mark.parametrize("seen", READ)
@pytest.mark.parametrize("url", AT)
def test_the_list_says_how_a_source_was_read(seen: str, url: str | None) -> None:
    source: dict[str, object] = {
        "title": "T",
        "seen": seen,
        "consulted": "2026-05-03" if seen == "page" else "2026-05",
    }
    source |= {"reprint": True} if url == "reprint" else {"url": url}
    dossier = made(source)
    for locale, read, at in zip(LOCALES, READ[seen], AT[url], strict=True):
        filled = fill_blocks("<!-- data: sources -->", BlockPlace(dossier, locale, "sources/", []))
        [words] = re.findall("<em>(.*)</em>", filled)
        assert plain(words) == read + at


def test_a_headline_that_was_not_seen_is_described_in_brackets() -> None:
    dossier = made({"description": {"fr": "article sur Grok", "en": "article on Grok"}})
    assert note(dossier, "fr").startswith("[^k]: Paper, &#91;article sur Grok&#93;, sans date (")
    assert note(dossier, "en").startswith("[^k]: Paper, &#91;article on Grok&#93;, undated (")


def test_a_quotation_keeps_its_language_and_its_grade_follows() -> None:
    quotation = {"text": "mot *pour* mot", "lang": "fr"}
    dossier = made({"title": "T"}, {"quotation": quotation, "strength": "secondary"})
    expected = '<q lang="fr">mot &#42;pour&#42; mot</q> · <strong>Secondary source.</strong>'
    assert expected in note(dossier, "en")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](javascript:1)", "a_b_ `c` *d*"])
def test_text_from_the_data_is_never_markup(text: str) -> None:
    written = note(made({"title": text}), "en")
    inside = re.findall(r"<cite lang=\"en\">(.*)</cite>", written)[0]
    assert not re.search(r"[<>`*_\[\]]", inside)


def test_every_citation_has_its_footnote_and_every_claim_is_cited(site: Site) -> None:
    everywhere = set()
    with each_reported("cite the claim, or see dossier/evidence/citations.py") as at:
        for page in site.pages():
            cited = {str(a.attributes["href"]) for a in site.html(page).css("a.footnote-ref")}
            everywhere |= {href.removeprefix("#fn:") for href in cited}
            with at(page):
                assert cited == {f"#{li.id}" for li in site.html(page).css(".footnote li")}
                assert not re.search(r"\[\^\w", site.text(page))
        with at("data/claims.yml"):
            assert DOSSIER.claims.keys() - everywhere == set()


def test_two_references_in_a_row_are_apart(site: Site) -> None:
    rows = "sup[id^=fnref] + sup:not([id])"
    assert {node.text() for node in site.html("incident/justice/").css(rows)} == {", "}
    with each_reported("on_page_content in hooks/page_markdown.py") as at:
        for page in site.pages():
            with at(page):
                assert '</sup><sup id="fnref' not in site.text(page)
