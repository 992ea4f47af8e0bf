"""Quotations of pages are the words of a claim that their paragraph cites."""

from pathlib import Path

import pytest

from dossier.evidence.claims import Claim, Source
from dossier.evidence.quotations import check_quotations
from dossier.files.dates import PartialDate
from dossier.locales import Locale, as_locale
from dossier.pages.page import FrontMatter, Page
from tests.support.tables import read_table

TABLE = read_table("content/quotations.yml")
CLAIMS = {key: Claim.model_validate(claim) for key, claim in TABLE["claims"].items()}
SOURCES = {key: Source.model_validate(source) for key, source in TABLE["sources"].items()}
EACH = [(as_locale(locale), text) for locale in ("fr", "en") for text in TABLE["accepted"][locale]]
REFUSED = [
    (as_locale(locale), text, words)
    for locale in ("fr", "en")
    for words, text in TABLE["refused"][locale].items()
]


def problems(locale: Locale, text: str) -> list[str]:
    front_matter = FrontMatter(title="T", description="D", revised=PartialDate(2026))
    source = f"---\ntitle: T\n---\n\n{text}"
    page = Page(locale, Path(f"docs/{locale}/index.md"), "", front_matter, source)
    found = check_quotations([page], CLAIMS, SOURCES, Path("data/claims.yml"))
    return [str(problem) for problem in found]


@pytest.mark.parametrize(("locale", "text"), EACH)
def test_the_words_of_a_claim_are_accepted(locale: Locale, text: str) -> None:
    assert problems(locale, text) == []


@pytest.mark.parametrize(("locale", "text", "words"), REFUSED)
def test_other_words_are_reported(locale: Locale, text: str, words: str) -> None:
    [problem] = problems(locale, text)
    assert f"has the words “{words}”: quote exactly" in problem


def test_the_line_is_that_of_the_quotation_and_the_fix_says_where_its_words_are() -> None:
    [problem] = problems("fr", "Un paragraphe.\n\n> « Une suite\n> inventée de mots »[^erreur]\n")
    assert problem == (
        "docs/fr/index.md:7: no claim that the paragraph cites has the words “Une suite inventée "
        "de mots”: quote exactly what one has in data/claims.yml, in its `quotation` in “fr”, "
        "or its `quotation.translation.fr`"
    )
