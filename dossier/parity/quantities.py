"""Quantities: values that the two languages write differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A number, date, hour, amount or version.

    Attributes:
        readings: its possible meanings, in a form that depends on no language: "1900",
            "2025-05-19", "--05-14" (a day of no year), "T15:15", "weekday 0", "name gpt-4.1".
        unit: "%", a currency, or "" if none is written.
        certain: True if the other language must have a match; « un » and “both” may count
            or not.
        named: True if it belongs to a name (Grok 3) or a rate (per million), which one
            language may repeat when the other says “it”, or nothing.
    """

    text: str
    start: int
    readings: frozenset[str]
    unit: str = ""
    certain: bool = True
    named: bool = False


def number_reading(value: Decimal) -> str:
    """Return the reading of a number, the same for 97.40 and 97.4."""
    return format(value.normalize(), "f")


def unmatched(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Return the quantities of each side that the other side does not have as many times."""
    rest, other_rest = list(one), list(other)
    # The surest matches first, so that a looser one cannot take their counterparts.
    for certain in (True, False):
        for same in (_equal, _compatible):
            for quantity in list(rest):
                for candidate in other_rest:
                    sure = quantity.certain and candidate.certain
                    if same(quantity, candidate) and (sure or not certain):
                        rest.remove(quantity)
                        other_rest.remove(candidate)
                        break
    return _missing(rest, other), _missing(other_rest, one)


def _missing(rest: list[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    return [
        quantity
        for quantity in rest
        if quantity.certain and not (quantity.named and any(_equal(quantity, o) for o in other))
    ]


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and not one.readings.isdisjoint(other.readings)


def _compatible(one: Quantity, other: Quantity) -> bool:
    """Return True if one unit may serve both: « 3 dollars en entrée et 15 en sortie »."""
    return bool(one.readings & other.readings) and (not one.unit or not other.unit)
