"""Reader of XML files, which picks the kind by the root element."""

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urljoin
from xml.parsers import expat

from linkcheck.document import ParsedDocument, Use
from linkcheck.readers.feed import Feed
from linkcheck.readers.sitemap import Sitemap
from linkcheck.readers.svg import SvgReader
from linkcheck.readers.xml_data import BrowserConfig, Outlines, SearchDescription, Stylesheet
from linkcheck.readers.xml_element import XLINK, Element, XmlReader

_HREF = re.compile(r"""\bhref\s*=\s*("[^"]*"|'[^']*')""")
_KINDS: Mapping[str, type[XmlReader]] = {
    "OpenSearchDescription": SearchDescription,
    "RDF": Feed,
    "browserconfig": BrowserConfig,
    "feed": Feed,
    "html": SvgReader,
    "opml": Outlines,
    "rss": Feed,
    "sitemapindex": Sitemap,
    "stylesheet": Stylesheet,
    "svg": SvgReader,
    "transform": Stylesheet,
    "urlset": Sitemap,
}


def read_xml(data: bytes, document: ParsedDocument) -> None:
    """Add what an XML file contains; a file of an unknown kind is only parsed."""
    try:
        _Walker(document).parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not well-formed XML: {expat.ErrorString(error.code)}"
        # At column 0, the error is at the end of the line before.
        document.report("malformed", max(error.lineno - (error.offset == 0), 1), message)
    except (LookupError, ValueError) as error:
        document.report("malformed", 1, f"unknown encoding ({error}): save the file as UTF-8")


class _Walker:
    def __init__(self, document: ParsedDocument) -> None:
        self.document = document
        self.open: list[Element] = []
        self.reader: XmlReader | None = None
        # The namespaces that each prefix is bound to, the innermost last.
        self.namespaces: dict[str, list[str]] = {"xlink": [XLINK]}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, tag = name.rpartition(":")
        base = self.open[-1].base if self.open else None
        if "xml:base" in attributes:
            base = _join(base or "", attributes["xml:base"])
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                self.namespaces.setdefault(key[6:], []).append(value)
        element = Element(
            tag, prefix, attributes, self.parser.CurrentLineNumber, base, self._namespace(prefix)
        )
        for key, value in attributes.items():
            start, _, local = key.rpartition(":")
            if start and local == "href" and self._namespace(start) == XLINK:
                element.xlink_href = value
        if not self.open and tag in _KINDS:
            self.reader = _KINDS[tag](self.document, prefix)
        self.open.append(element)
        if self.reader:
            self.reader.start(element)

    def _end(self, _: str) -> None:
        element = self.open.pop()
        if self.reader:
            self.reader.end(element)
        for key in element.attributes:
            if key == "xmlns" or key.startswith("xmlns:"):
                self.namespaces[key[6:]].pop()

    def _namespace(self, prefix: str) -> str:
        bound = self.namespaces.get(prefix)
        return bound[-1] if bound else ""

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


def _join(base: str, written: str) -> str:
    """Join two addresses that may both be relative; rules resolve them against the file's URL."""
    try:
        return urljoin(base, written)
    except ValueError:
        return written
