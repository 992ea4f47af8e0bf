"""Addresses and ids in an SVG picture, and in a page of XHTML."""

from dataclasses import dataclass, replace

from linkcheck.document import Document
from linkcheck.readers.elements import read_element
from linkcheck.readers.head import read_meta
from linkcheck.readers.html import read_srcdoc, read_text
from linkcheck.readers.xml_element import Element


@dataclass
class Picture:
    """Reads an <svg> or an <html>."""

    document: Document
    prefix: str

    def start(self, element: Element) -> None:
        """Note what the attributes hold."""
        tag = element.tag.lower()
        attributes: dict[str, str | None] = {
            name if name.startswith("xml:") else _plain(name): value
            for name, value in element.attributes.items()
        }
        first = len(self.document.references)
        read_element(tag, attributes, element.line, self.document)
        if element.base is not None and not self.document.is_page:  # in pages it is no more
            for index, one in enumerate(self.document.references[first:], first):
                if one.base is None:
                    self.document.references[index] = replace(one, base=element.base)
        if tag == "meta":
            read_meta(attributes, element.line, self.document)
        elif tag == "iframe" and attributes.get("srcdoc"):
            read_srcdoc(attributes["srcdoc"] or "", self.document, element.line)

    def end(self, element: Element) -> None:
        """Note what a style sheet or a script holds."""
        attributes: dict[str, str | None] = {**element.attributes}
        text = "".join(element.parts)
        read_text(element.tag.lower(), attributes, text, element.text_line, self.document)


def _plain(name: str) -> str:
    """Return the name as HTML has it: x:href is xlink:href, whatever the prefix."""
    prefix, _, local = name.rpartition(":")
    return "xlink:href" if prefix and local == "href" else name
