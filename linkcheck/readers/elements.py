"""Addresses and ids in the attributes of an element, whether HTML or SVG, in a page or a file."""

import re
from collections.abc import Iterator

from linkcheck.document import Document, IdReference, Use
from linkcheck.readers.css import read_style_attribute
from linkcheck.readers.head import read_link
from linkcheck.readers.scripts import CODE, kind_of
from linkcheck.readers.start_tags import Attributes

_ADDRESSES: dict[tuple[str, str], Use] = {
    **dict.fromkeys(
        [
            ("a", "href"), ("a", "xlink:href"), ("area", "href"), ("button", "formaction"),
            ("form", "action"), ("frame", "longdesc"), ("iframe", "longdesc"), ("img", "longdesc"),
            ("input", "formaction"),
        ],
        Use.LINK,
    ),
    **dict.fromkeys(
        [("blockquote", "cite"), ("del", "cite"), ("ins", "cite"), ("q", "cite")], Use.DATA
    ),
    **dict.fromkeys(
        [
            ("audio", "src"), ("bgsound", "src"), ("body", "background"), ("html", "manifest"),
            ("img", "src"), ("input", "src"), ("script", "src"), ("source", "src"),
            ("table", "background"), ("td", "background"), ("th", "background"), ("track", "src"),
            ("video", "poster"), ("video", "src"),
        ],
        Use.RESOURCE,
    ),
    **dict.fromkeys(
        [("embed", "src"), ("frame", "src"), ("iframe", "src"), ("object", "data")], Use.FRAME
    ),
}  # fmt: skip
_DRAWN = {
    "animate", "animatemotion", "animatetransform", "cursor", "feimage", "filter",
    "font-face-uri", "image", "lineargradient", "mpath", "pattern", "radialgradient", "script",
    "set", "textpath", "tref", "use",
}  # fmt: skip
"""Elements of SVG whose href is fetched."""
_STYLES = {
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start",
    "mask", "stroke", "style",
}  # fmt: skip
"""Attributes that hold CSS: `style`, and what SVG presents."""
_LISTS = {("a", "ping"), ("area", "ping")}
_SRCSETS = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
_FOR_SCRIPTS = ("data-", "on", "value")
_HOLDING_ADDRESSES = {
    "xlink:href", *(name for _, name in _ADDRESSES.keys() | _SRCSETS | _LISTS)
}  # fmt: skip

_ARIA = {
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
    "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
}  # fmt: skip
_FIELDS = {"button", "fieldset", "input", "object", "output", "select", "textarea"}
_ID_ATTRIBUTES: dict[str, set[str]] = {
    **{name: set() for name in _ARIA | {"itemref"}},
    "commandfor": {"button"},
    "for": {"label", "output"},
    "form": _FIELDS,
    "headers": {"td", "th"},
    "interestfor": {"a", "area", "button"},
    "list": {"input"},
    "popovertarget": {"button", "input"},
}
"""Attributes that name ids, and the elements that have them; none for any element."""
_NAMED_TAGS = {"form": "form", "list": "datalist"}


def read_element(tag: str, attributes: Attributes, line: int, document: Document) -> None:
    """Note everything that the attributes of an element hold.

    Args:
        tag: its name, in lower case and without a prefix.
        attributes: its attributes.
        line: the line that it stands on.
        document: the page or picture that it is part of.
    """
    for name, value in attributes.items():
        if name in _STYLES and value and "(" in value:
            css = value if name == "style" else f"{name}:{value}"
            read_style_attribute(css, document, line, f"{tag}[{name}]")
        elif name.startswith(_FOR_SCRIPTS) and value and "." in value:
            document.mention(value)
        if name in _HOLDING_ADDRESSES:
            for written, use in _addresses(tag, name, value or "", attributes):
                # What begins with # is of the same drawing, whatever <base> says (SVG 2, 16.1).
                base = "" if tag in _DRAWN and written.startswith("#") else None
                document.add(written, use, f"{tag}[{name}]", line, base)
    _read_ids(tag, attributes, line, document)
    match tag:
        case "html":
            document.lang = attributes.get("lang", attributes.get("xml:lang"))
        case "base" if document.base is None and attributes.get("href") is not None:
            document.base = attributes["href"]
        case "link":
            read_link(attributes, line, document)


def _addresses(
    tag: str, name: str, value: str, attributes: Attributes
) -> Iterator[tuple[str, Use]]:
    """Give the addresses of one attribute, and what they are for."""
    use = _ADDRESSES.get((tag, name))
    if (tag, name) == ("script", "src") and kind_of(attributes) not in CODE:
        yield value, Use.HINT  # never fetched, unless a script makes another of it
    elif use and not (tag == "input" and name == "src" and not _is_picture(attributes)):
        yield value, use
    elif tag in _DRAWN and name in ("href", "xlink:href"):
        yield value, Use.RESOURCE
    elif (tag, name) in _SRCSETS:
        yield from ((written, Use.RESOURCE) for written in candidates(value))
    elif (tag, name) in _LISTS:
        yield from ((written, Use.DATA) for written in value.split())


def _is_picture(attributes: Attributes) -> bool:
    return (attributes.get("type") or "").lower() == "image"


def _read_ids(tag: str, attributes: Attributes, line: int, document: Document) -> None:
    identifier, name = attributes.get("id"), attributes.get("name")
    if identifier:
        document.add_id(identifier, line)
        document.tagged.add((tag, identifier))
    if name and tag == "a":
        document.names.add(name)
    elif name and tag == "map":
        document.tagged.add((tag, name))
    usemap = attributes.get("usemap")
    if usemap and tag in ("img", "input", "object"):
        document.id_references.append(IdReference(usemap, f"{tag}[usemap]", line, "map"))
    if "popover" in attributes and attributes.get("anchor"):
        key = attributes["anchor"] or ""
        document.id_references.append(IdReference(key, f"{tag}[anchor]", line))
    for attribute in _ID_ATTRIBUTES.keys() & attributes.keys():
        tags = _ID_ATTRIBUTES[attribute]
        if not tags or tag in tags:
            wanted = _NAMED_TAGS.get(attribute, "")
            for key in (attributes[attribute] or "").split():
                place = f"{tag}[{attribute}]"
                document.id_references.append(IdReference(key, place, line, wanted))


_CANDIDATE = re.compile(r"[ \t\n\f\r,]*([^ \t\n\f\r]+)([^,(]*(?:\([^)]*\)[^,(]*)*,?)")


def candidates(srcset: str) -> Iterator[str]:
    """Give the addresses of a srcset, as the HTML standard splits it (addresses hold commas)."""
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        written = match[1].rstrip(",")
        if written:
            yield written
        position = match.end(1) if match[1].endswith(",") else match.end()
