"""Which block of a page answers which block of its translation."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from dossier.parity.block import Block

Couple = tuple[Block | None, Block | None]
"""A block and its translation; None for the one that is missing."""


def aligned(one: Sequence[Block], other: Sequence[Block]) -> Iterator[Couple]:
    """Give all blocks of both sides by twos, in order.

    Blocks with the same name and references are found first: they hold the others in
    place, so that one missing block does not set all that follow against the wrong ones.
    """
    for same, here, there in _runs(
        [_key(block) for block in one], [_key(block) for block in other]
    ):
        if same or len(one[here]) == len(other[there]):
            yield from zip(one[here], other[there], strict=True)
        else:
            yield from _by_kind(one[here], other[there])


def _by_kind(one: Sequence[Block], other: Sequence[Block]) -> Iterator[Couple]:
    kinds = [block.kind for block in one], [block.kind for block in other]
    for same, here, there in _runs(*kinds):
        if same or len(one[here]) == len(other[there]):
            yield from zip(one[here], other[there], strict=True)
        else:
            yield from ((block, None) for block in one[here])
            yield from ((None, block) for block in other[there])


def _runs(
    one: Sequence[Hashable], other: Sequence[Hashable]
) -> Iterator[tuple[bool, slice, slice]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        yield tag == "equal", slice(start, end), slice(other_start, other_end)


def _key(block: Block) -> tuple[object, ...]:
    references = (block.citations, block.links, block.pictures, block.code)
    return block.kind, block.name, *(frozenset(names) for names in references)
