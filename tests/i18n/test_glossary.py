"""The glossary: its terms, and the page that lists them."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.files.problems import DossierError
from dossier.glossary.listing import by_letter, without_plurals
from dossier.glossary.terms import Term, load_glossary, words_pattern
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first

GLOSSARY = load(ROOT).glossary
NO_BREAK = "\N{NO-BREAK SPACE}"


def test_there_are_enough_terms_with_distinct_definitions() -> None:
    assert len(GLOSSARY) >= 45
    for locale in LOCALES:
        definitions = [term.definition[locale] for term in GLOSSARY.values()]
        assert len(set(definitions)) == len(definitions)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_term_is_on_its_page_with_definition_and_rendering(
    locale: Locale, site: Site
) -> None:
    html = site.html(site_path(locale, "a-z/"))
    other = next(lang for lang in LOCALES if lang != locale)
    assert [dt.attributes["id"] for dt in html.css("dl dt")] == [
        key for terms in by_letter(GLOSSARY, locale).values() for key, _ in terms
    ]
    assert {dt.attributes["id"] for dt in html.css("dl dt")} == GLOSSARY.keys()
    with each_reported("data/glossary.yml, or the template glossary.html") as at:
        for key, entry in GLOSSARY.items():
            dt = first(html, f"dl dt#{key}")
            shown = described(dt)
            cited = [a.attributes["href"] for a in shown.css("a.footnote-ref")]
            for citation in shown.css("sup"):
                citation.decompose()
            renderings = [span.text() for span in shown.css(f"span[lang={other}]")]
            same = entry.term[locale] == entry.term[other]
            with at(key):
                assert dt.text() == entry.term[locale]
                assert cited == [f"#fn:{claim}" for claim in entry.claims]
                assert first(shown, "dd").text() == entry.definition[locale]
                assert renderings == ([] if same else [entry.term[other]])
                assert [s.text() for s in shown.css("s")] == without_plurals(entry.avoid[locale])


@pytest.mark.parametrize("locale", LOCALES)
def test_the_letters_lead_to_the_first_term_of_each(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "a-z/"))
    jumps = {a.text(): a.attributes["href"] for a in html.css(".letters a")}
    marked = {
        dt.attributes["data-letter"]: f"#{dt.attributes['id']}"
        for dt in html.css("dt[data-letter]")
    }
    assert jumps == marked
    assert list(jumps) == sorted(jumps)


def test_plurals_are_not_listed_beside_their_singular() -> None:
    words = ["data center", "data centers", "poids", "juries", "accords de service"]
    assert without_plurals(words) == ["data center", "poids", "juries", "accords de service"]


def test_the_order_is_alphabetical_whatever_the_accents_and_marks() -> None:
    made = {
        word: term(word) for word in ("Zoé", "éclat", "Eau", "effet", f"«{NO_BREAK}âne{NO_BREAK}»")
    }
    listed = {letter: [key for key, _ in terms] for letter, terms in by_letter(made, "fr").items()}
    assert listed == {
        "A": [f"«{NO_BREAK}âne{NO_BREAK}»"],
        "E": ["Eau", "éclat", "effet"],
        "Z": ["Zoé"],
    }


def test_no_two_terms_share_a_spelling_however_it_is_typed(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yml"
    entry = '{key}:\n  term: {{fr: "{fr}", en: "{key}"}}\n  definition: {{fr: "D.", en: "D."}}\n'
    file.write_text(
        entry.format(key="a", fr="appel d’outils")
        + entry.format(key="b", fr=f"Appel{NO_BREAK}d'outils"),
        encoding="utf-8",
    )
    with pytest.raises(DossierError) as raised:
        load_glossary(file, {})
    assert [problem.line for problem in raised.value.problems] == [4]
    assert "is already under a" in str(raised.value)


def test_the_longest_spelling_is_matched() -> None:
    pattern = words_pattern(frozenset({"a", "a b", "a b c"}))
    assert pattern.findall("a b c, a b, a") == ["a b c", "a b", "a"]


def described(dt: LexborNode) -> LexborHTMLParser:
    """Return what is under a term, up to the next."""
    html, told = "", dt.next
    while told and told.tag != "dt":
        html, told = html + (told.html or ""), told.next
    return LexborHTMLParser(html)


def term(word: str) -> Term:
    return Term.model_validate({"term": word, "definition": {"fr": "D.", "en": "D."}})
