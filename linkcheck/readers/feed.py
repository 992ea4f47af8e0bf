"""Reader of feeds: RSS 2.0, RSS 1.0 (RDF) and Atom, and the HTML within them."""

from linkcheck.document import ParsedDocument, Use
from linkcheck.readers.elements import Vocabulary, read_element
from linkcheck.readers.html import read_html_of_feed
from linkcheck.readers.xml_element import SVG, Element, XmlReader

_ATOM = "http://www.w3.org/2005/Atom"
_ADDRESSES = {"comments", "docs", "guid", "icon", "link", "logo", "uri", "url"}
_HTML_OF_RSS = {"description", "encoded"}
_TEXTS_OF_ATOM = {"content", "rights", "subtitle", "summary", "title"}


class Feed(XmlReader):
    """Reader of a <feed>, an <rss> or an <rdf:RDF>."""

    def __init__(self, document: ParsedDocument, prefix: str) -> None:
        super().__init__(document, prefix)
        self.is_atom = False
        self.prefixes: set[str] = set()  # bound to Atom's namespace
        # The part for the XHTML that is being read, and the element that contains it.
        self.xhtml: tuple[ParsedDocument, Element] | None = None

    def start(self, element: Element) -> None:
        """Add the addresses in attributes, and start a part at XHTML."""
        self.document.for_programs = True
        for name, value in element.attributes.items():
            if value == _ATOM and name.startswith("xmlns"):
                self.prefixes.add(name.partition(":")[2])
        if element.tag == "feed":
            self.is_atom = True
        if self.xhtml:
            vocabulary = Vocabulary.SVG if element.namespace == SVG else Vocabulary.HTML
            attributes = element.attributes_of_html
            read_element(
                element.tag.lower(), attributes, element.line, self.xhtml[0], vocabulary=vocabulary
            )
            return
        for name in ("href", "src", "url"):
            if written := element.attributes.get(name):
                place = f"{element.tag}[{name}]"
                self.document.add(written, Use.METADATA, place, element.line, element.base)
        if self._is_text(element) and element.attributes.get("type") == "xhtml":
            part = self.document.add_part(element.base)
            part.in_feed = True
            self.xhtml = part, element

    def end(self, element: Element) -> None:
        """Add an address in text, or those in escaped HTML."""
        if self.xhtml:
            if self.xhtml[1] is element:
                self.xhtml = None
        elif self._contains_html(element):
            html = "".join(element.parts)
            read_html_of_feed(html, self.document, element.text_line, element.base)
        elif self._contains_address(element):
            line = element.first_line
            self.document.add(element.text, Use.METADATA, element.tag, line, element.base)

    def _is_own(self, element: Element) -> bool:
        """Return True for the feed's own vocabulary: comments, not slash:comments."""
        own = "" if self.prefix == "rdf" else self.prefix
        return element.prefix == own or element.prefix in self.prefixes

    def _is_text(self, element: Element) -> bool:
        return self.is_atom and self._is_own(element) and element.tag in _TEXTS_OF_ATOM

    def _contains_address(self, element: Element) -> bool:
        if element.tag not in _ADDRESSES or element.attributes.get("isPermaLink") == "false":
            return False
        return bool(element.text) and self._is_own(element)

    def _contains_html(self, element: Element) -> bool:
        if not self.is_atom:
            return element.tag in _HTML_OF_RSS and "<" in element.text
        kind = element.attributes.get("type", "text")
        return self._is_text(element) and kind in ("html", "text/html")
