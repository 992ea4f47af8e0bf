"""What a block quotes: passages in another language, quoted words, translations of quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.locales import ORIGINAL, Locale
from dossier.parity.block import Block

TERM = 3
"""Up to so many quoted words are a term (“white genocide”), which is translated like others."""

_MARKS: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile("«([^»]*)»"),
    "en": re.compile("“([^”]*)”"),
}
_TRANSLATION = re.compile(
    r"^[«“][^»”]*[»”]\s\((?:notre traduction|our translation)\)"
    r"|\((?:[^()]|\([^()]*\))*?(?:notre traduction|our translation)(?:[^()]|\([^()]*\))*\)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Passage:
    """Quoted words: where they stand in the block's text, and their language."""

    start: int
    end: int
    lang: str
    text: str

    @property
    def words(self) -> str:
        """The words alone, for comparison: no marks, no capitals, one space between."""
        words = re.findall(r"\w+(?:[’.,:]\w+)*", self.text.replace("'", "’").lower())
        return f" {' '.join(words)} "

    @property
    def long(self) -> bool:
        """Whether these are someone's words rather than a term."""
        return self.words.count(" ") - 1 > TERM


def translations(block: Block) -> list[re.Match[str]]:
    """Return what a quotation means: brackets that say « notre traduction », or a paragraph
    whose last words they are, as under a quotation that is set apart."""
    return list(_TRANSLATION.finditer(block.text))


def quoted(block: Block, locale: Locale) -> list[Passage]:
    """Return what stands between quotation marks or in a block of quotation, translations aside.

    A passage is in the block's language unless a part of it is marked as another's.
    """
    text = _blank_translations(block)
    if block.kind == "quotation":
        parts = [match.span() for match in re.finditer(r"(?s)\S.*?(?=\n\n|$)", text)]
        parts = [part for part in parts if not text[part[0] :].startswith(("—", "–"))]
    else:
        parts = [match.span(1) for match in _MARKS[locale].finditer(text)]
    return list(_passages(block, locale, parts))


def unanswered(block: Block, locale: Locale, twin: Block, twin_locale: Locale) -> list[Passage]:
    """Return what a block quotes and its twin does not quote, word for word.

    Words in another language than the page's stand in both pages as they are; so do, where
    the translation quotes its own language, the words of a quotation. Words that the
    original quotes in its own language may be told in the translation without quoting.
    """
    # In one run: one page may interrupt a quotation that the other gives whole.
    answers = f" {' '.join(passage.words.strip() for passage in quoted(twin, twin_locale))} "
    return [
        passage
        for passage in quoted(block, locale)
        if passage.lang != locale or (locale != ORIGINAL and passage.long)
        if passage.words not in answers
    ]


def _passages(block: Block, locale: Locale, parts: list[tuple[int, int]]) -> Iterator[Passage]:
    for start, end in parts:
        marked = [span for span in block.foreign if span[0] < end and span[1] > start]
        for foreign_start, foreign_end, lang in marked:
            first, last = max(start, foreign_start), min(end, foreign_end)
            yield Passage(first, last, lang, block.text[first:last])
        if not marked:
            yield Passage(start, end, locale, block.text[start:end])


def _blank_translations(block: Block) -> str:
    return _TRANSLATION.sub(lambda match: " " * len(match[0]), block.text)
