"""Translations of quotations that a block has beside the original words.

Pages print a quotation in their own language, except those that have what was said in both.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.parity.blocks import PageBlock

_TRANSLATION = re.compile(
    r"^[«“][^»”]*[»”]\s\((?:notre traduction|our translation)\)"
    r"|\((?:[^()]|\([^()]*\))*?(?:notre traduction|our translation)(?:[^()]|\([^()]*\))*\)",
    re.MULTILINE,
)


class TranslatedQuotation(NamedTuple):
    """A translation, and the passages in another language that it translates.

    Each is a start and an end in the text of the block, a passage with its language.
    """

    start: int
    end: int
    originals: list[tuple[int, int, str]]


def translated_quotations(block: PageBlock) -> Iterator[TranslatedQuotation]:
    """Yield the translations of quotations: brackets that say “our translation”, or a paragraph
    that ends with them, as below a block quotation. The original words are before it.
    """
    end = 0
    for match in _TRANSLATION.finditer(block.text):
        originals = [one for one in block.foreign if end <= one[0] and one[1] <= match.start()]
        if originals:
            yield TranslatedQuotation(match.start(), match.end(), originals)
        end = match.end()
