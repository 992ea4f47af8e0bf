"""Comparison of two pages: which blocks are missing, and how those present differ."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.parity.alignment import BlockPair, align
from dossier.parity.blocks import LANGUAGES, ComparedPage, PageBlock, with_article
from dossier.parity.compare_blocks import compare_blocks


@dataclass(frozen=True)
class Difference:
    """What differs, in one sentence, and where in each file."""

    original: str
    translation: str
    message: str

    def __str__(self) -> str:
        return f"{self.original} / {self.translation}: {self.message}"


def compare_pages(original: ComparedPage, translation: ComparedPage) -> list[Difference]:
    """Return the differences between two pages, in the order of their blocks."""
    differences: list[Difference] = []
    previous: BlockPair = None, None
    aligned = align(original.blocks, translation.blocks)
    for present, run in groupby(aligned, lambda pair: [block is not None for block in pair]):
        pairs = list(run)
        if all(present):
            for one, other in pairs:
                assert one
                assert other
                for message, offset, other_offset in compare_blocks(one, other):
                    places = original.place(one, offset), translation.place(other, other_offset)
                    differences.append(Difference(*places, message))
            previous = pairs[-1]
        else:
            places = (
                original.place(pairs[0][0] or previous[0]),
                translation.place(pairs[0][1] or previous[1]),
            )
            pages = (original, translation) if present[0] else (translation, original)
            message = _missing(*pages, [one or other for one, other in pairs])
            differences.append(Difference(*places, message))
    return differences


def _missing(here: ComparedPage, there: ComparedPage, blocks: Sequence[PageBlock | None]) -> str:
    """Return a message on blocks that only the first page has."""
    labels = Counter(block.label for block in blocks if block)
    counted = ", ".join(
        with_article(label) if n == 1 else f"{n} × {label}" for label, n in labels.items()
    )
    words = " ".join(block.words for block in blocks if block and block.text)
    excerpt = f": “{words[:60]}{'…' if len(words) > 60 else ''}”" if words else ""
    languages = LANGUAGES[here.locale], LANGUAGES[there.locale]
    return f"the {languages[0]} has {counted}, missing in the {languages[1]}{excerpt}"
