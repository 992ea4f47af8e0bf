"""How French and English write dates, hours, numbers and amounts: a pattern for each form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from pydantic import TypeAdapter

from dossier.files.patterns import fill
from dossier.files.problems import read_text
from dossier.files.records import parse_yaml
from dossier.locales import LOCALES, Locale

_UNITS = {
    "%": r"%|pour cent|per ?cent",
    "$": r"(?:US)?\$|dollars?",
    "€": r"€|euros?",
    "£": r"£|livres? sterling|pounds?",
    "R": r"rands?",
}
"""The units that are compared, each with its forms in both languages."""

_UNIT_AFTER = re.compile(rf"\s?(?:de\s|d’)?(?P<unit>{'|'.join(_UNITS.values())})(?!\w)")


def unit_of(written: str) -> str:
    """Return the unit that "dollars" or "%" means, "" if none."""
    return next((unit for unit, form in _UNITS.items() if re.fullmatch(form, written)), "")


def unit_after(text: str, end: int) -> tuple[str, str]:
    """Return the unit that follows a number, and how it is written; "" and "" if none."""
    match = _UNIT_AFTER.match(text, end)
    return (unit_of(match["unit"]), match[0]) if match else ("", "")


@dataclass(frozen=True)
class QuantityFormats:
    """The forms of one language. The named groups of the patterns are the parts.

    Attributes:
        months: the names of months in lower case, with their numbers from 1.
        weekdays: the names of weekdays in lower case, Monday 0.
        dates: groups days (« 14 et 15 »), month, year; the longest form first.
        hours: groups hour, minute, second, half (a or p).
        ordinal: group whole, as in 3ᵉ and 3rd.
        day_alone: group whole, a day of a month named earlier, as in « le 4 », "the 4th".
        number: groups before (a currency), whole, fraction, scale.
        scales: names of powers of ten, without the plural s, and their exponents.
        decimal_point: True if 4.1 may be a number; if not, it is the name of a version.
        words: words that count although they are no numerals, and their possible values.
        optional_words: words that may count ("both", « second »): they can match a number of
            the other language, and need no match.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    dates: tuple[re.Pattern[str], ...]
    hours: tuple[re.Pattern[str], ...]
    ordinal: re.Pattern[str]
    day_alone: re.Pattern[str]
    number: re.Pattern[str]
    scales: dict[str, int]
    decimal_point: bool
    words: Mapping[str, tuple[str, ...]]
    optional_words: Mapping[str, tuple[str, ...]]

    def factor(self, scale: str) -> int:
        """Return the number that "millions" or "bn" means, 1 for ""."""
        return 10 ** self.scales[scale.removesuffix("s")] if scale else 1


def _formats(locale: Locale) -> QuantityFormats:
    """Return the forms of a language in formats.yml, with the names of Babel."""
    file = Path(__file__).with_suffix(".yml")
    fields = dict(parse_yaml(read_text(file), file).value[locale])
    parts = fields.pop("parts")
    for name in ("dates", "hours"):
        fields[name] = [fill(pattern, parts) for pattern in fields[name]]
    for name, table in (("months", get_month_names), ("weekdays", get_day_names)):
        fields[name] = {word.lower(): n for n, word in table("wide", locale=locale).items()}
    return TypeAdapter(QuantityFormats).validate_python(fields)


FORMATS: dict[Locale, QuantityFormats] = {locale: _formats(locale) for locale in LOCALES}
