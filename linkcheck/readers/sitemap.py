"""Addresses in a sitemap, or in an index of sitemaps (sitemaps.org)."""

from dataclasses import dataclass

from linkcheck.document import Alternate, Document, Reference, SitemapEntry, Use
from linkcheck.readers.xml_element import Element

# Of the pictures and films that a page of the sitemap shows: image:loc, video:content_loc...
_MEDIA = {"content_loc", "loc", "player_loc", "thumbnail_loc"}
_KINDS = {"image", "news", "video"}


@dataclass
class Sitemap:
    """Reads a <urlset> or a <sitemapindex>."""

    document: Document
    prefix: str
    alternates: list[Alternate] | None = None
    is_index: bool = False

    def start(self, element: Element) -> None:
        """Begin a page, and note its versions in other languages."""
        self.document.for_programs = True
        if element.tag == "urlset":
            self.document.is_sitemap = True
        elif element.tag == "sitemapindex":
            self.is_index = True
        elif element.tag == "url" and element.prefix == self.prefix:
            self.alternates = []
        elif element.tag == "link" and "hreflang" in element.attributes:
            written = element.attributes.get("href", "")
            self.document.add(written, Use.METADATA, "xhtml:link", element.line)
            if self.alternates is not None:
                hreflang = element.attributes["hreflang"]
                self.alternates.append(Alternate(hreflang, written, element.line))

    def end(self, element: Element) -> None:
        """Note the address of a page, a sitemap or a picture."""
        if element.prefix != self.prefix:
            if element.tag in _MEDIA:
                place = f"{element.prefix}:{element.tag}"
                self.document.add(element.text, Use.METADATA, place, element.first_line)
            if element.tag in _KINDS and self.document.entries:
                self.document.entries[-1].has_media = True
        elif element.tag == "loc":
            location = Reference(element.text, Use.METADATA, "loc", element.first_line)
            self.document.references.append(location)
            if self.is_index:
                self.document.sitemaps.append(element.text)
            if self.alternates is not None:
                self.document.entries.append(SitemapEntry(location, self.alternates))
