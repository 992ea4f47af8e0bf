"""Pairs of blocks: which block of a page corresponds to which of its translation."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from dossier.parity.blocks import PageBlock

BlockPair = tuple[PageBlock | None, PageBlock | None]
"""A block and its translation; None for a missing one."""


def align(one: Sequence[PageBlock], other: Sequence[PageBlock]) -> Iterator[BlockPair]:
    """Yield all blocks of both sides in pairs, in order.

    Blocks with the same name and references are paired first and keep the others in place:
    after a missing block, the next ones are still paired correctly.
    """
    return _align(one, other, (_contents, lambda block: block.kind))


def _align(
    one: Sequence[PageBlock],
    other: Sequence[PageBlock],
    keys: Sequence[Callable[[PageBlock], Hashable]],
) -> Iterator[BlockPair]:
    key, *coarser_keys = keys
    matcher = SequenceMatcher(None, [*map(key, one)], [*map(key, other)], autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        here, there = one[start:end], other[other_start:other_end]
        if tag == "equal" or len(here) == len(there):
            yield from zip(here, there, strict=True)
        elif coarser_keys:
            yield from _align(here, there, coarser_keys)
        else:
            yield from ((block, None) for block in here)
            yield from ((None, block) for block in there)


def _contents(block: PageBlock) -> Hashable:
    references = (block.citations, block.links, block.images, block.code)
    return block.kind, block.name, *map(frozenset, references)
