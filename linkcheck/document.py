"""What is read from one file, whatever its format: addresses, ids and metadata."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from linkcheck.findings import Finding

CANONICAL = "link[rel=canonical]"
FONT = "@font-face"
STATIC_IMPORT = "import"
"""Values of `Reference.place` that rules depend on."""

_WORD = re.compile(r"[\w.@*/-]++")
_FOLDER = re.compile(r"""(?<=["'`])[./]*+((?:[\w.@-]++/)++)(?=["'`?#])""")
_PATH = re.compile(r"(?:.*/)?([\w.@*-]{1,200}\.[a-zA-Z]\w{1,11})", re.DOTALL)


class Use(StrEnum):
    """The purpose of an address."""

    LINK = "link"  # a reader may follow it
    RESOURCE = "resource"  # a browser fetches it to render the page
    FRAME = "frame"  # a browser renders it within the page: both of the above
    METADATA = "metadata"  # a crawler reads it: it must be absolute
    DATA = "data"  # a program reads it, relative or not
    FOLDER = "folder"  # a prefix of addresses (import map, scope of a manifest): needs no index
    HINT = "hint"  # the file counts as used, but may be missing (a source map)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as written in a file, with character references decoded."""

    written: str
    use: Use
    place: str  # the kind of place it was found in: "a[href]", "url()", "og:image"
    line: int  # from 1
    base: str | None = None  # the base URL if it is not the document's (xml:base)
    in_noscript: bool = False
    integrity: str = ""  # the hashes that the file must have
    is_ignored: bool = False  # within an element with data-linkcheck="ignore"


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version in another language: <link rel=alternate hreflang> or a sitemap's xhtml:link."""

    hreflang: str
    written: str
    line: int
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class IdReference:
    """An id named by an attribute or a style (for, aria-*, headers, url(#id)...)."""

    name: str
    place: str  # as of Reference: "label[for]", "url()"
    line: int
    tag: str = ""  # the element that must have the id (list: datalist); empty for any
    selector: str = ""  # the elements that the style applies to; empty for an attribute


@dataclass(slots=True)
class SitemapEntry:
    """A <url> of a sitemap."""

    location: Reference
    alternates: list[Alternate] = field(default_factory=list)
    has_media: bool = False  # listed for images, videos or news, which have sitemaps of their own


@dataclass
class ParsedDocument:
    """A file of the site, or a document within one."""

    file: str
    is_page: bool = False
    base: str | None = None
    lang: str | None = None
    noindex: bool = False
    moves_on: bool = False  # a redirect page, which sends the reader elsewhere at once
    moves_on_without_scripts: bool = False
    moves_at_once: bool = False  # without a delay
    refresh: Reference | None = None  # of <meta http-equiv=refresh>
    moves_to: str = ""  # the file of the site that `refresh` leads to
    carries_fragment: bool = False  # the script of a redirect page keeps the fragment
    runs_scripts: bool = False
    in_noscript: bool = False  # while the content of a <noscript> is read
    is_sitemap: bool = False
    is_list: bool = False  # a text sitemap, which may list the main pages alone
    for_programs: bool = False  # needs no link: a feed, a sitemap, a search index
    in_feed: bool = False  # HTML that is read anywhere: its addresses must be absolute
    host: "ParsedDocument | None" = None  # the document that contains this one
    # Documents within this one, with ids of their own: srcdoc, shadow roots, HTML of a feed.
    parts: list["ParsedDocument"] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    imports: list[Reference] = field(default_factory=list)  # which an import map may change
    import_map: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)  # with their lines
    names: set[str] = field(default_factory=set)  # <a name>, which works like an id
    # Both, in <noscript>, whose content is text where scripts run.
    ids_in_noscript: dict[str, int] = field(default_factory=dict)
    # (tag, id) of each <form>, <datalist> and <map> with an id, and (map, name) of each <map>.
    tagged: set[tuple[str, str]] = field(default_factory=set)
    id_references: list[IdReference] = field(default_factory=list)
    canonicals: list[Reference] = field(default_factory=list)
    alternates: list[Alternate] = field(default_factory=list)
    entries: list[SitemapEntry] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)  # that a sitemap index lists
    # File names in code and data, with * for substitutions: they may be fetched.
    mentions: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def report(self, rule: str, line: int, message: str, target: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(self.file, line, rule, target, message=message))

    def add(
        self, written: str | None, use: Use, place: str, line: int, base: str | None = None
    ) -> Reference:
        """Add an address and return it; an attribute without a value is an empty address."""
        self.references.append(Reference(written or "", use, place, line, base, self.in_noscript))
        return self.references[-1]

    def require(self, integrity: str | None) -> None:
        """Require one of these hashes of the file at the last address."""
        if integrity:
            self.references[-1] = replace(self.references[-1], integrity=integrity)

    def add_id(self, name: str, line: int) -> None:
        """Add an id, and report a duplicate."""
        ids = self.ids_in_noscript if self.in_noscript else self.ids
        if name in ids:
            message = f"the id “{name}” is already on line {ids[name]}"
            self.report("duplicate-id", line, message, name)
        else:
            ids[name] = line

    def has_id(self, name: str, *, in_noscript: bool) -> bool:
        """Return True if a fragment may name an id, from within <noscript> or from outside."""
        return (
            name in self.ids or name in self.names or (in_noscript and name in self.ids_in_noscript)
        )

    def add_part(self, base: str | None = None) -> "ParsedDocument":
        """Add and return a document within this one, whose <base> is `base`."""
        part = ParsedDocument(self.file, is_page=self.is_page, base=base, host=self)
        self.parts.append(part)
        return part

    def mention(self, text: str) -> None:
        """Add the file names in a text, with as much of their path as the text has.

        A folder in quotation marks means its index.html.
        """
        self.mentions.update(f"{name}index.html" for name in _FOLDER.findall(text))
        for word in _WORD.findall(text):
            if match := _PATH.fullmatch(word.strip("./")):
                # The folder before a substitution is unknown.
                self.mentions.add(match[1] if "*" in word else match[0].rpartition("../")[2])

    @cached_property
    def folded_ids(self) -> dict[str, str]:
        """Its ids and names, in the order of the page, by what they are without their case."""
        return {name.casefold(): name for name in reversed((*self.ids, *self.names))}

    @property
    def has_ids(self) -> bool:
        """Whether fragments may point to its ids."""
        return self.is_page or self.file.lower().endswith(".svg")

    def everything(self) -> "list[ParsedDocument]":
        """Return the document and all documents within it, at any depth."""
        found = [self]
        for document in found:
            found.extend(document.parts)
        return found
