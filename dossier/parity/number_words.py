"""Numbers written in words: « seize », “two hundred and fifty billion”, « une centaine »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import find_numbers

from dossier.locales import Locale
from dossier.parity.notation import AFTER, NOTATIONS, Notation, unit_of
from dossier.parity.quantities import Quantity, number_reading

_PERCENT = re.compile(r"pour cent\b|per ?cent\b")
_SCALE = re.compile(r"(?i:cent|hundred|mille|thousand|[mb]illion|milliard|trillion)")
_RATE = re.compile(r"\b(?i:par|per|le|du|the|each)\s$")


def find_number_words(text: str, locale: Locale) -> list[Quantity]:
    """Return the quantities of a text that are written in words."""
    return [*_spelled(text, locale), *_counting(text, NOTATIONS[locale])]


@dataclass(frozen=True)
class _Word:
    """A word or a mark, in the form that text2num asks for."""

    match: re.Match[str]

    def text(self) -> str:
        return self.match[0]

    def nt_separated(self, _: "_Word") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def _spelled(text: str, locale: Locale) -> Iterator[Quantity]:
    """Give the numbers, ordinals too."""
    # « pour cent » is a unit, no hundred.
    countable = _PERCENT.sub(lambda match: "%" * len(match[0]), text)
    words = [_Word(match) for match in re.finditer(r"\w+|\W", countable)]
    for occurrence in find_numbers(words, locale, threshold=0):
        start = words[occurrence.start].match.start()
        end = words[occurrence.end - 1].match.end()
        written = text[start:end]
        after = AFTER.match(text, end)
        # « 3 dollars le million »: one language may say the million once, the other twice.
        rate = _SCALE.fullmatch(written) and _RATE.search(text, 0, start)
        certain = not (occurrence.is_ordinal or occurrence.value in (0, 1))
        reading = number_reading(Decimal(str(occurrence.value)))
        unit = unit_of(after["unit"]) if after else ""
        written += after[0] if after else ""
        yield Quantity(written, start, frozenset({reading}), unit, certain, bool(rate))


def _counting(text: str, notation: Notation) -> Iterator[Quantity]:
    """Give the words that count although they are no numerals."""
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match[0].lower()
        for table, certain in ((notation.words, True), (notation.asides, False)):
            readings = table.get(word) or table.get(word.removesuffix("s"))
            if readings:
                yield Quantity(match[0], match.start(), frozenset(readings), certain=certain)
