"""Reader of SVG images and of XHTML pages."""

from dataclasses import replace

from linkcheck.readers.elements import read_element
from linkcheck.readers.head import read_meta
from linkcheck.readers.html import read_srcdoc, read_text
from linkcheck.readers.scripts import CODE, kind_of
from linkcheck.readers.start_tags import Attributes
from linkcheck.readers.xml_element import Element, XmlReader


class SvgReader(XmlReader):
    """Reader of an <svg> or an <html>."""

    def start(self, element: Element) -> None:
        """Add what the attributes contain."""
        tag = element.tag.lower()
        attributes: Attributes = {
            name if name.startswith("xml:") else _plain(name): value
            for name, value in element.attributes.items()
        }
        references = self.document.references
        first = len(references)
        read_element(tag, attributes, element.line, self.document)
        if element.base is not None and not self.document.is_page:  # HTML dropped xml:base
            references[first:] = [
                replace(one, base=element.base) if one.base is None else one
                for one in references[first:]
            ]
        if tag == "script" and kind_of(attributes) in CODE:
            self.document.runs_scripts = True
        elif tag == "meta":
            read_meta(attributes, element.line, self.document)
        elif tag == "iframe" and attributes.get("srcdoc"):
            read_srcdoc(attributes["srcdoc"] or "", self.document, element.line)

    def end(self, element: Element) -> None:
        """Add what a style sheet or a script contains."""
        text, line = "".join(element.parts), element.text_line
        read_text(element.tag.lower(), {**element.attributes}, text, line, self.document)


def _plain(name: str) -> str:
    """Return the name as HTML writes it: x:href is xlink:href, whatever the prefix."""
    prefix, _, local = name.rpartition(":")
    return "xlink:href" if prefix and local == "href" else name
