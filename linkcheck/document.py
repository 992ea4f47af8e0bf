"""What the checker reads out of one file, whatever its format."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_WORD = re.compile(r"[\w.@*/-]++")
_PATH = re.compile(r"(?:.*/)?([\w.@*-]{1,200}\.[a-zA-Z]\w{1,11})", re.DOTALL)


class Use(StrEnum):
    """What an address is for."""

    LINK = "link"
    """Somebody may follow it."""
    RESOURCE = "resource"
    """A browser fetches it to show the page."""
    FRAME = "frame"
    """A browser shows it within the page: both of the above."""
    METADATA = "metadata"
    """A crawler reads it: it has to be absolute."""
    DATA = "data"
    """A program reads it, relative or not."""
    FOLDER = "folder"
    """Addresses begin with it (an import map, a manifest's scope): it need not show anything."""
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
        base: what it is resolved against, itself resolved against the file's address
            (xml:base); None for the document's <base>.
    """

    written: str
    use: Use
    place: str
    line: int
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version in another language: <link rel=alternate hreflang> or a sitemap's xhtml:link."""

    hreflang: str
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class IdReference:
    """An id that an attribute or a style names (for, aria-*, headers, url(#id)...).

    Attributes:
        name: the id.
        place: where it stands: "label[for]", "url()".
        line: the line of the file, from 1.
        tag: the element that it has to be the id of (list: datalist); empty for any.
        selector: the elements that the style is for; empty where it surely is for one.
    """

    name: str
    place: str
    line: int
    tag: str = ""
    selector: str = ""


@dataclass(slots=True)
class Document:
    """One file of the site, read; or a document within it."""

    file: str
    is_page: bool = False
    base: str | None = None
    lang: str | None = None
    noindex: bool = False
    moves_on: bool = False
    """It sends the reader elsewhere at once: a page left for addresses of the past."""
    moves_on_without_scripts: bool = False
    """As above, where no scripts run."""
    runs_scripts: bool = False
    is_sitemap: bool = False
    for_programs: bool = False
    """Programs know its address without being led there: a feed, a sitemap, a search index."""
    in_feed: bool = False
    """It is a text within a feed, which is read anywhere: its addresses have to be absolute."""
    host: "Document | None" = None
    """The document that this one is within."""
    parts: list["Document"] = field(default_factory=list)
    """The documents within it, with ids of their own: srcdoc, shadow roots, a feed's texts."""
    references: list[Reference] = field(default_factory=list)
    imports: list[Reference] = field(default_factory=list)
    """What its modules import, which an import map may map elsewhere."""
    import_map: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Each id and the line that it stands on."""
    names: set[str] = field(default_factory=set)
    """Names that an address may point to as if they were ids: <a name>."""
    tagged: set[tuple[str, str]] = field(default_factory=set)
    """The tag of each element that has an id, and the id; of a map the name too."""
    id_references: list[IdReference] = field(default_factory=list)
    canonicals: list[Reference] = field(default_factory=list)
    alternates: list[Alternate] = field(default_factory=list)
    entries: list["SitemapEntry"] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    """The addresses of the sitemaps that an index of them names, as it has them."""
    mentions: set[str] = field(default_factory=set)
    """Files that a script speaks of, * for what it puts in: they may be fetched."""
    faults: list[tuple[str, int, str, str]] = field(default_factory=list)
    """What reading alone found: rule, line, target, message."""

    def add(
        self, written: str | None, use: Use, place: str, line: int, base: str | None = None
    ) -> None:
        """Note an address; an attribute without a value is an empty one."""
        self.references.append(Reference(written or "", use, place, line, base))

    def add_id(self, name: str, line: int) -> None:
        """Note an id, and that it stands twice if it does."""
        if name in self.ids:
            message = f"the id “{name}” stands already on line {self.ids[name]}"
            self.faults.append(("duplicate-id", line, name, message))
        else:
            self.ids[name] = line

    def add_part(self, base: str | None = None) -> "Document":
        """Begin a document within this one, resolved against `base` in this one."""
        part = Document(self.file, is_page=self.is_page, base=base, host=self)
        self.parts.append(part)
        return part

    def mention(self, text: str) -> None:
        """Note the files that a text speaks of, with as much of their path as it says."""
        for word in _WORD.findall(text):
            if match := _PATH.fullmatch(word.strip("./")):
                # What stands before a part that is put in is not known.
                self.mentions.add(match[1] if "*" in word else match[0].rpartition("../")[2])

    @property
    def has_ids(self) -> bool:
        """Whether addresses may point to ids of it."""
        return self.is_page or self.file.endswith(".svg")

    def everything(self) -> "list[Document]":
        """Return the document and all that are within it, however deep."""
        found = [self]
        for document in found:
            found.extend(document.parts)
        return found


@dataclass(slots=True)
class SitemapEntry:
    """A <url> of sitemap.xml."""

    location: Reference
    alternates: list[Alternate] = field(default_factory=list)
    has_media: bool = False
    """It is listed for its pictures, films or news: a sitemap of these is one more."""
