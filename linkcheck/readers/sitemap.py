"""Reader of sitemaps and sitemap indexes (sitemaps.org)."""

from linkcheck.document import Alternate, ParsedDocument, SitemapEntry, Use
from linkcheck.readers.xml_element import Element, XmlReader

# Images and videos of a page: image:loc, video:content_loc...
_MEDIA_ADDRESSES = {"content_loc", "loc", "player_loc", "thumbnail_loc"}
_MEDIA = {"image", "news", "video"}


class Sitemap(XmlReader):
    """Reader of a <urlset> or a <sitemapindex>."""

    def __init__(self, document: ParsedDocument, prefix: str) -> None:
        super().__init__(document, prefix)
        self.alternates: list[Alternate] | None = None
        self.is_index = False

    def start(self, element: Element) -> None:
        """Start an entry, or add a version in another language to it."""
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
        """Add the address of a page, a sitemap, an image or a video."""
        if element.prefix != self.prefix:
            if element.tag in _MEDIA_ADDRESSES:
                place = f"{element.prefix}:{element.tag}"
                self.document.add(element.text, Use.METADATA, place, element.first_line)
            if element.tag in _MEDIA and self.document.entries:
                self.document.entries[-1].has_media = True
        elif element.tag == "loc":
            location = self.document.add(element.text, Use.METADATA, "loc", element.first_line)
            if self.is_index:
                self.document.sitemaps.append(element.text)
            if self.alternates is not None:
                self.document.entries.append(SitemapEntry(location, self.alternates))
