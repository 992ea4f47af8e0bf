"""Scales of dates and logarithmic scales: positions as fractions, and ticks."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from babel.dates import format_date

from dossier.files.dates import PartialDate
from dossier.locales import Locale

_PATTERNS = {1: "LLL", 6: "LLL y", 12: "y"}


@dataclass(frozen=True)
class Tick:
    """A line across the tracks at a fraction of them; its label is on the first or second level."""

    at: float
    label: str = ""
    level: int = 0


class DateScale:
    """A linear scale of days, from the first day of one date to that of another."""

    def __init__(self, start: PartialDate, end: PartialDate) -> None:
        self.first, self.last = start.first_day(), end.first_day()

    def at(self, day: datetime.date) -> float:
        """Return the fraction of a day."""
        return (day - self.first) / (self.last - self.first)

    def middle_of(self, date: PartialDate) -> float:
        """Return the fraction of the middle of a day, month or year."""
        first, after = date.first_day(), date.day_after()
        return (first - self.first + (after - first) / 2) / (self.last - self.first)

    def ticks(self, locale: Locale) -> Iterator[Tick]:
        """Yield a tick for each month, half year or year, depending on the length of the scale.

        The last day has no label, because it ends the scale.
        """
        first, last = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        step = 1 if last - first <= 12 else 6 if last - first <= 36 else 12
        for month in range(first, last + 1):
            if month % 12 % step == 0:
                day = datetime.date(month // 12, month % 12 + 1, 1)
                label = format_date(day, _PATTERNS[step], locale=locale)
                yield Tick(self.at(day), label if day < self.last else "")


def logarithmic(value: float, low: float, high: float) -> float:
    """Return the fraction of a value on a logarithmic scale."""
    return (log10(value) - log10(low)) / (log10(high) - log10(low))


def powers_of_ten(low: float, high: float) -> Iterator[float]:
    """Yield the powers of ten from `low` to `high`."""
    for exponent in range(-6, 12):
        if low <= 10**exponent <= high:
            yield 10.0**exponent
