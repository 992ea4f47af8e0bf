"""Compares two documents: their skeletons here, what each two blocks hold in `content`."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dossier.parity.alignment import Couple, aligned
from dossier.parity.block import Block
from dossier.parity.content import compare_content
from dossier.parity.documents import LANGUAGES, Difference, Document, Side, differ


def compare_documents(original: Document, translation: Document) -> list[Difference]:
    """Return what differs between two documents, in the order of their blocks."""
    differences: list[Difference] = []
    previous: Couple = None, None
    for present, run in groupby(aligned(original.blocks, translation.blocks), key=_present):
        couples = list(run)
        if all(present):
            for block, twin in couples:
                assert block
                assert twin
                differences += _compare(Side(original, block), Side(translation, twin))
            previous = couples[-1]
        else:
            lone = [block or twin for block, twin in couples]
            places = (
                original.place(couples[0][0] or previous[0]),
                translation.place(couples[0][1] or previous[1]),
            )
            sides = (original, translation) if present[0] else (translation, original)
            differences.append(Difference(*places, _lone(*sides, lone)))
    return differences


def _present(couple: Couple) -> tuple[bool, bool]:
    return couple[0] is not None, couple[1] is not None


def _lone(here: Document, there: Document, blocks: Sequence[Block | None]) -> str:
    """Say which blocks one side has and the other lacks."""
    kinds = Counter(f"{block.kind} {block.name}".rstrip() for block in blocks if block)
    counted = ", ".join(f"a {kind}" if n == 1 else f"{n} × {kind}" for kind, n in kinds.items())
    words = " ".join(block.words for block in blocks if block and block.text)
    excerpt = f": “{words[:60]}{'…' if len(words) > 60 else ''}”" if words else ""
    languages = LANGUAGES[here.locale], LANGUAGES[there.locale]
    return f"the {languages[0]} has {counted} that the {languages[1]} lacks{excerpt}"


def _compare(one: Side, other: Side) -> list[Difference]:
    """Compare two blocks; what they hold only where they are of one kind and name."""
    has, has_other = (f"a {side.block.kind} {side.block.name}".rstrip() for side in (one, other))
    if has == has_other:
        return list(compare_content(one, other))
    message = f"the {one.language} has {has} here, the {other.language} {has_other}"
    return [differ(one, other, message)]
