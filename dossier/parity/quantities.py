"""Quantities: what two languages write differently and mean alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A number, date, hour, amount or version.

    Attributes:
        text: as written.
        start: where it stands in the text.
        readings: what it may mean, in a form that no language has: "1900", "2025-05-19",
            "--05-14" (a day of no year), "T15:15", "weekday 0", "name gpt-4.1".
        unit: "%", a currency, or "" where none is written.
        certain: whether it must have its like in the other language; « un » and “both”
            may count or not.
        named: whether it belongs to a name (Grok 3) or a rate (per million), which one
            language may say again where the other says “it”, or nothing.
    """

    text: str
    start: int
    readings: frozenset[str]
    unit: str = ""
    certain: bool = True
    named: bool = False


def number_reading(value: Decimal) -> str:
    """Return what a number means, the same for 97.40 and 97.4."""
    return format(value.normalize(), "f")


def unmatched(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Return the quantities of each side that the other side has not, or has fewer times."""
    rest, other_rest = list(one), list(other)
    # The surest matches first: what they take cannot be taken by a looser one.
    for certain in (True, False):
        for same in (_equal, _compatible):
            for quantity in list(rest):
                for candidate in other_rest:
                    sure = quantity.certain and candidate.certain
                    if same(quantity, candidate) and (sure or not certain):
                        rest.remove(quantity)
                        other_rest.remove(candidate)
                        break
    return _lacking(rest, other), _lacking(other_rest, one)


def _lacking(rest: list[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    return [
        quantity
        for quantity in rest
        if quantity.certain and not (quantity.named and any(_equal(quantity, o) for o in other))
    ]


def _equal(one: Quantity, other: Quantity) -> bool:
    return bool(one.readings & other.readings) and one.unit == other.unit


def _compatible(one: Quantity, other: Quantity) -> bool:
    """A unit said once may serve twice: « 3 dollars en entrée et 15 en sortie »."""
    return bool(one.readings & other.readings) and (not one.unit or not other.unit)
