"""Scales: where a value stands, as a fraction, and the ticks that tell."""

import datetime
from collections.abc import Iterator
from math import log10

from babel.dates import format_date

from dossier.locales import Locale


def dates(first: datetime.date, last: datetime.date, locale: Locale) -> Iterator[tuple[float, str]]:
    """Give the first day of each year or, on a shorter scale, of half a year or a month.

    The last day has no label: it ends the scale.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 12 else 6 if months <= 36 else 12
    for month in range(months + 1):
        year, index = divmod(first.year * 12 + first.month - 1 + month, 12)
        day = datetime.date(year, index + 1, 1)
        if index % step == 0:
            label = str(year) if step == 12 else format_date(day, _PATTERNS[step], locale=locale)
            yield (day - first) / (last - first), label if day < last else ""


_PATTERNS = {1: "LLL", 6: "LLL y"}


def logarithmic(value: float, low: float, high: float) -> float:
    """Return where a value stands on a logarithmic scale."""
    return (log10(value) - log10(low)) / (log10(high) - log10(low))


def powers_of_ten(low: float, high: float) -> Iterator[float]:
    """Give the powers of ten from `low` to `high`."""
    for exponent in range(-6, 12):
        if low <= 10**exponent <= high:
            yield 10.0**exponent
