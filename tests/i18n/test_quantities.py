"""Numbers, dates, hours, amounts and versions: the same values in the notation of each language."""

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
from tests.support.tables import read_table

CASES = read_table("i18n/quantities.yml")


def lacking(french: str, english: str) -> tuple[list[str], list[str]]:
    """Return the quantities that the other language does not have: the French, the English."""
    sides = unmatched(find_quantities(typeset(french), "fr"), find_quantities(english, "en"))
    texts = [[quantity.text for quantity in side] for side in sides]
    return texts[0], texts[1]


def typeset(french: str) -> str:
    """Return French with a narrow no-break space in its thousands, as pages write them."""
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "\N{NARROW NO-BREAK SPACE}", french)


@pytest.mark.parametrize(("french", "english"), CASES["same"])
def test_the_same_value_in_both_notations(french: str, english: str) -> None:
    assert lacking(french, english) == ([], [])


@pytest.mark.parametrize(("french", "english", "here", "there"), CASES["different"])
def test_another_value_is_found(french: str, english: str, here: str, there: str) -> None:
    found = lacking(french, english)
    assert typeset(here) in found[0] or not here
    assert there in found[1] or not there
    assert any(found)


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
