"""An element of an XML file, as its kind of file is handed it."""

from dataclasses import dataclass, field


@dataclass
class Element:
    """An element of an XML file.

    Attributes:
        tag: its name, without a prefix.
        prefix: the prefix of its name; empty for none.
        attributes: its attributes by their names as written.
        line: the line that it begins on, from 1.
        base: what xml:base, of it or of those around it, says that addresses start from.
        parts: its own text, in parts.
        text_line: the line that its text begins on.
    """

    tag: str
    prefix: str
    attributes: dict[str, str]
    line: int
    base: str | None
    parts: list[str] = field(default_factory=list)
    text_line: int = 0

    @property
    def text(self) -> str:
        """Its own text, without the space around it."""
        return "".join(self.parts).strip()

    @property
    def first_line(self) -> int:
        """The line that its text begins on, the space before it left out."""
        text = "".join(self.parts)
        return (self.text_line or self.line) + text[: len(text) - len(text.lstrip())].count("\n")
