"""The blocks of a page, in the form in which the two languages are compared."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.locales import Locale

CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Placeholder for a code span in the text of a block."""
LANGUAGES: dict[str, str] = {"fr": "French", "en": "English"}
"""The languages of the site, as messages name them."""


def with_article(label: str) -> str:
    """Return the label of a block with “a” or “an”."""
    return f"{'an' if label.startswith('image') else 'a'} {label}"


@dataclass
class PageBlock:
    """A heading, paragraph, list, list item, table, table row...

    Attributes:
        kind: in words, "paragraph" or "table row".
        name: what else must be the same in both languages: the id of a heading, the number
            of cells of a row, the name of a data block; or "".
        section: the id of the heading above, or "".
        identifier: the id of a term or item, which both languages share, or "".
        line: the first line in the source, from 1; 0 for built HTML.
        text: what is read, without citations, with `CODE` for each code span and an empty
            line between paragraphs and cells.
        foreign: start and end, in the text, of each passage in another language, and that
            language.
        citations: the ids of cited claims. All lists are in order.
        pieces: offsets in the text, with the source line of each.
    """

    kind: str
    locale: Locale
    name: str = ""
    section: str = ""
    identifier: str = ""
    line: int = 0
    text: str = ""
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the page, as messages name it."""
        return LANGUAGES[self.locale]

    @property
    def label(self) -> str:
        """The kind and name."""
        return f"{self.kind} {self.name}".rstrip()

    @property
    def words(self) -> str:
        """What is read, code spans included, on one line."""
        text = self.text
        for code in self.code:
            text = text.replace(CODE, f"`{code}`", 1)
        return " ".join(text.split())

    def line_at(self, offset: int) -> int:
        """Return the source line of an offset in the text."""
        starts = [piece for piece in self.pieces if piece[0] <= offset] or [(0, self.line)]
        start, line = starts[-1]
        return line + self.text.count("\n", start, offset) if line else 0


@dataclass(frozen=True)
class ComparedPage:
    """A page in one language: its blocks, and its file as messages name it."""

    locale: Locale
    name: str
    blocks: Sequence[PageBlock]

    def place(self, block: PageBlock | None, offset: int = 0) -> str:
        """Return where a block, or an offset in its text, is: file:line, else file#section."""
        if block and block.line:
            return f"{self.name}:{block.line_at(offset) if offset else block.line}"
        return f"{self.name}#{block.section}" if block and block.section else self.name
