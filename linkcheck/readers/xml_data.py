"""Readers of small XML files: tiles of Windows, OpenSearch descriptions, OPML, XSLT."""

from linkcheck.document import Use
from linkcheck.readers.xml_element import Element, XmlReader


class BrowserConfig(XmlReader):
    """Reader of browserconfig.xml, the tiles of Windows."""

    def end(self, element: Element) -> None:
        """Add an image, or an address that Windows polls."""
        if "src" in element.attributes:
            place = f"{element.tag}[src]"
            self.document.add(element.attributes["src"], Use.RESOURCE, place, element.line)


class SearchDescription(XmlReader):
    """Reader of an OpenSearch description: how a browser searches the site."""

    def end(self, element: Element) -> None:
        """Add an image, the page of the search form, or a template without a variable path."""
        template = element.attributes.get("template", "")
        if element.tag == "Url" and "{" not in template.partition("?")[0]:
            self.document.add(template, Use.METADATA, "Url[template]", element.line)
        elif element.tag in ("Image", "SearchForm") and element.text:
            self.document.add(element.text, Use.METADATA, element.tag, element.first_line)


class Outlines(XmlReader):
    """Reader of OPML: lists of feeds."""

    def end(self, element: Element) -> None:
        """Add the feed and the site of an outline (opml.org, version 2.0)."""
        if element.tag == "outline":
            for name in ("xmlUrl", "htmlUrl", "url"):
                if written := element.attributes.get(name):
                    self.document.add(written, Use.METADATA, f"outline[{name}]", element.line)


class Stylesheet(XmlReader):
    """Reader of XSLT, which makes a page from a feed or a sitemap."""

    def end(self, element: Element) -> None:
        """Add what it imports, and the file names that may end up in the page."""
        if element.prefix == self.prefix and element.tag in ("import", "include"):
            written = element.attributes.get("href")
            self.document.add(written, Use.RESOURCE, f"xsl:{element.tag}", element.line)
        for text in (*element.attributes.values(), element.text):
            self.document.mention(text)
