"""One block of a page, as it is compared."""

from dataclasses import dataclass, field

CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a block's text for a code span."""


@dataclass
class Block:
    """One block: a heading, a paragraph, a list, an item of it, a table, a row...

    Attributes:
        kind: in words, "paragraph" or "table row".
        name: what tells it apart: a heading's id, a row's number of cells, the name of a
            data block; or "".
        identifier: the id of a term or of an item, which both languages share, or "".
        section: the id of the heading that it stands under, or "".
        line: where it starts in the source, from 1; 0 for built HTML.
        text: what is read, without citations, code spans as `CODE`, paragraphs and cells
            apart by an empty line.
        foreign: start and end in the text of each passage in another language, and that
            language.
        citations: the claims cited, in order.
        links: the targets of links, in order.
        pictures: the addresses of pictures, in order.
        alternatives: the words that stand for the pictures, in order.
        code: code spans and blocks, in order.
    """

    kind: str
    name: str = ""
    identifier: str = ""
    section: str = ""
    line: int = 0
    text: str = ""
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is read, on one line, code spans too."""
        text = self.text
        for code in self.code:
            text = text.replace(CODE, f"`{code}`", 1)
        return " ".join(text.split())

    def line_at(self, offset: int) -> int:
        """Return the source's line of a place in the text."""
        starts = [piece for piece in self.pieces if piece[0] <= offset] or [(0, self.line)]
        start, line = starts[-1]
        return line + self.text.count("\n", start, offset) if line else 0
