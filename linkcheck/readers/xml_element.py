"""Elements of an XML file, and the base class of what reads them."""

from dataclasses import dataclass, field

from linkcheck.document import ParsedDocument


@dataclass
class Element:
    """An element of an XML file."""

    tag: str  # without prefix
    prefix: str
    attributes: dict[str, str]  # with names as written
    line: int
    base: str | None  # the base URL given by its xml:base and its ancestors'
    parts: list[str] = field(default_factory=list)  # of its own text
    text_line: int = 0

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
