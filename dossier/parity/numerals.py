"""Finds the numbers, dates, hours, amounts and versions of a text, in its language's notation."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from dossier.locales import Locale
from dossier.parity.notation import AFTER, NOTATIONS, Notation, unit_of
from dossier.parity.number_words import find_number_words
from dossier.parity.quantities import Quantity, number_reading

_READ = "\0"
"""Stands for each character already read; it is neither of a word nor a space."""

_NAME = re.compile(r"(?<![\w$€£])\w+(?:[.‑-]\w+)*")
_NO_NAME = re.compile(r"\d+-[a-zà-ÿ].*|[a-zà-ÿ]+-\d{4}|\d{4}s")
"""“12-month”, “mid-2025”, “2010s”: the number counts, not the word."""

_CAPITALIZED = re.compile(r"([A-Z][\w’.-]*)[^\S\n]$")  # not in another cell of a table
_OPENERS = re.compile(
    "About|After|Almost|And|Another|Around|As|At|Before|Between|But|By|For|From|In|Nearly|Of|On"
    "|Only|Or|Over|Roughly|Since|Some|The|To|Under|Until|Up|With|Within|Au|Aux|Avec|Ces|Dans|De"
    "|Depuis|Des|Du|Dès|En|Entre|Environ|Et|Jusqu|La|Le|Les|Leurs|Ou|Par|Pour|Près|Quelque"
    "|Quelques|Sauf|Selon|Ses|Sous|Sur|Vers"
)
"""Words that open a sentence before a number: “About 97.4” counts, “Grok 4.1” is a name."""

_RANGE = re.compile(r"\s?(?:à|et|ou|to|and|or|[-–])\s?")
_CENTURIES = {"XIX": "19", "XX": "20", "XXI": "21"}


def find_quantities(text: str, locale: Locale) -> list[Quantity]:
    """Return the quantities that `text` writes in the notation of `locale`, in order."""
    notation = NOTATIONS[locale]
    rest = text
    found: list[Quantity] = []
    steps: list[tuple[re.Pattern[str], Callable[[re.Match[str], Notation], list[Quantity]]]] = [
        *((pattern, _dates) for pattern in notation.dates),
        (re.compile(rf"\b(?i:{'|'.join(notation.weekdays)})s?\b(?!\s[A-Z])"), _weekday),
        *((pattern, _hour) for pattern in notation.hours),
        (notation.day_alone, _day_alone),
        (notation.ordinal, _ordinal),
        (_NAME, _name),
        (notation.number, _number),
    ]
    for pattern, read in steps:
        for match in list(pattern.finditer(rest)):
            quantities = read(match, notation)
            if quantities:
                found += quantities
                end = max(q.start + len(q.text) for q in quantities)
                rest = rest[: match.start()] + _READ * (end - match.start()) + rest[end:]
    found += find_number_words(rest, locale)
    found.sort(key=lambda quantity: quantity.start)
    return [_told_with_name(quantity, text) for quantity in found]


def _told_with_name(quantity: Quantity, text: str) -> Quantity:
    """Have messages say “Grok 3”, not “3”."""
    name = _name_before(text[: quantity.start]) if quantity.named else ""
    return replace(quantity, text=f"{name}{quantity.text}")


def _name_before(text: str) -> str:
    """Return the capitalized word, and its space, that a text ends with; "" if it is no name."""
    match = _CAPITALIZED.search(text)
    return match[0] if match and not _OPENERS.fullmatch(match[1]) else ""


def _quantity(match: re.Match[str], *readings: str) -> Quantity:
    return Quantity(match[0], match.start(), frozenset(readings))


def _dates(match: re.Match[str], notation: Notation) -> list[Quantity]:
    parts = match.groupdict()
    name = parts["month"]
    month = notation.months.get(name) or notation.months[name.lower()]
    year_month = f"{parts.get('year') or '-'}-{month:02}"
    days = [int(day) for day in re.findall(r"\d+", parts.get("days") or "")]
    if not days:
        # “May” and “March” that open a sentence may be verbs.
        certain = name not in ("May", "March") or not _opens(match) or bool(parts.get("year"))
        return [replace(_quantity(match, year_month), certain=certain)]
    return [_quantity(match, f"{year_month}-{day:02}") for day in days]


def _opens(match: re.Match[str]) -> bool:
    return not re.search(r"[\w,;(]\s*$", match.string[: match.start()])


def _weekday(match: re.Match[str], notation: Notation) -> list[Quantity]:
    name = match[0].removesuffix("s")
    number = notation.weekdays.get(name, notation.weekdays.get(name.lower()))
    return [] if number is None else [_quantity(match, f"weekday {number}")]


def _hour(match: re.Match[str], _: Notation) -> list[Quantity]:
    parts = match.groupdict()
    hour, half = int(parts["hour"]), (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    time = f"T{hour:02}:{parts.get('minute') or '00'}"
    if parts.get("second"):
        time += f":{parts['second']}"
    # « 24 h » is an hour of the day or a duration.
    return [_quantity(match, time, *([] if half or parts.get("minute") else [str(hour)]))]


def _day_alone(match: re.Match[str], _: Notation) -> list[Quantity]:
    """Read a day of any month, or a plain number."""
    day = int(match["whole"])
    return [_quantity(match, str(day), *(f"--{month:02}-{day:02}" for month in range(1, 13)))]


def _ordinal(match: re.Match[str], _: Notation) -> list[Quantity]:
    return [_quantity(match, _CENTURIES.get(match["whole"], match["whole"]))]


def _name(match: re.Match[str], notation: Notation) -> list[Quantity]:
    text = match[0].replace("‑", "-")
    size = re.match(r"(\d+[A-Z])-[a-z]", text)
    if size:
        return [Quantity(size[1], match.start(), frozenset({f"name {size[1]}"}), named=True)]
    letters, digits = re.search(r"[^\W\d_]", text), re.search(r"\d", text)
    version = re.fullmatch(r"\d+(\.\d+)+", text)
    if version and (not notation.decimal_point or text.count(".") > 1):
        return [replace(_quantity(match, f"name {text}"), named=True)]
    if not letters or not digits or _NO_NAME.fullmatch(text):
        return []
    return [replace(_quantity(match, f"name {text}"), named=True)]


def _number(match: re.Match[str], notation: Notation) -> list[Quantity]:
    parts = match.groupdict()
    before = match.string[: match.start()]
    whole = re.sub(r"\D", "", parts["whole"])
    scale = parts.get("scale") or parts.get("abbreviated") or ""
    value = Decimal(f"{whole}.{parts['fraction'] or 0}") * Decimal(
        10 ** notation.scales[scale.removesuffix("s")] if scale else 1
    )
    if re.search(r"(?:^|[\s(])[-−]$", before):
        value = -value
    after = AFTER.match(match.string, match.end())
    unit = unit_of(parts.get("before") or (after["unit"] if after else ""))
    text = match[0] + (after[0] if after else "")
    readings = [number_reading(value), *_scaled_by_next(match, value, notation)]
    named = not unit and _name_before(before) != ""
    if notation.decimal_point and parts["fraction"] and not scale and not unit:
        version = f"name {match[0]}"
        readings = [version] if named else [*readings, version]
    return [Quantity(text, match.start(), frozenset(readings), unit, named=named)]


def _scaled_by_next(match: re.Match[str], value: Decimal, notation: Notation) -> Iterator[str]:
    """Give the first number of “2 to 3 billion” its second reading, two billion."""
    between = _RANGE.match(match.string, match.end())
    following = between and notation.number.match(match.string, between.end())
    scale = following and following["scale"]
    if scale:
        yield number_reading(value * 10 ** notation.scales[scale.removesuffix("s")])
