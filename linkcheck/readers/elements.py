"""Addresses and ids in the attributes of an element, HTML or SVG."""

import re
from collections.abc import Iterator, Set
from enum import StrEnum

from linkcheck.document import IdReference, ParsedDocument, Use
from linkcheck.readers.css import read_style_attribute
from linkcheck.readers.head import read_link
from linkcheck.readers.scripts import CODE, kind_of
from linkcheck.readers.start_tags import Attributes


class Vocabulary(StrEnum):
    """The namespace of an element; its value is the element that starts it in HTML."""

    HTML = "html"
    SVG = "svg"
    MATHML = "math"


_USES: dict[str, Use] = {
    **dict.fromkeys(
        [
            "a[href]", "area[href]", "button[formaction]", "form[action]",
            "frame[longdesc]", "iframe[longdesc]", "img[longdesc]", "input[formaction]",
        ],
        Use.LINK,
    ),
    **dict.fromkeys(["blockquote[cite]", "del[cite]", "ins[cite]", "q[cite]"], Use.DATA),
    **dict.fromkeys(
        [
            "audio[src]", "bgsound[src]", "body[background]", "img[src]",
            "input[src]", "script[src]", "source[src]", "table[background]", "tbody[background]",
            "td[background]", "tfoot[background]", "th[background]", "thead[background]",
            "tr[background]", "track[src]", "video[poster]", "video[src]",
        ],
        Use.RESOURCE,
    ),
    **dict.fromkeys(["embed[src]", "frame[src]", "iframe[src]", "object[data]"], Use.FRAME),
}  # fmt: skip
_FETCHED_SVG = {
    "animate", "animatemotion", "animatetransform", "cursor", "feimage", "filter",
    "font-face-uri", "image", "lineargradient", "mpath", "pattern", "radialgradient", "script",
    "set", "textpath", "tref", "use",
}  # fmt: skip
"""SVG elements whose href is fetched."""
_STYLES = {
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start",
    "mask", "stroke", "style",
}  # fmt: skip
"""Attributes that contain CSS: `style`, and SVG's presentation attributes."""
_LISTS = {"a[ping]", "area[ping]"}
_SRCSETS = {"img[srcset]", "source[srcset]", "link[imagesrcset]"}
_FOR_SCRIPTS = ("on", "value")
_TEXTS = {"alt", "class", "id", "label", "placeholder", "style", "summary", "title"}
_OF_LIBRARY = re.compile(r"(?!aria-|xml|accept-charset|http-equiv).*[-:@.\[(]")
_PLACES = _USES.keys() | _LISTS | _SRCSETS | {"base[href]", "link[href]"}
_WITH_ADDRESSES = {"xlink:href"} | {place.partition("[")[2][:-1] for place in _PLACES}

_FIELDS = {"button", "fieldset", "input", "object", "output", "select", "textarea"}
_ID_ATTRIBUTES: dict[str, Set[str]] = {
    **dict.fromkeys(
        [
            "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
            "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns", "itemref",
        ],
        frozenset(),
    ),
    "commandfor": {"button"},
    "for": {"label", "output"},
    "form": _FIELDS,
    "headers": {"td", "th"},
    "interestfor": {"a", "area", "button"},
    "list": {"input"},
    "popovertarget": {"button", "input"},
}  # fmt: skip
"""Attributes that name ids, and the elements that have them; empty for any element."""
_NAMED_TAGS = {"form": "form", "list": "datalist"}
_TAGGED = {"map", *_NAMED_TAGS.values()}


def read_element(
    tag: str,
    attributes: Attributes,
    line: int,
    document: ParsedDocument,
    *,
    vocabulary: Vocabulary = Vocabulary.HTML,
) -> None:
    """Add what the attributes of an element contain.

    Args:
        tag: its name, in lower case and without prefix.
        attributes: its attributes.
        line: its line.
        document: the document that contains it.
        vocabulary: its namespace; only HTML has <base> and <link>.
    """
    is_html, is_svg = vocabulary is Vocabulary.HTML, vocabulary is Vocabulary.SVG
    for name, value in attributes.items():
        if name in _STYLES and value and "(" in value:
            css = value if name == "style" else f"{name}:{value}"
            read_style_attribute(css, document, line, f"{tag}[{name}]")
        elif value and _is_for_scripts(tag, name, is_html=is_html):
            document.mention(f"{value}index.html" if value.endswith("/") else value)
        if name in _WITH_ADDRESSES:
            for written, use in _ADDRESSES[vocabulary](tag, name, value or "", attributes):
                # A fragment means this drawing, whatever <base> says (SVG 2, 16.1).
                is_part = is_svg and tag != "a" and written.startswith("#")
                document.add(written, use, f"{tag}[{name}]", line, "" if is_part else None)
                if tag == "script" and name == "src" and use is Use.RESOURCE:
                    document.require(attributes.get("integrity"))
    _read_ids(tag, attributes, line, document)
    match tag if is_html else "":
        case "html":
            document.lang = attributes.get("lang", attributes.get("xml:lang"))
        case "base" if document.base is None and attributes.get("href") is not None:
            document.base = attributes["href"]
        case "link":
            read_link(attributes, line, document)


def _is_for_scripts(tag: str, name: str, *, is_html: bool) -> bool:
    """Return True for an attribute that a script may take an address from.

    HTML has few names with punctuation; libraries have: hx-get, :src, @click, [src].
    """
    if name.startswith(_FOR_SCRIPTS) or _OF_LIBRARY.match(name):
        return True
    if "-" in tag and is_html:  # a custom element
        return name not in _TEXTS and not name.startswith("aria-")
    return name in _WITH_ADDRESSES and f"{tag}[{name}]" not in _PLACES


def _is_link(name: str, attributes: Attributes) -> bool:
    """Return True for the attribute that links; xlink:href is outdated (SVG 2, 16.1.6)."""
    return name == "href" or (name == "xlink:href" and "href" not in attributes)


def _svg_addresses(
    tag: str, name: str, value: str, attributes: Attributes
) -> Iterator[tuple[str, Use]]:
    if not _is_link(name, attributes):
        return
    if tag == "a":
        yield value, Use.LINK
    elif tag == "script" and kind_of(attributes) not in CODE:
        yield value, Use.HINT
    elif tag in _FETCHED_SVG:
        yield value, Use.RESOURCE


def _mathml_addresses(
    tag: str, name: str, value: str, attributes: Attributes
) -> Iterator[tuple[str, Use]]:
    if tag.startswith("m") and _is_link(name, attributes):  # MathML 3, 6.4.3
        yield value, Use.LINK


def _addresses(
    tag: str, name: str, value: str, attributes: Attributes
) -> Iterator[tuple[str, Use]]:
    place = f"{tag}[{name}]"
    if place == "script[src]" and kind_of(attributes) not in CODE:
        yield value, Use.HINT  # never fetched, unless a script changes the type
    elif place == "iframe[src]" and "srcdoc" in attributes:
        yield value, Use.HINT  # for browsers without srcdoc
    elif place == "input[src]" and kind_of(attributes) != "image":
        return
    elif use := _USES.get(place):
        yield value, use
    elif place in _SRCSETS:
        yield from ((written, Use.RESOURCE) for written in _candidates(value))
    elif place in _LISTS:
        yield from ((written, Use.DATA) for written in value.split())


_ADDRESSES = {
    Vocabulary.HTML: _addresses,
    Vocabulary.SVG: _svg_addresses,
    Vocabulary.MATHML: _mathml_addresses,
}


def _read_ids(tag: str, attributes: Attributes, line: int, document: ParsedDocument) -> None:
    def refer(attribute: str, identifier: str, wanted: str = "") -> None:
        place = f"{tag}[{attribute}]"
        document.id_references.append(IdReference(identifier, place, line, wanted))

    identifier, name = attributes.get("id"), attributes.get("name")
    if identifier:
        document.add_id(identifier, line)
        if tag in _TAGGED:
            document.tagged.add((tag, identifier))
    if name and tag == "a" and document.in_noscript:
        document.ids_in_noscript.setdefault(name, line)
    elif name and tag == "a":
        document.names.add(name)
    elif name and tag == "map":
        document.tagged.add((tag, name))
    usemap, anchor = attributes.get("usemap"), attributes.get("anchor")
    if usemap and tag in ("img", "input", "object"):
        refer("usemap", usemap, "map")
    if anchor and "popover" in attributes:
        refer("anchor", anchor)
    for attribute in _ID_ATTRIBUTES.keys() & attributes.keys():
        if not _ID_ATTRIBUTES[attribute] or tag in _ID_ATTRIBUTES[attribute]:
            for identifier in (attributes[attribute] or "").split():
                refer(attribute, identifier, _NAMED_TAGS.get(attribute, ""))


_CANDIDATE = re.compile(r"[ \t\n\f\r,]*([^ \t\n\f\r]+)([^,(]*(?:\([^)]*\)[^,(]*)*,?)")


def _candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a srcset, split as the HTML standard does: they may contain commas."""
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        written = match[1].rstrip(",")
        if written:
            yield written
        position = match.end(1) if match[1].endswith(",") else match.end()
