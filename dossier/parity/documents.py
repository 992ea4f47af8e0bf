"""A page as a document to compare, and a difference between two, with its place in each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossier.files.problems import read_text
from dossier.locales import Locale
from dossier.pages.page import Page
from dossier.parity.block import Block
from dossier.parity.markdown_blocks import read_markdown

LANGUAGES: dict[str, str] = {"fr": "French", "en": "English"}
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A page in one language: its locale, its file as messages name it, its blocks."""

    locale: Locale
    name: str
    blocks: Sequence[Block]

    def place(self, block: Block | None, offset: int = 0) -> str:
        """Return where a block, or an offset in its text, stands: file:line, else file#section."""
        if block and block.line:
            return f"{self.name}:{block.line_at(offset) if offset else block.line}"
        return f"{self.name}#{block.section}" if block and block.section else self.name


class Side(NamedTuple):
    """A block and the document that it stands in."""

    document: Document
    block: Block

    @property
    def locale(self) -> Locale:
        """The language of the document."""
        return self.document.locale

    @property
    def language(self) -> str:
        """The language of the document, as messages name it."""
        return LANGUAGES[self.locale]


@dataclass(frozen=True)
class Difference:
    """What differs, in one sentence, and its place in each file."""

    original: str
    translation: str
    message: str

    def __str__(self) -> str:
        return f"{self.original} / {self.translation}: {self.message}"


def differ(
    one: Side, other: Side, message: str, offset: int = 0, other_offset: int = 0
) -> Difference:
    """Return a difference between two blocks, at places in their texts."""
    places = one.document.place(one.block, offset), other.document.place(other.block, other_offset)
    return Difference(*places, message)


def read_document(page: Page) -> Document:
    """Return a page as its blocks, title and description first.

    Raises:
        DossierError: it can no longer be read.
    """
    source = read_text(page.file)
    match = _FRONT_MATTER.match(source)
    front = match[0] if match else ""
    blocks = [
        Block(name, line=front[: front.find(f"\n{name}:") + 1].count("\n") + 1, text=text)
        for name, text in (
            ("title", page.front_matter.title),
            ("description", page.front_matter.description),
        )
    ]
    blocks += read_markdown(source, len(front), page.locale)
    return Document(page.locale, str(page.file), blocks)
