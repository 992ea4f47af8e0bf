"""Rules about fragments of addresses, and about ids that attributes name."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linkcheck.addresses import decode
from linkcheck.document import FONT, IdReference, ParsedDocument
from linkcheck.findings import Finding
from linkcheck.rules.links import Target

# SVG 2, 16.3; Media Fragments URI 1.0.
_PART_OF_IMAGE = re.compile(r"(?:svgView|xpointer)\(|(?:t|xywh)=")
_RANGE_OF_LINES = re.compile(r"([\w-]*?)(\d+)-\1(\d+)")


class Fragment(NamedTuple):
    """A place in a file that an address points to; small, because there are many.

    Attributes:
        file: the file.
        name: the fragment, without a text directive.
        line: the line of the address.
        written: the address as written.
        resolved: the absolute URL.
        optional: whether the fragment may be missing: an image is then shown whole (themes
            add one for their style sheets), and a font is used whole.
        in_noscript: whether the address is in <noscript>.
    """

    file: str
    name: str
    line: int
    written: str
    resolved: str
    optional: bool
    in_noscript: bool = False


def fragment_of(target: Target) -> Fragment | None:
    """Return the place that a target points to, if it has a fragment."""
    name = target.address.fragment.partition(":~:")[0]
    reference = target.reference
    if not name:
        return None
    optional = reference.place.startswith(("img[", "source[", FONT))
    return Fragment(
        target.found.file, name, reference.line, reference.written, target.address.href, optional,
        reference.in_noscript,
    )  # fmt: skip


def check_fragment(
    document: ParsedDocument, fragment: Fragment, documents: Mapping[str, ParsedDocument]
) -> Finding | None:
    """Return the finding about a fragment, if its target does not have it."""
    shown = _where_shown(fragment.file, documents)
    if shown is None or not shown.has_ids:
        return None
    # The HTML standard tries the fragment as written, then decoded.
    decoded = decode(fragment.name)
    if any(
        shown.has_id(name, in_noscript=fragment.in_noscript) for name in (fragment.name, decoded)
    ):
        return None
    wanted = decoded.casefold()
    if wanted == "top" or _is_for_program(decoded, shown):
        return None
    near = shown.folded_ids.get(wanted)
    where = "this page" if shown is document else shown.file
    if near:
        rule = "fragment-case"
        message = f"{where} has no id “{decoded}” but has “{near}”: case matters"
    elif fragment.optional:
        return None
    else:
        only = " outside <noscript>" if decoded in shown.ids_in_noscript else ""
        rule, message = "missing-fragment", f"{where} has no id “{decoded}”{only}"
    return Finding(
        document.file, fragment.line, rule, fragment.written, fragment.resolved, message
    )  # fmt: skip


def _where_shown(file: str, documents: Mapping[str, ParsedDocument]) -> ParsedDocument | None:
    """Return the document that a fragment ends up in, through redirect pages that carry it."""
    seen = set()
    while (shown := documents.get(file)) and shown.carries_fragment:
        if file in seen:
            return None
        seen.add(file)
        file = shown.moves_to
    return shown


def _is_for_program(name: str, shown: ParsedDocument) -> bool:
    """Return True if a fragment selects a part of an image, or is read by a page's script.

    Scripts read routes, and ranges of lines in source code, of which both ends have an id.
    """
    if not shown.is_page:
        return _PART_OF_IMAGE.match(name) is not None
    lines = _RANGE_OF_LINES.fullmatch(name)
    is_range = lines and all(f"{lines[1]}{number}" in shown.ids for number in lines.group(2, 3))
    return shown.runs_scripts and (name.startswith(("/", "!")) or bool(is_range))


def check_ids(document: ParsedDocument) -> Iterator[Finding]:
    """Yield a finding for each id that is named but missing."""
    for named in document.id_references:
        if not _exists(named, document):
            what = f"no <{named.tag}> of the page has" if named.tag else "the page does not have"
            message = f"{named.place} names “{named.name}”, which {what}"
            yield Finding(
                document.file, named.line, "dangling-reference", named.name, message=message
            )


def _exists(named: IdReference, document: ParsedDocument) -> bool:
    if named.tag == "map":  # the HTML standard, “parsing a hash-name reference”
        return ("map", named.name.partition("#")[2]) in document.tagged
    if named.tag:
        return (named.tag, named.name) in document.tagged
    names = (named.name, decode(named.name))
    return any(name in document.ids or name in document.ids_in_noscript for name in names)
