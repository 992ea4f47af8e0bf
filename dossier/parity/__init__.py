"""Parity: a page and its translation have the same skeleton and state the same facts.

Blocks and their order, citations, links, pictures, code, numbers and dates as values, and
quotations word for word are the same in both; how a sentence is turned is free.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dossier.files.problems import DossierError, Problem
from dossier.locales import LOCALES, ORIGINAL
from dossier.pages.page import Page
from dossier.parity.comparison import compare_documents
from dossier.parity.documents import Difference, read_document

__all__ = ["Difference", "compare", "differences", "pairs"]


def compare(original: Page, translation: Page) -> list[Difference]:
    """Return what differs between two pages, in the order of their blocks.

    Raises:
        DossierError: a page can no longer be read.
    """
    return compare_documents(read_document(original), read_document(translation))


def pairs(pages: Iterable[Page]) -> list[tuple[Page, Page]]:
    """Return each original with its translation; a page that stands alone is passed over."""
    by_address = {(page.locale, page.path): page for page in pages}
    return [
        (page, by_address[other, path])
        for (locale, path), page in by_address.items()
        for other in LOCALES
        if locale == ORIGINAL != other and (other, path) in by_address
    ]


def differences(pages: Sequence[Page], wanted: str | None = None) -> list[Difference]:
    """Return what differs in every pair of pages, or in the one wanted.

    Args:
        pages: all pages.
        wanted: a page's address within its language, as "incident/" ("/" for the home
            page), or the file of either language.

    Raises:
        DossierError: there is no such pair.
    """
    chosen = [pair for pair in pairs(pages) if wanted is None or _names(wanted, pair)]
    if wanted is not None and not chosen:
        message = "there is no such page in both languages: name one by its address, as incident/"
        raise DossierError([Problem(Path(wanted), 1, message)])
    return [difference for pair in chosen for difference in compare(*pair)]


def _names(wanted: str, pair: tuple[Page, Page]) -> bool:
    return wanted.strip("/") == pair[0].path.strip("/") or Path(wanted) in [p.file for p in pair]
