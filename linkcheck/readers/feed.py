"""Addresses in a feed: RSS 2.0, RSS 1.0 (RDF) and Atom, and the HTML within."""

from dataclasses import dataclass, field

from linkcheck.document import Document, Use
from linkcheck.readers.elements import read_element
from linkcheck.readers.html import read_html_of_feed
from linkcheck.readers.xml_element import Element

_ATOM = "http://www.w3.org/2005/Atom"
_ADDRESSES = {"comments", "docs", "guid", "icon", "link", "logo", "uri", "url"}
_HTML_OF_RSS = {"description", "encoded"}
_TEXTS_OF_ATOM = {"content", "rights", "subtitle", "summary", "title"}


@dataclass
class Feed:
    """Reads a <feed>, an <rss> or an <rdf:RDF>.

    Attributes:
        document: the feed.
        prefix: the prefix of its root's name.
        is_atom: whether it is a <feed>.
        prefixes: those that stand for Atom's name space.
        within: the XHTML that is being read, and the element that holds it.
    """

    document: Document
    prefix: str
    is_atom: bool = False
    prefixes: set[str] = field(default_factory=set)
    within: tuple[Document, Element] | None = None

    def start(self, element: Element) -> None:
        """Note the addresses that stand in attributes."""
        self.document.for_programs = True
        for name, value in element.attributes.items():
            if value == _ATOM and name.startswith("xmlns"):
                self.prefixes.add(name.partition(":")[2])
        if element.tag == "feed":
            self.is_atom = True
        if self.within:
            attributes: dict[str, str | None] = {**element.attributes}
            read_element(element.tag.lower(), attributes, element.line, self.within[0])
            return
        for name in ("href", "src", "url"):
            if written := element.attributes.get(name):
                place = f"{element.tag}[{name}]"
                self.document.add(written, Use.METADATA, place, element.line, element.base)
        if self._is_text(element) and element.attributes.get("type") == "xhtml":
            part = self.document.add_part(element.base)
            part.in_feed = True
            self.within = part, element

    def end(self, element: Element) -> None:
        """Note the addresses that stand as text, and those in HTML."""
        if self.within:
            if self.within[1] is element:
                self.within = None
        elif self._holds_html(element):
            read_html_of_feed(
                "".join(element.parts), self.document, element.text_line, element.base
            )
        elif self._holds_address(element):
            line = element.first_line
            self.document.add(element.text, Use.METADATA, element.tag, line, element.base)

    def _is_own(self, element: Element) -> bool:
        """Say whether the element is of the feed's own vocabulary: not slash:comments."""
        own = "" if self.prefix == "rdf" else self.prefix
        return element.prefix == own or element.prefix in self.prefixes

    def _is_text(self, element: Element) -> bool:
        return self.is_atom and self._is_own(element) and element.tag in _TEXTS_OF_ATOM

    def _holds_address(self, element: Element) -> bool:
        if element.tag not in _ADDRESSES or element.attributes.get("isPermaLink") == "false":
            return False
        return bool(element.text) and self._is_own(element)

    def _holds_html(self, element: Element) -> bool:
        if not self.is_atom:
            return element.tag in _HTML_OF_RSS and "<" in element.text
        kind = element.attributes.get("type", "text")
        return self._is_text(element) and kind in ("html", "text/html")
