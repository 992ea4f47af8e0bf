"""The text of pages as rules of the editorial line read it: blocks, sentences, citations."""

import re
from collections.abc import Iterable, Iterator

from dossier.pages.page import Page, blank_code, without_front_matter

CITATION = re.compile(r"\[\^([^\]]+)\]")
# A sentence ends with its point and, in English, the citations behind it.
_SENTENCE_END = re.compile(r"(?<=[.!?])((?:[»”])?(?:\[\^[^\]]+\])*)\s+(?=[«“\[]?\W?[A-ZÀ-Ý0-9*])")
_TAG = re.compile(r"</?div[^<>]*>")


def page_parts(page: Page) -> list[str]:
    """Return what is between empty lines of a page, without code: headings, blocks, tags."""
    return re.split(r"\n{2,}", blank_code(without_front_matter(page.source)).strip())


def blocks(pages: Iterable[Page]) -> Iterator[tuple[Page, str]]:
    """Yield the blocks of pages without code: paragraphs, lists, tables, quotations."""
    for page in pages:
        for block in page_parts(page):
            if not block.startswith(("#", "<!--")) and not _TAG.fullmatch(block):
                yield page, block


def sentences(block: str) -> Iterator[str]:
    """Yield the sentences of a block; an item of a list or a row of a table is one."""
    for line in block.split("\n"):
        start = 0
        for end in _SENTENCE_END.finditer(line):
            yield line[start : end.end()]
            start = end.end()
        yield line[start:]
