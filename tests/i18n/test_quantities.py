"""Numbers, dates, hours, amounts and versions are the same values in either language's notation."""

import datetime
import re
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.files.dates import PartialDate
from dossier.parity.find_quantities import find_quantities
from dossier.parity.quantities import unmatched

SAME = [
    # Numbers
    ("1 900 modèles", "1,900 models"),
    ("plus de 2 000 000 de jetons", "more than 2,000,000 tokens"),
    ("12 meurtres sur 6 953", "12 murders out of 6,953"),
    ("3,5 points", "3.5 points"),
    ("Environ 3,5 points", "About 3.5 points"),
    ("un recul de -5 points", "a fall of -5 points"),
    ("de 2019-2026 à", "from 2019-2026 to"),
    ("2019–2026", "2019–2026"),
    ("les années 2010", "the 2010s"),
    ("au XXIᵉ siècle", "in the 21st century"),
    ("le 3ᵉ modèle", "the 3rd model"),
    ("la 1ʳᵉ version", "the 1st version"),
    ("MAI-Image-2e, un modèle", "MAI-Image-2e, a model"),
    ("Azure\n0,10", "Azure\n0.10"),
    ("24 h sur 24", "24 hours out of 24"),
    ("un contrat de 12 mois", "a 12-month contract"),
    # Words
    ("deux modèles", "two models"),
    ("deux modèles", "2 models"),
    ("seize victimes noires et deux blanches", "sixteen Black victims and two white"),
    ("quatre-vingt-dix-sept pages", "ninety-seven pages"),
    ("vingt et un jours", "twenty-one days"),
    ("mille neuf cents modèles", "1,900 models"),
    ("une douzaine de modèles", "a dozen models"),
    ("plusieurs centaines de modèles", "several hundred models"),
    ("des milliers de clients", "thousands of customers"),
    ("tous deux attaqués", "both sued"),
    ("attaqués", "both sued"),
    ("un modèle", "a model"),
    ("un seul modèle", "one model"),
    ("d’abord", "first"),
    ("la troisième phase", "the 3rd phase"),
    ("trois quarts d’heure", "three quarters of an hour"),
    # Dates
    ("19 mai 2025", "May 19, 2025"),
    ("Le lundi 19 mai 2025, à Seattle", "On Monday, May 19, 2025, in Seattle"),
    ("le 14 mai", "on May 14"),
    ("le 1ᵉʳ mai 2026", "on May 1, 2026"),
    ("en mai 2026", "in May 2026"),
    ("en mai, Musk", "in May, Musk"),
    ("peut", "May it be so?"),
    ("du 14 au 16 mai 2025", "from May 14 to 16, 2025"),
    ("le 15 ou le 16 mai 2025", "on May 15 or 16, 2025"),
    ("les 2, 3 et 4 mai", "on May 2, 3 and 4"),
    ("d’octobre à décembre 2024", "from October to December 2024"),
    ("le 3 novembre 2023, le 4 selon d’autres", "November 3, 2023, or November 4 by others"),
    ("mi-2025", "mid-2025"),
    ("les familles MAI de Microsoft vers Mars", "Microsoft’s MAI families to Mars"),
    ("le Sunday Times", "the Sunday Times"),
    # Hours
    ("à 3 h 15 PST", "at 3:15 AM PST"),
    ("à 15 h 15", "at 3:15 p.m."),
    ("à 15 h", "at 3 PM"),
    ("à 0 h 30", "at 12:30 AM"),
    ("à 12 h 30", "at 12:30 PM"),
    ("à 1:02:33 de la vidéo", "at 1:02:33 in the video"),
    # Amounts
    ("13 milliards de dollars", "$13 billion"),
    ("dix milliards de dollars", "$10 billion"),
    ("13 milliards de dollars", "13 billion dollars"),
    ("13 Md$", "$13bn"),
    ("13 M€", "€13M"),
    ("97,4 milliards de dollars", "$97.4 billion"),
    ("2 à 3 milliards de dollars", "$2 billion to $3 billion"),
    ("3 dollars par million de jetons", "$3 per million tokens"),
    ("3 dollars par million en entrée, 15 en sortie", "$3 per million in and $15 per million out"),
    ("un million d’euros", "a million euros"),
    ("le premier milliard", "the first billion"),
    ("plusieurs milliards de dollars", "a multibillion-dollar sum"),
    ("51 %", "51%"),
    ("51 pour cent", "51 percent"),
    ("vingt pour cent", "20 percent"),
    ("de 20 à 30 %", "from 20% to 30%"),
    # Names
    ("Grok 4.1", "Grok 4.1"),
    ("gpt-4.1 et Phi‑4-mini", "gpt-4.1 and Phi-4-mini"),
    ("une fenêtre de 128K jetons", "a 128K-token window"),
    ("l’API d’o3", "o3’s API"),
    ("Gemini 2.5-flash", "Gemini 2.5-flash"),
    ("Grok 3, puis il revient", "Grok 3, then Grok 3 comes back"),
]

DIFFERENT = [
    ("6 953", "6,593", "6 953", "6,593"),
    ("1 900", "1 900", "1 900", "1"),
    ("97,4 milliards", "97.4 million", "97,4 milliards", "97.4 million"),
    ("97,4 milliards de dollars", "€97.4 billion", "97,4 milliards de dollars", "€97.4 billion"),
    ("deux modèles", "three models", "deux", "three"),
    ("deux modèles", "both models and 3 more", "", "3"),
    ("trois modèles", "the models", "trois", ""),
    ("un seul", "ten", "", "ten"),
    ("des milliards", "millions", "milliards", "millions"),
    ("19 mai 2025", "May 18, 2025", "19 mai 2025", "May 18, 2025"),
    ("19 mai 2025", "May 19", "19 mai 2025", "May 19"),
    ("le 4 novembre", "December 4", "4 novembre", "December 4"),
    ("le 4, selon d’autres", "November 5", "4", "November 5"),
    ("juin 2025", "July 2025", "juin 2025", "July 2025"),
    ("le lundi", "on Tuesday", "lundi", "Tuesday"),
    ("3 h 15", "3:51", "3 h 15", "3:51"),
    ("3 h 15", "3:15 PM", "3 h 15", "3:15 PM"),
    ("3 dollars par million", "$3 per billion", "million", "billion"),
    ("51 %", "15%", "51 %", "15%"),
    ("51 %", "$51", "51 %", "$51"),
    ("Grok 4.1", "Grok 4.2", "Grok 4.1", "Grok 4.2"),
    ("Grok 4,1", "Grok 4.1", "Grok 4,1", "Grok 4.1"),
    ("Grok 4.1", "Grok 41", "Grok 4.1", "Grok 41"),
    ("gpt-4.1", "gpt-4o", "gpt-4.1", "gpt-4o"),
    ("128K jetons", "256K tokens", "128K", "256K"),
    ("Grok 3 et Grok 3", "Grok 3 and Grok 4", "", "Grok 4"),
    ("en 2019", "in 2018", "2019", "2018"),
    ("12 ici et 12 là", "12 here", "12", ""),
]


def lacking(french: str, english: str) -> tuple[list[str], list[str]]:
    """Return the texts that have no like, in French and in English, with the spaces as typed."""
    sides = unmatched(find_quantities(typeset(french), "fr"), find_quantities(english, "en"))
    texts = [[quantity.text for quantity in side] for side in sides]
    return texts[0], texts[1]


def typeset(french: str) -> str:
    """Return French with a narrow no-break space in its thousands, as pages write them."""
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "\N{NARROW NO-BREAK SPACE}", french)


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_value_in_both_notations(french: str, english: str) -> None:
    assert lacking(french, english) == ([], [])


@pytest.mark.parametrize(("french", "english", "told", "told_too"), DIFFERENT)
def test_another_value_is_found(french: str, english: str, told: str, told_too: str) -> None:
    here, there = lacking(french, english)
    assert typeset(told) in here or not told
    assert told_too in there or not told_too
    assert here or there


WHOLES = st.integers(min_value=0, max_value=10**12)
DECIMALS = st.decimals(min_value=0, max_value=10**6, places=2)
DATES = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))


@given(WHOLES | DECIMALS)
def test_a_number_is_equal_in_both_notations(value: int | Decimal) -> None:
    assert lacking(decimal(value, "fr"), decimal(value, "en")) == ([], [])


@given(WHOLES | DECIMALS, WHOLES | DECIMALS)
def test_two_numbers_differ_in_both_notations(one: int | Decimal, other: int | Decimal) -> None:
    assume(one != other)
    assert lacking(decimal(one, "fr"), decimal(other, "en")) != ([], [])


@given(DATES)
def test_a_date_is_equal_in_both_notations(date: datetime.date) -> None:
    for precision in (date.year,), (date.year, date.month), (date.year, date.month, date.day):
        written = PartialDate(*precision)
        assert lacking(written.format("fr"), written.format("en")) == ([], [])


@given(DATES, DATES)
def test_two_dates_differ_in_both_notations(one: datetime.date, other: datetime.date) -> None:
    assume(one != other)
    french = PartialDate(one.year, one.month, one.day).format("fr")
    assert lacking(french, format_date(other, "long", locale="en")) != ([], [])


def decimal(value: int | Decimal, locale: str) -> str:
    return format_decimal(value, locale=locale)
