"""Dates and hours: as precise as they are known, in the notation of each language."""

import datetime

import pytest

from dossier.files.dates import Moment, PartialDate
from tests.support.site import plain
from tests.support.tables import read_table

CASES = read_table("content/dates.yml")


@pytest.mark.parametrize(("written", "french", "english", "machine"), CASES["dates"])
def test_a_date_is_written_as_precisely_as_it_is_known(
    written: object, french: str, english: str, machine: str
) -> None:
    moment = Moment.parse(written)
    assert plain(moment.format("fr")) == french
    assert plain(moment.format("en")) == english
    assert str(moment) == machine
    if moment.time is None:
        assert str(PartialDate.parse(written)) == machine
        assert plain(PartialDate.parse(written).format("fr")) == french


def test_the_day_stays_beside_its_month_in_french() -> None:
    assert PartialDate.parse("2026-05-01").format("fr") == "1ᵉʳ\N{NO-BREAK SPACE}mai 2026"


@pytest.mark.parametrize("written", CASES["not a date"])
def test_what_is_not_a_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"is not a date|has no"):
        PartialDate.parse(written)


@pytest.mark.parametrize("written", CASES["not an hour"])
def test_what_is_not_an_hour_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"not a time|no “25:00”"):
        Moment.parse(written)


def test_an_hour_whose_zone_is_in_doubt_has_no_instant() -> None:
    assert Moment.parse("2025-05-14 03:15 PST").instant() is None
    instant = Moment.parse("2025-05-15 13:58 -07:00").instant()
    assert instant == datetime.datetime(2025, 5, 15, 20, 58, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("written", "after"), CASES["days after"].items())
def test_a_month_or_a_year_ends_with_its_last_day(written: str, after: str) -> None:
    assert str(PartialDate.parse(written).day_after()) == after
