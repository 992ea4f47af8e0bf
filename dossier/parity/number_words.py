"""Numbers written in words: « seize », “two hundred and fifty billion”, « une centaine »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import find_numbers

from dossier.locales import Locale
from dossier.parity.formats import FORMATS, unit_after
from dossier.parity.quantities import Quantity, number_reading

_UNIT = re.compile(r"pour cent\b|per ?cent\b|(?<=\0\s)cents\b")
_SCALE = re.compile(r"(?i:cent|hundred|mille|thousand|[mb]illion|milliard|trillion)")
_RATE = re.compile(r"\b(?i:par|per|le|du|the|each)\s$")


@dataclass(frozen=True)
class _Token:
    """A word or mark, with the methods that text2num calls."""

    match: re.Match[str]

    def text(self) -> str:
        return self.match[0]

    def nt_separated(self, _: "_Token") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def find_number_words(text: str, locale: Locale) -> Iterator[Quantity]:
    """Yield the numbers that a text writes in words."""
    # « pour cent » is a unit, not a hundred, as are cents after a number, which is read already.
    countable = _UNIT.sub(lambda match: "%" * len(match[0]), text)
    tokens = [_Token(match) for match in re.finditer(r"\w+|\W", countable)]
    for found in find_numbers(tokens, locale, threshold=0):
        start, end = tokens[found.start].match.start(), tokens[found.end - 1].match.end()
        unit, written_unit = unit_after(text, end)
        # « 3 dollars le million »: one language may say the million once, the other twice.
        rate = _SCALE.fullmatch(text[start:end]) and _RATE.search(text, 0, start)
        yield Quantity(
            text[start:end] + written_unit,
            start,
            frozenset({number_reading(Decimal(str(found.value)))}),
            unit,
            certain=not (found.is_ordinal or found.value in (0, 1)),
            named=bool(rate),
        )
    formats = FORMATS[locale]
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match[0].lower()
        for table, certain in ((formats.words, True), (formats.optional_words, False)):
            readings = table.get(word) or table.get(word.removesuffix("s"))
            if readings:
                yield Quantity(match[0], match.start(), frozenset(readings), certain=certain)
