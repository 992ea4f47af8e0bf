"""A Markdown extension that makes the list of footnotes accessible.

It gives the list a heading and the role doc-endnotes, references and backlinks their roles, and
each backlink a name of its own: "Back to reference 3b".
"""

from string import ascii_lowercase
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADING_ID = "footnotes"

_REFERENCE, _BACKLINK = "footnote-ref", "footnote-backref"
_AFTER_TABLE_OF_CONTENTS = 3
"""The priority of the tree processor: after the table of contents, which omits the heading."""


class Endnotes(Extension):  # type: ignore[misc]  # Markdown has no types
    """Labels the footnotes: `heading` above them, `backlink` with {} for the reference."""

    def __init__(self, heading: str = "", backlink: str = "{}") -> None:
        super().__init__()
        self.heading, self.backlink = heading, backlink

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's name for it
        """Register the processor."""
        processor = _EndnoteLabels(self.heading, self.backlink)
        md.treeprocessors.register(processor, "endnotes", _AFTER_TABLE_OF_CONTENTS)


def makeExtension(**options: Any) -> Endnotes:  # noqa: N802  # Markdown's name for it
    """Return the extension. Markdown calls this for the name of the module."""
    return Endnotes(**options)


class _EndnoteLabels(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    def __init__(self, heading: str, backlink: str) -> None:
        super().__init__()
        self._heading, self._backlink = heading, backlink

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == _REFERENCE:
                link.set("role", "doc-noteref")
        for part in root.findall("div[@class='footnote']"):
            self._label(part)

    def _label(self, part: Element) -> None:
        part.set("role", "doc-endnotes")
        part.set("aria-labelledby", HEADING_ID)
        heading = part[0]  # the rule that Markdown draws above the notes
        heading.tag, heading.text = "h2", self._heading
        heading.set("id", HEADING_ID)
        for number, note in enumerate(part.iter("li"), 1):
            backlinks = note.findall(f".//a[@class='{_BACKLINK}']")
            for index, link in enumerate(backlinks):
                link.text = f"{number}{_letters(index)}" if len(backlinks) > 1 else str(number)
                link.tail = " "
                del link.attrib["title"]
                link.set("role", "doc-backlink")
                link.set("aria-label", self._backlink.format(link.text))


def _letters(index: int) -> str:
    """Return the letters of the reference at `index`: "a" to "z", then "aa"."""
    more, last = divmod(index, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]
