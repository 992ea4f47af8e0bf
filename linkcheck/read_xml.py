"""Addresses in XML files: sitemaps, feeds and SVG pictures."""

from xml.parsers import expat

from linkcheck.document import Alternate, Document, Reference, SitemapEntry, Use
from linkcheck.read_css import read_style_attribute, read_stylesheet

# Of the pictures and films that a page of the sitemap shows: image:loc, video:content_loc...
_MEDIA = {"content_loc", "loc", "player_loc", "thumbnail_loc"}
_FEED_TEXTS = {"link", "url", "uri", "docs", "comments", "guid", "icon", "logo"}


def read_xml(data: bytes, document: Document) -> None:
    """Note what a sitemap, a feed or a picture holds; what else is XML is only parsed."""
    reader = _Reader(document)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"it is not well-formed XML: {expat.ErrorString(error.code)}"
        # At the very start of a line, what is wrong ended with the line before.
        line = max(error.lineno - (error.offset == 0), 1)
        document.faults.append(("malformed", line, "", message))
    except (LookupError, ValueError) as error:
        message = f"its encoding cannot be read ({error}): save it as UTF-8"
        document.faults.append(("malformed", 1, "", message))


class _Reader:
    """Walks an XML file; element names are taken without their prefix."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = ""
        self.parts: list[str] = []
        self.attributes: dict[str, str] = {}
        self.style: list[str] = []
        self.style_line = 1
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self.root = self.root or tag
        self.parts = []
        self.attributes = attributes
        line = self.parser.CurrentLineNumber
        if tag == "style":
            self.style, self.style_line = [], line
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
        text = "".join(self.parts).strip()
        self.parts = []
        if ":" in name and self.root == "urlset":
            if tag in _MEDIA:
                self.document.add(text, Use.METADATA, name, line)
        elif tag == "loc" and self.root in ("urlset", "sitemapindex"):
            location = Reference(text, Use.METADATA, "loc", line)
            self.document.references.append(location)
            if self.root == "urlset":
                self.document.entries.append(SitemapEntry(location))
        elif self.root in ("rss", "RDF", "feed") and tag in _FEED_TEXTS and text:
            if self.attributes.get("isPermaLink") != "false":
                self.document.add(text, Use.METADATA, tag, line)
        elif self.root == "svg" and tag == "style":
            read_stylesheet("".join(self.style), self.document, self.style_line)

    def _characters(self, data: str) -> None:
        self.parts.append(data)
        if self.root == "svg":
            self.style.append(data)

    def _picture(self, tag: str, attributes: dict[str, str], line: int) -> None:
        for name, value in attributes.items():
            if name.rpartition(":")[2] == "href":
                use = Use.LINK if tag == "a" else Use.RESOURCE
                self.document.add(value, use, f"{tag}[{name}]", line)
            elif name == "id":
                self.document.add_id(value, line)
            elif name == "style":
                read_style_attribute(value, self.document, line)
