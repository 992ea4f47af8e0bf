"""How French and English write dates, hours, numbers and amounts: a pattern for each form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from babel.dates import get_day_names, get_month_names

from dossier.locales import Locale

_UNITS = {
    "%": r"%|pour cent|per ?cent",
    "$": r"(?:US)?\$|dollars?",
    "€": r"€|euros?",
    "£": r"£|livres? sterling|pounds?",
    "R": r"rands?",
}
"""The units that are compared, each with its forms in both languages."""

_FRENCH_WORDS = {
    "dizaine": ("10",), "douzaine": ("12",), "vingtaine": ("20",), "trentaine": ("30",),
    "quarantaine": ("40",), "cinquantaine": ("50",), "soixantaine": ("60",), "centaine": ("100",),
    "millier": ("1000",),
}  # fmt: skip
_FRENCH_OPTIONAL_WORDS = {
    "demi": ("0.5",), "demie": ("0.5",), "moitié": ("0.5",), "second": ("2",), "seconde": ("2",),
    "double": ("2",), "triple": ("3",), "tiers": ("3",), "quart": ("4",), "décennie": ("10",),
    "quinzaine": ("15", "2"),
}  # fmt: skip
_ENGLISH_WORDS = {
    "dozen": ("12", "10"), "multimillion": (str(10**6),), "multibillion": (str(10**9),),
}  # fmt: skip
_ENGLISH_OPTIONAL_WORDS = {
    "half": ("0.5",), "once": ("1",), "single": ("1",), "both": ("2",), "either": ("2",),
    "neither": ("2",), "twice": ("2",), "pair": ("2",), "couple": ("2",), "double": ("2",),
    "triple": ("3",), "quarter": ("4",), "decade": ("10",), "fortnight": ("15", "2"),
}  # fmt: skip

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


def _names(table: Callable[..., object], locale: Locale) -> dict[str, int]:
    names = table("wide", locale=locale)
    return {name.lower(): n for n, name in names.items()}  # type: ignore[attr-defined]


def _french() -> QuantityFormats:
    months = _names(get_month_names, "fr")
    # Mars may be the planet; MAI is a family of models.
    written = [*months, *(name.capitalize() for name in months if name != "mars")]
    month = f"(?P<month>{'|'.join(written)})"
    day = r"(?:1(?:ᵉʳ|er)|[12]\d|3[01]|[1-9])(?!\d)"
    days = rf"(?:{day}(?:,\s{day})*\s?(?:et|au|à|ou|[-–])\s?(?:le\s)?)?{day}"
    return QuantityFormats(
        months=months,
        weekdays=_names(get_day_names, "fr"),
        dates=(
            re.compile(rf"(?<![\d,.])(?P<days>{days})\s{month}\b(?:\s(?P<year>\d{{4}})\b)?"),
            re.compile(rf"\b{month}\b(?:\s(?P<year>\d{{4}})\b)?"),
        ),
        hours=(
            re.compile(r"\b(?P<hour>\d{1,2})\s?h(?:\s?(?P<minute>\d{2}))?\b"),
            re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\b"),
        ),
        ordinal=re.compile(
            r"\b(?<!-)(?P<whole>\d+|XIX|XXI|XX)(?:ᵉʳ|ʳᵉ|ᵉ|ᵈᵉ|ᵈ|er|re|ème|e|nde|nd)s?\b"
        ),
        day_alone=re.compile(r"(?<=\b[Ll]e\s)(?P<whole>[12]?\d|3[01])(?![\d,]|[\s-]?\d)"),
        number=re.compile(
            r"(?P<whole>\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:,(?P<fraction>\d+))?"
            r"(?:\s(?P<scale>mille|millions?|milliards?|billions?|(?:M|Mds?)(?=\s?[$€]))(?!\w))?"
        ),
        scales={"mille": 3, "million": 6, "milliard": 9, "billion": 12, "M": 6, "Md": 9},
        decimal_point=False,
        words=_FRENCH_WORDS,
        optional_words=_FRENCH_OPTIONAL_WORDS,
    )


def _english() -> QuantityFormats:
    months = _names(get_month_names, "en")
    month = f"(?P<month>{'|'.join(name.capitalize() for name in months)})"
    day = r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.:]\d)"
    days = rf"{day}(?:(?:,\s{day})*,?\s?(?:and|to|through|or|[-–])\s?{day})?"
    year = r"(?P<year>\d{4})\b"
    return QuantityFormats(
        months=months,
        weekdays=_names(get_day_names, "en"),
        dates=(
            re.compile(rf"\b{month}\s(?P<days>{days})(?:,?\s{year})?"),
            re.compile(rf"(?<![\d,.])(?P<days>{day})\s(?:of\s)?{month}\b(?:,?\s{year})?"),
            re.compile(rf"\b{month}\b(?:\s(?:of\s)?{year})?"),
        ),
        hours=(
            re.compile(
                r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\b"
                r"(?:\s?(?P<half>[apAP])\.?[mM]\b)?"
            ),
            re.compile(r"\b(?P<hour>\d{1,2})\s?(?P<half>[apAP])\.?[mM]\b"),
        ),
        ordinal=re.compile(r"\b(?P<whole>\d+)(?:st|nd|rd|th)\b"),
        day_alone=re.compile(r"(?<=\b[Tt]he\s)(?P<whole>[12]?\d|3[01])(?:st|nd|rd|th)\b"),
        number=re.compile(
            r"(?P<before>(?:US)?\$|[€£])?(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
            r"(?:\.(?P<fraction>\d+))?"
            # An abbreviated scale needs a currency: 405B names a model.
            r"(?:[\s-](?P<scale>thousand|[mb]illion|trillion)\b"
            r"|(?(before)\s?(?P<abbreviated>bn|[MB])\b|(?!)))?"
        ),
        scales={"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "M": 6, "bn": 9, "B": 9},
        decimal_point=True,
        words=_ENGLISH_WORDS,
        optional_words=_ENGLISH_OPTIONAL_WORDS,
    )


FORMATS: dict[Locale, QuantityFormats] = {"fr": _french(), "en": _english()}
