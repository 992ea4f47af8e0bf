"""Comparison of two blocks: kind, references, values."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.locales import LOCALES, as_locale
from dossier.parity.blocks import CODE, PageBlock, with_article
from dossier.parity.find_quantities import find_quantities
from dossier.parity.quantities import Quantity, unmatched
from dossier.parity.translated_quotations import translated_quotations

BlockDifference = tuple[str, int, int]
"""A message, and where the difference is in each text."""


def compare_blocks(one: PageBlock, other: PageBlock) -> Iterator[BlockDifference]:
    """Yield the differences between a block and its translation."""
    if one.label != other.label:
        message = f"the {one.language} has {with_article(one.label)} here, "
        yield message + f"the {other.language} {with_article(other.label)}", 0, 0
        return
    yield from _references(one, other)
    yield from _values(one, other)
    for block in (one, other):
        yield from ((message, 0, 0) for message in _translated_values(block))


def _references(one: PageBlock, other: PageBlock) -> Iterator[BlockDifference]:
    here, there = ([f"[^{claim}]" for claim in block.citations] for block in (one, other))
    for what, names, other_names in (
        ("citation", here, there),
        ("link", one.links, other.links),
        ("image", one.images, other.images),
        ("code", one.code, other.code),
    ):
        counts = Counter(names), Counter(other_names)
        sides = (counts[0] - counts[1]).elements(), (counts[1] - counts[0]).elements()
        unshared = [[f"the {what} {name.strip()}" for name in side] for side in sides]
        if any(unshared):
            yield _unshared(one, other, *unshared), 0, 0
    # The order of citations numbers the footnotes; that of the rest follows the language.
    if here != there and Counter(here) == Counter(there):
        message = f"the {one.language} cites in the order {' '.join(here)}, "
        yield message + f"the {other.language} {' '.join(there)}", 0, 0


def _unshared(one: PageBlock, other: PageBlock, here: Sequence[str], there: Sequence[str]) -> str:
    """Return a message on what only one block has; one of the two lists may be empty."""
    if here and there:
        return f"the {one.language} has {', '.join(here)}, the {other.language} {', '.join(there)}"
    if there:
        one, other, here = other, one, there
    return f"the {one.language} has {', '.join(here)}, missing in the {other.language}"


def _values(one: PageBlock, other: PageBlock) -> Iterator[BlockDifference]:
    sides = unmatched(block_quantities(one), block_quantities(other))
    if any(sides):
        texts = ([quantity.text for quantity in side] for side in sides)
        start, other_start = (side[0].start if side else 0 for side in sides)
        yield _unshared(one, other, *texts), start, other_start


def block_quantities(block: PageBlock) -> list[Quantity]:
    """Return the quantities of a block, each in the notation of its language.

    Those of a translation beside the original words are left out.
    """
    text, found = block.text, []
    for quotation in translated_quotations(block):
        text = _masked(text, quotation.start, quotation.end)
    for start, end, lang in block.foreign:
        if lang in LOCALES:
            passage = find_quantities(text[start:end], as_locale(lang))
            found += [replace(quantity, start=quantity.start + start) for quantity in passage]
        text = _masked(text, start, end)
    for words in block.alternatives:
        found += [replace(quantity, start=0) for quantity in find_quantities(words, block.locale)]
    found += find_quantities(text, block.locale)
    return sorted(found, key=lambda quantity: quantity.start)


def _masked(text: str, start: int, end: int) -> str:
    return text[:start] + CODE * (end - start) + text[end:]


def _translated_values(block: PageBlock) -> Iterator[str]:
    """Compare the values of each quotation with those of its translation beside it."""
    for start, end, originals in translated_quotations(block):
        quoted = []
        for first, last, lang in originals:
            if lang in LOCALES:
                quoted += find_quantities(block.text[first:last], as_locale(lang))
        sides = unmatched(quoted, find_quantities(block.text[start:end], block.locale))
        if any(sides):
            here, there = (", ".join(q.text for q in side) or "no number" for side in sides)
            message = f"a quotation on the {block.language} page has {here}, "
            yield message + f"its translation {there}"
