"""Prices and names in each language's notation."""

from decimal import Decimal

import pytest

from dossier.catalog.notation import counted, language, price
from dossier.load import load
from dossier.locales import LOCALES, Locale
from tests.support.site import ROOT
from tests.support.tables import read_table

CASES = read_table("content/notation.yml")


@pytest.mark.parametrize(("dollars", "fr", "en"), CASES["prices"])
def test_prices(dollars: str, fr: str, en: str) -> None:
    assert (price(Decimal(dollars), "fr"), price(Decimal(dollars), "en")) == (fr, en)


@pytest.mark.parametrize(("code", "fr", "en"), CASES["languages"])
def test_languages(code: str, fr: str, en: str) -> None:
    assert (language(code, "fr"), language(code, "en")) == (fr, en)


@pytest.mark.parametrize("code", CASES["no languages"])
def test_what_is_no_language_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not the code of a language"):
        language(code, "fr")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_of_the_catalog_has_a_name(locale: Locale) -> None:
    codes = {code for model in load(ROOT).catalog.models for code in model.languages}
    assert len({language(code, locale) for code in codes}) == len(codes) > 40


def test_french_counts_none_as_one() -> None:
    words = "{} retiré | {} retirés"
    assert [counted(words, n, "fr") for n in (0, 1, 2)] == ["0 retiré", "1 retiré", "2 retirés"]
    assert [counted("{} model | {} models", n, "en") for n in (0, 1)] == ["0 models", "1 model"]
