"""Search for the numbers, dates, hours, amounts and versions in a text of either language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from dossier.locales import Locale
from dossier.parity.formats import FORMATS, QuantityFormats, unit_after, unit_of
from dossier.parity.number_words import find_number_words
from dossier.parity.quantities import Quantity, number_reading

_READ = "\0"
"""Replaces each character already read; it is neither part of a word nor a space."""

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

QuantityReader = Callable[[re.Match[str], QuantityFormats], list[Quantity]]

_RANGE = re.compile(r"\s?(?:à|et|ou|to|and|or|[-–])\s?")
_CENTURIES = {"XIX": "19", "XX": "20", "XXI": "21"}


def find_quantities(text: str, locale: Locale) -> list[Quantity]:
    """Return the quantities that `text` writes in the notation of `locale`, in order."""
    formats = FORMATS[locale]
    rest = text
    found: list[Quantity] = []
    weekdays = re.compile(rf"\b(?i:{'|'.join(formats.weekdays)})s?\b(?!\s[A-Z])")
    steps: list[tuple[re.Pattern[str], QuantityReader]] = [
        *((pattern, _dates) for pattern in formats.dates),
        (weekdays, _weekday),
        *((pattern, _hour) for pattern in formats.hours),
        (formats.day_alone, _day_alone),
        (formats.ordinal, _ordinal),
        (_NAME, _name),
        (formats.number, _number),
    ]
    for pattern, read in steps:
        for match in list(pattern.finditer(rest)):
            quantities = read(match, formats)
            if quantities:
                found += quantities
                end = max(q.start + len(q.text) for q in quantities)
                rest = rest[: match.start()] + _READ * (end - match.start()) + rest[end:]
    found += find_number_words(rest, locale)
    found.sort(key=lambda quantity: quantity.start)
    # Messages say “Grok 3”, not “3”.
    return [
        replace(quantity, text=_name_before(text[: quantity.start]) + quantity.text)
        if quantity.named
        else quantity
        for quantity in found
    ]


def _name_before(text: str) -> str:
    """Return the capitalized word, and its space, that a text ends with; "" if it is no name."""
    match = _CAPITALIZED.search(text)
    return match[0] if match and not _OPENERS.fullmatch(match[1]) else ""


def _quantity(
    match: re.Match[str], *readings: str, certain: bool = True, named: bool = False
) -> Quantity:
    return Quantity(match[0], match.start(), frozenset(readings), certain=certain, named=named)


def _dates(match: re.Match[str], formats: QuantityFormats) -> list[Quantity]:
    parts = match.groupdict()
    name = parts["month"]
    year_month = f"{parts.get('year') or '-'}-{formats.months[name.lower()]:02}"
    days = [int(day) for day in re.findall(r"\d+", parts.get("days") or "")]
    if days:
        return [_quantity(match, f"{year_month}-{day:02}") for day in days]
    # “May” and “March” at the start of a sentence may be verbs.
    opens = not re.search(r"[\w,;(]\s*$", match.string[: match.start()])
    verb = name in ("May", "March") and opens and not parts.get("year")
    return [_quantity(match, year_month, certain=not verb)]


def _weekday(match: re.Match[str], formats: QuantityFormats) -> list[Quantity]:
    return [_quantity(match, f"weekday {formats.weekdays[match[0].lower().removesuffix('s')]}")]


def _hour(match: re.Match[str], _: QuantityFormats) -> list[Quantity]:
    parts = match.groupdict()
    hour, half = int(parts["hour"]), (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    time = f"T{hour:02}:{parts.get('minute') or '00'}"
    if parts.get("second"):
        time += f":{parts['second']}"
    # « 24 h » is an hour of the day or a duration.
    return [_quantity(match, time, *([] if half or parts.get("minute") else [str(hour)]))]


def _day_alone(match: re.Match[str], _: QuantityFormats) -> list[Quantity]:
    """Read a day of any month, or a plain number."""
    day = int(match["whole"])
    return [_quantity(match, str(day), *(f"--{month:02}-{day:02}" for month in range(1, 13)))]


def _ordinal(match: re.Match[str], _: QuantityFormats) -> list[Quantity]:
    return [_quantity(match, _CENTURIES.get(match["whole"], match["whole"]))]


def _name(match: re.Match[str], formats: QuantityFormats) -> list[Quantity]:
    text = match[0].replace("‑", "-")
    if size := re.match(r"(\d+[A-Z])-[a-z]", text):
        return [Quantity(size[1], match.start(), frozenset({f"name {size[1]}"}), named=True)]
    if re.fullmatch(r"\d+(\.\d+)+", text):
        is_name = not formats.decimal_point or text.count(".") > 1
    else:
        letter, digit = re.search(r"[^\W\d_]", text), re.search(r"\d", text)
        is_name = bool(letter and digit and not _NO_NAME.fullmatch(text))
    return [_quantity(match, f"name {text}", named=True)] if is_name else []


def _number(match: re.Match[str], formats: QuantityFormats) -> list[Quantity]:
    parts = match.groupdict()
    before = match.string[: match.start()]
    whole = re.sub(r"\D", "", parts["whole"])
    scale = parts.get("scale") or parts.get("abbreviated") or ""
    value = Decimal(f"{whole}.{parts['fraction'] or 0}") * formats.factor(scale)
    if re.search(r"(?:^|[\s(])[-−]$", before):
        value = -value
    unit, written_unit = unit_after(match.string, match.end())
    if parts.get("before"):
        unit = unit_of(parts["before"])
    readings = [number_reading(value), *_scaled_by_next(match, value, formats)]
    named = not unit and _name_before(before) != ""
    if formats.decimal_point and parts["fraction"] and not scale and not unit:
        version = f"name {match[0]}"
        readings = [version] if named else [*readings, version]
    text = match[0] + written_unit
    return [Quantity(text, match.start(), frozenset(readings), unit, named=named)]


def _scaled_by_next(
    match: re.Match[str], value: Decimal, formats: QuantityFormats
) -> Iterator[str]:
    """Yield the second reading of the first number of “2 to 3 billion”: two billion."""
    between = _RANGE.match(match.string, match.end())
    following = between and formats.number.match(match.string, between.end())
    if following and following["scale"]:
        yield number_reading(value * formats.factor(following["scale"]))
