"""Addresses in XML files: what kind of file it is, its root element says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Protocol
from urllib.parse import urljoin
from xml.parsers import expat

from linkcheck.document import Document, Use
from linkcheck.readers.feed import Feed
from linkcheck.readers.sitemap import Sitemap
from linkcheck.readers.svg import Picture
from linkcheck.readers.xml_data import BrowserConfig, SearchDescription, Stylesheet
from linkcheck.readers.xml_element import Element

_HREF = re.compile(r"""\bhref\s*=\s*("[^"]*"|'[^']*')""")


class _Kind(Protocol):
    """What is read of a kind of file, element by element."""

    def start(self, element: Element) -> None:
        """Read an element of which the text is not known yet."""

    def end(self, element: Element) -> None:
        """Read an element of which the text is known."""


_KINDS: Mapping[str, type] = {
    "OpenSearchDescription": SearchDescription,
    "RDF": Feed,
    "browserconfig": BrowserConfig,
    "feed": Feed,
    "html": Picture,
    "rss": Feed,
    "sitemapindex": Sitemap,
    "stylesheet": Stylesheet,
    "svg": Picture,
    "transform": Stylesheet,
    "urlset": Sitemap,
}


def read_xml(data: bytes, document: Document) -> None:
    """Note what an XML file holds; one of a kind that is not known is only parsed."""
    walker = _Walker(document)
    try:
        walker.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"it is not well-formed XML: {expat.ErrorString(error.code)}"
        # At the very start of a line, what is wrong ended with the line before.
        line = max(error.lineno - (error.offset == 0), 1)
        document.faults.append(("malformed", line, "", message))
    except (LookupError, ValueError) as error:
        message = f"its encoding cannot be read ({error}): save it as UTF-8"
        document.faults.append(("malformed", 1, "", message))


@dataclass
class _Walker:
    document: Document
    open: list[Element] = field(default_factory=list)
    kind: _Kind | None = None

    def __post_init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, tag = name.rpartition(":")
        base = self.open[-1].base if self.open else None
        if "xml:base" in attributes:
            base = _joined(base or "", attributes["xml:base"])
        line = self.parser.CurrentLineNumber
        element = Element(tag, prefix, attributes, line, base)
        if not self.open and tag in _KINDS:
            self.kind = _KINDS[tag](self.document, prefix)
        self.open.append(element)
        if self.kind:
            self.kind.start(element)

    def _end(self, _: str) -> None:
        element = self.open.pop()
        if self.kind:
            self.kind.end(element)

    def _text(self, data: str) -> None:
        element = self.open[-1]
        if not element.parts:
            element.text_line = self.parser.CurrentLineNumber
        element.parts.append(data)

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet" and (match := _HREF.search(data)):
            written = unescape(match[1][1:-1])
            if not written.startswith("#"):
                line = self.parser.CurrentLineNumber
                self.document.add(written, Use.RESOURCE, "xml-stylesheet", line)


def _joined(base: str, written: str) -> str:
    """Join what may be relative both times; it is resolved where the file's address is known."""
    try:
        return urljoin(base, written)
    except ValueError:
        return written
