"""Quotations in a block: passages in another language, quoted words, their translations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.locales import ORIGINAL
from dossier.parity.blocks import PageBlock

_TERM_WORDS = 3
"""Up to so many quoted words are a term (“white genocide”), which is translated like others."""

_MARKS = {"fr": re.compile("«([^»]*)»"), "en": re.compile("“([^”]*)”")}
_TRANSLATION = re.compile(
    r"^[«“][^»”]*[»”]\s\((?:notre traduction|our translation)\)"
    r"|\((?:[^()]|\([^()]*\))*?(?:notre traduction|our translation)(?:[^()]|\([^()]*\))*\)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Passage:
    """Quoted words: their language and where they start in the text of the block."""

    start: int
    lang: str
    text: str

    @property
    def words(self) -> list[str]:
        """The words, for comparison: without marks or capitals."""
        return re.findall(r"\w+(?:[’.,:]\w+)*", self.text.replace("'", "’").lower())


def translations(block: PageBlock) -> list[re.Match[str]]:
    """Return the translations of quotations: brackets that say “our translation”, or a
    paragraph that ends with them, as below a block quotation."""
    return list(_TRANSLATION.finditer(block.text))


def unmatched_quotations(block: PageBlock, other: PageBlock) -> list[Passage]:
    """Return what a block quotes and the other block does not quote, word for word.

    Words in a language other than that of the page are the same on both pages, and so are
    those that a translation quotes in its own language. What the original quotes in its own
    language may be paraphrased in the translation.
    """
    # As one text: a page may interrupt a quotation that the other quotes whole.
    quoted = " ".join(word for passage in _quoted(other) for word in passage.words)
    return [
        passage
        for passage in _quoted(block)
        if passage.lang != block.locale
        or (block.locale != ORIGINAL and len(passage.words) > _TERM_WORDS)
        if f" {' '.join(passage.words)} " not in f" {quoted} "
    ]


def _quoted(block: PageBlock) -> Iterator[Passage]:
    """Yield the words between quotation marks or in a block quotation, without translations.

    A passage is in the language of the block unless a part of it is marked as another.
    """
    text = _TRANSLATION.sub(lambda match: " " * len(match[0]), block.text)
    if block.kind == "quotation":
        parts = [match.span() for match in re.finditer(r"(?s)\S.*?(?=\n\n|$)", text)]
        parts = [part for part in parts if not text[part[0] :].startswith(("—", "–"))]
    else:
        parts = [match.span(1) for match in _MARKS[block.locale].finditer(text)]
    for start, end in parts:
        marked = [span for span in block.foreign if span[0] < end and span[1] > start]
        for foreign_start, foreign_end, lang in marked or [(start, end, block.locale)]:
            first, last = max(start, foreign_start), min(end, foreign_end)
            yield Passage(first, lang, block.text[first:last])
