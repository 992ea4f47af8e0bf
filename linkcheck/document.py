"""What the checker reads out of one file, whatever its format."""

from dataclasses import dataclass, field
from enum import StrEnum


class Use(StrEnum):
    """What an address is for."""

    LINK = "link"
    """Somebody may follow it."""
    RESOURCE = "resource"
    """A browser fetches it to show the page."""
    METADATA = "metadata"
    """A crawler reads it: it has to be absolute."""
    HINT = "hint"
    """A file that is told to be used, where a missing one harms nobody (a source map)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a file has it.

    Attributes:
        written: the address, character references decoded.
        use: what it is for.
        place: where it stands: "a[href]", "url()", "og:image".
        line: the line of the file, from 1.
        own_base: it is resolved against the file's address, whatever <base> says.
    """

    written: str
    use: Use
    place: str
    line: int
    own_base: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version in another language: <link rel=alternate hreflang> or a sitemap's xhtml:link."""

    hreflang: str
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class IdReference:
    """An id that an attribute names (for, aria-*, headers...), or a map's name (usemap)."""

    name: str
    place: str
    line: int


@dataclass(slots=True)
class Document:
    """One file of the site, read."""

    file: str
    is_page: bool = False
    base: str | None = None
    lang: str | None = None
    noindex: bool = False
    moves_on: bool = False
    """It sends the reader elsewhere at once: a page left for addresses of the past."""
    references: list[Reference] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    """Each id and the line that it stands on."""
    names: set[str] = field(default_factory=set)
    """Names that an address may point to as if they were ids: <a name>."""
    maps: set[str] = field(default_factory=set)
    id_references: list[IdReference] = field(default_factory=list)
    canonicals: list[Reference] = field(default_factory=list)
    alternates: list[Alternate] = field(default_factory=list)
    entries: list["SitemapEntry"] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)
    """File names that a script speaks of, * for what it puts in: they may be fetched."""
    faults: list[tuple[str, int, str, str]] = field(default_factory=list)
    """What reading alone found: rule, line, target, message."""

    def add(self, written: str | None, use: Use, place: str, line: int) -> None:
        """Note an address; an attribute without a value is an empty one."""
        self.references.append(Reference(written or "", use, place, line))

    def add_id(self, name: str, line: int) -> None:
        """Note an id, and that it stands twice if it does."""
        if name in self.ids:
            message = f"the id “{name}” stands already on line {self.ids[name]}"
            self.faults.append(("duplicate-id", line, name, message))
        else:
            self.ids[name] = line


@dataclass(slots=True)
class SitemapEntry:
    """A <url> of sitemap.xml."""

    location: Reference
    alternates: list[Alternate] = field(default_factory=list)
