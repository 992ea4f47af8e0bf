"""Elements of an XML file, and the base class of what reads them."""

from dataclasses import dataclass, field

from linkcheck.document import ParsedDocument
from linkcheck.readers.start_tags import Attributes

MATHML = "http://www.w3.org/1998/Math/MathML"
SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"


@dataclass
class Element:
    """An element of an XML file."""

    tag: str  # without prefix
    prefix: str
    attributes: dict[str, str]  # with names as written
    line: int
    base: str | None  # the base URL given by its xml:base and its ancestors'
    namespace: str = ""  # of its name
    xlink_href: str | None = None
    parts: list[str] = field(default_factory=list)  # of its own text
    text_line: int = 0

    @property
    def attributes_of_html(self) -> Attributes:
        """Its attributes without prefixes, except xml: and xlink:href, as HTML writes them."""
        found: Attributes = {
            name: value
            for name, value in self.attributes.items()
            if ":" not in name or name.startswith("xml:")
        }
        return found if self.xlink_href is None else {**found, "xlink:href": self.xlink_href}

    @property
    def text(self) -> str:
        """Its own text, stripped."""
        return "".join(self.parts).strip()

    @property
    def first_line(self) -> int:
        """The line that its stripped text starts on."""
        text = "".join(self.parts)
        return (self.text_line or self.line) + text[: len(text) - len(text.lstrip())].count("\n")


class XmlReader:
    """Base class of the readers, one for each kind of XML file."""

    def __init__(self, document: ParsedDocument, prefix: str) -> None:
        self.document = document
        self.prefix = prefix  # of the root element

    def start(self, element: Element) -> None:
        """Read the start tag of an element."""

    def end(self, element: Element) -> None:
        """Read an element whose text is complete."""
