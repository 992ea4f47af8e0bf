"""Addresses in small XML files: tiles for Windows, search descriptions, style sheets of XSLT."""

from dataclasses import dataclass

from linkcheck.document import Document, Use
from linkcheck.readers.xml_element import Element


@dataclass
class BrowserConfig:
    """Reads browserconfig.xml: the tiles of Windows."""

    document: Document
    prefix: str

    def start(self, element: Element) -> None:
        """Note a picture, or an address that is asked from time to time."""
        if "src" in element.attributes:
            place = f"{element.tag}[src]"
            self.document.add(element.attributes["src"], Use.RESOURCE, place, element.line)

    def end(self, element: Element) -> None:
        """Nothing stands as text."""


@dataclass
class SearchDescription:
    """Reads an OpenSearch description: how a browser searches the site."""

    document: Document
    prefix: str

    def start(self, element: Element) -> None:
        """Note a template, whose path has nothing to fill in."""
        template = element.attributes.get("template", "")
        if element.tag == "Url" and "{" not in template.partition("?")[0]:
            self.document.add(template, Use.METADATA, "Url[template]", element.line)

    def end(self, element: Element) -> None:
        """Note a picture, or the page with the search form."""
        if element.tag in ("Image", "SearchForm") and element.text:
            self.document.add(element.text, Use.METADATA, element.tag, element.first_line)


@dataclass
class Stylesheet:
    """Reads a style sheet of XSLT, which makes a page of a feed or a sitemap."""

    document: Document
    prefix: str

    def start(self, element: Element) -> None:
        """Note what it is made of, and the file names that the page will speak of."""
        if element.prefix == self.prefix and element.tag in ("import", "include"):
            written = element.attributes.get("href")
            self.document.add(written, Use.RESOURCE, f"xsl:{element.tag}", element.line)
        for value in element.attributes.values():
            self.document.mention(value)

    def end(self, element: Element) -> None:
        """Note the file names that its text speaks of."""
        self.document.mention(element.text)
