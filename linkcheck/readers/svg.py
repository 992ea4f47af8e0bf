"""Reader of SVG images and of XHTML pages."""

from dataclasses import replace

from linkcheck.readers.elements import Vocabulary, read_element
from linkcheck.readers.head import read_meta
from linkcheck.readers.html import read_srcdoc, read_text
from linkcheck.readers.scripts import CODE, kind_of
from linkcheck.readers.xml_element import MATHML, SVG, XHTML, Element, XmlReader

_VOCABULARIES = {XHTML: Vocabulary.HTML, SVG: Vocabulary.SVG, MATHML: Vocabulary.MATHML}


class SvgReader(XmlReader):
    """Reader of an <svg> or an <html>."""

    def start(self, element: Element) -> None:
        """Add what the attributes contain."""
        tag, vocabulary = self._kind_of(element)
        attributes = element.attributes_of_html
        references = self.document.references
        first = len(references)
        read_element(tag, attributes, element.line, self.document, vocabulary=vocabulary)
        if element.base is not None and not self.document.is_page:  # HTML dropped xml:base
            references[first:] = [
                replace(one, base=element.base) if one.base is None else one
                for one in references[first:]
            ]
        if vocabulary is not Vocabulary.HTML:
            return
        if tag == "script" and kind_of(attributes) in CODE:
            self.document.runs_scripts = True
        elif tag == "meta":
            read_meta(attributes, element.line, self.document)
        elif tag == "iframe" and attributes.get("srcdoc"):
            read_srcdoc(attributes["srcdoc"] or "", self.document, element.line)

    def end(self, element: Element) -> None:
        """Add what a style sheet or a script contains."""
        text, line = "".join(element.parts), element.text_line
        tag, _ = self._kind_of(element)
        read_text(tag, element.attributes_of_html, text, line, self.document)

    def _kind_of(self, element: Element) -> tuple[str, Vocabulary]:
        """Return the name of an element and its namespace; no name in other vocabularies."""
        namespace = element.namespace or (XHTML if self.document.is_page else SVG)
        vocabulary = _VOCABULARIES.get(namespace)
        return (element.tag.lower(), vocabulary) if vocabulary else ("", Vocabulary.HTML)
