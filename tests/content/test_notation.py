"""Prices and names in each language's notation."""

from decimal import Decimal

import pytest

from dossier.catalog.notation import counted, language, price
from dossier.load import load
from dossier.locales import LOCALES, Locale
from tests.support.site import ROOT


@pytest.mark.parametrize(
    ("dollars", "fr", "en"),
    [
        ("3", "3,00", "3.00"),
        ("0.075", "0,075", "0.075"),
        ("16.5", "16,50", "16.50"),
        ("0", "0,00", "0.00"),
        ("1234.5", "1\N{NARROW NO-BREAK SPACE}234,50", "1,234.50"),
        ("0.000001", "0,000001", "0.000001"),
    ],
)
def test_prices(dollars: str, fr: str, en: str) -> None:
    assert (price(Decimal(dollars), "fr"), price(Decimal(dollars), "en")) == (fr, en)


@pytest.mark.parametrize(
    ("code", "fr", "en"),
    [
        ("fr", "français", "French"),
        ("pt-br", "portugais (Brésil)", "Portuguese (Brazil)"),
        ("zh-cn", "chinois (Chine)", "Chinese (China)"),
        ("tl", "tagalog", "Tagalog"),
    ],
)
def test_languages(code: str, fr: str, en: str) -> None:
    assert (language(code, "fr"), language(code, "en")) == (fr, en)


@pytest.mark.parametrize("code", ["", "xx", "pt-xx", "EN", "english"])
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
