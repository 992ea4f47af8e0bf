"""Compares what two blocks hold: references, values, quotations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.locales import LOCALES, Locale, as_locale
from dossier.parity.block import CODE, Block
from dossier.parity.documents import LANGUAGES, Difference, Side, differ
from dossier.parity.numerals import find_quantities
from dossier.parity.quantities import Quantity, unmatched
from dossier.parity.quotations import translations, unanswered


def compare_content(one: Side, other: Side) -> Iterator[Difference]:
    """Give what differs between a block and its translation."""
    block, twin = one.block, other.block
    yield from _citations(one, other)
    # The order of words differs between languages: these are compared whatever theirs.
    yield from _names(one, other, "the link", block.links, twin.links)
    yield from _names(one, other, "the picture", block.pictures, twin.pictures)
    yield from _names(one, other, "the code", block.code, twin.code)
    yield from _values(one, other)
    yield from _quotations(one, other)
    for side in (one, other):
        for message in _mistranslated(side):
            yield differ(one, other, message)


def _citations(one: Side, other: Side) -> Iterator[Difference]:
    """Compare citations in their order, which numbers the notes."""
    here, there = ([f"[^{claim}]" for claim in side.block.citations] for side in (one, other))
    if Counter(here) != Counter(there):
        yield from _names(one, other, "the citation", here, there)
    elif here != there:
        yield differ(
            one,
            other,
            f"the {one.language} cites in the order {' '.join(here)}, "
            f"the {other.language} {' '.join(there)}",
        )


def _names(
    one: Side, other: Side, what: str, here: Sequence[str], there: Sequence[str]
) -> Iterator[Difference]:
    extra = [f"{what} {name.strip()}" for name in (Counter(here) - Counter(there)).elements()]
    lacking = [f"{what} {name.strip()}" for name in (Counter(there) - Counter(here)).elements()]
    if extra or lacking:
        yield differ(one, other, _has_and_lacks(one, other, extra, lacking))


def _has_and_lacks(one: Side, other: Side, here: Sequence[str], there: Sequence[str]) -> str:
    """Say what each side has alone; one of the two may have nothing."""
    if here and there:
        return f"the {one.language} has {', '.join(here)}, the {other.language} {', '.join(there)}"
    if here:
        return f"the {one.language} has {', '.join(here)}, which the {other.language} lacks"
    return f"the {other.language} has {', '.join(there)}, which the {one.language} lacks"


def _values(one: Side, other: Side) -> Iterator[Difference]:
    here, there = unmatched(
        block_quantities(one.block, one.locale), block_quantities(other.block, other.locale)
    )
    if here or there:
        texts = [[quantity.text for quantity in side] for side in (here, there)]
        starts = [side[0].start if side else 0 for side in (here, there)]
        yield differ(one, other, _has_and_lacks(one, other, *texts), *starts)


def block_quantities(block: Block, locale: Locale) -> list[Quantity]:
    """Return a block's quantities, each in the notation of its words; translations aside."""
    text, found = block.text, []
    for match in translations(block):
        text = _without(text, *match.span())
    for start, end, lang in block.foreign:
        if lang in LOCALES:
            passage = find_quantities(text[start:end], as_locale(lang))
            found += [replace(quantity, start=quantity.start + start) for quantity in passage]
        text = _without(text, start, end)
    for words in block.alternatives:
        found += [replace(quantity, start=0) for quantity in find_quantities(words, locale)]
    return sorted(found + find_quantities(text, locale), key=lambda quantity: quantity.start)


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + CODE * (end - start) + text[end:]


def _mistranslated(side: Side) -> Iterator[str]:
    """Compare the values of each quotation with those of its translation in brackets."""
    end = 0
    for match in translations(side.block):
        quotation = []
        for start, stop, lang in side.block.foreign:
            if lang in LOCALES and end <= start and stop <= match.start():
                quotation += find_quantities(side.block.text[start:stop], as_locale(lang))
        end = match.end()
        here, there = unmatched(quotation, find_quantities(match[0], side.locale))
        if here or there:
            lists = [", ".join(quantity.text for quantity in found) for found in (here, there)]
            yield (
                f"a quotation on the {side.language} page has {lists[0] or 'no number'}, "
                f"its translation in brackets {lists[1] or 'no number'}"
            )


def _quotations(one: Side, other: Side) -> Iterator[Difference]:
    """Look up on each side what the other quotes; what fails both ways is told once."""
    for here, there in ((one, other), (other, one)):
        passages = unanswered(here.block, here.locale, there.block, there.locale)
        for passage in passages:
            message = (
                f"the {here.language} quotes “{passage.text.strip()}”; the {there.language} "
                f"must quote the same words in {LANGUAGES.get(passage.lang, passage.lang)}"
            )
            if passage.lang != there.locale:
                message += f", as *…*{{ lang={passage.lang} }} between quotation marks"
            starts = (passage.start, 0) if here is one else (0, passage.start)
            yield differ(one, other, message, *starts)
        if passages:
            return
