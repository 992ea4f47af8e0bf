"""Addresses in XML files: sitemaps, feeds and SVG pictures."""

from xml.parsers import expat

from linkcheck.document import Alternate, Document, Reference, SitemapEntry, Use
from linkcheck.read_css import read_style_attribute, read_stylesheet

_FEED_TEXTS = {"link", "url", "docs", "comments", "guid", "icon", "logo"}


def read_xml(data: bytes, document: Document) -> None:
    """Note what a sitemap, a feed or a picture holds; what else is XML is only parsed."""
    reader = _Reader(document)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"it is not well-formed XML: {expat.ErrorString(error.code)}"
        document.faults.append(("malformed", error.lineno, "", message))


class _Reader:
    """Walks an XML file; element names are taken without their prefix."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = ""
        self.text = ""
        self.attributes: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self.root = self.root or tag
        self.text, self.attributes = "", attributes
        line = self.parser.CurrentLineNumber
        if self.root == "svg":
            self._picture(tag, attributes, line)
        elif self.root == "urlset" and tag == "link" and "hreflang" in attributes:
            written = attributes.get("href", "")
            self.document.add(written, Use.METADATA, "xhtml:link", line)
            if self.document.entries:
                alternate = Alternate(attributes["hreflang"], written, line)
                self.document.entries[-1].alternates.append(alternate)
        elif self.root in ("feed", "rss", "RDF"):
            for attribute in ("href", "src") if self.root == "feed" else ("url", "href"):
                if attributes.get(attribute):
                    place = f"{tag}[{attribute}]"
                    self.document.add(attributes[attribute], Use.METADATA, place, line)

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        line = self.parser.CurrentLineNumber
        text = self.text.strip()
        self.text = ""
        if tag == "loc" and self.root in ("urlset", "sitemapindex"):
            location = Reference(text, Use.METADATA, "loc", line)
            self.document.references.append(location)
            if self.root == "urlset":
                self.document.entries.append(SitemapEntry(location))
        elif self.root in ("rss", "RDF", "feed") and tag in _FEED_TEXTS and text:
            if self.attributes.get("isPermaLink") != "false":
                self.document.add(text, Use.METADATA, tag, line)
        elif self.root == "svg" and tag == "style":
            read_stylesheet(text, self.document, line)

    def _characters(self, data: str) -> None:
        self.text += data

    def _picture(self, tag: str, attributes: dict[str, str], line: int) -> None:
        for name, value in attributes.items():
            if name.rpartition(":")[2] == "href":
                use = Use.LINK if tag == "a" else Use.RESOURCE
                self.document.add(value, use, f"{tag}[{name}]", line)
            elif name == "id":
                self.document.add_id(value, line)
            elif name == "style":
                read_style_attribute(value, self.document, line)
