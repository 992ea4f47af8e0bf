"""Parity: a page and its translation have the same structure and state the same facts.

Blocks and their order, citations, links, images, code, and the values of numbers and dates
must be the same; the wording of a sentence is free.
"""

from collections.abc import Sequence
from pathlib import Path

from dossier.files.problems import DossierError
from dossier.pages.page import Page, named_path
from dossier.parity.compare_pages import Difference, compare_pages
from dossier.parity.markdown_blocks import read_page
from dossier.translation.state import translation_states

__all__ = ["Difference", "compare", "differences", "pairs"]


def compare(original: Page, translation: Page) -> list[Difference]:
    """Return the differences between two pages, in the order of their blocks."""
    return compare_pages(read_page(original), read_page(translation))


def pairs(pages: Sequence[Page]) -> list[tuple[Page, Page]]:
    """Return each original that is translated, with its translation."""
    return [
        (page.original, page.translation)
        for page in translation_states(pages)
        if page.original and page.translation
    ]


def differences(pages: Sequence[Page], name: str | None = None) -> list[Difference]:
    """Return the differences in every pair of pages, or in the pair that the user named.

    Raises:
        DossierError: there is no such pair.
    """
    path = None if name is None else named_path(name)
    chosen = [pair for pair in pairs(pages) if path in (None, pair[0].path)]
    if name is not None and not chosen:
        message = "there is no such page in both languages: name one by its address, as incident/"
        raise DossierError.at(Path(name), 1, message)
    return [difference for pair in chosen for difference in compare(*pair)]
