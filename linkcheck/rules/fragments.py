"""Do the fragments of addresses, and the ids that attributes name, lead to something?"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linkcheck.addresses import decode
from linkcheck.document import Document, IdReference
from linkcheck.findings import Finding
from linkcheck.readers.css import FONT
from linkcheck.rules.links import Target


class Fragment(NamedTuple):
    """A place in a file that an address points to; small, for there are many.

    Attributes:
        file: the file.
        name: what the address has after #, without a text directive.
        line: the line that the address stands on.
        written: the address as the page has it.
        resolved: the address in full.
        picture: an image, which shows whole if it has no such place: themes write one to
            tell their style sheets light pictures from dark ones; or a font.
    """

    file: str
    name: str
    line: int
    written: str
    resolved: str
    picture: bool


def fragment_of(target: Target) -> Fragment | None:
    """Return the place that the address points to, where it points to one."""
    name = target.address.fragment.partition(":~:")[0]
    reference = target.reference
    if not name:
        return None
    picture = reference.place.startswith(("img[", "source[", FONT))
    return Fragment(
        target.found.file, name, reference.line, reference.written, target.address.href, picture
    )


def check_fragment(
    document: Document, place: Fragment, documents: Mapping[str, Document]
) -> Finding | None:
    """Return what is wrong with the place that an address points to, if anything."""
    shown = documents.get(place.file)
    fragment = place.name
    # svgView(...) and the like say what of a picture is shown.
    if shown is None or not shown.has_ids or "(" in fragment:
        return None
    # The standard tries the fragment as it is and then decoded.
    decoded = decode(fragment)
    if not {fragment, decoded}.isdisjoint(shown.ids.keys() | shown.names):
        return None
    if decoded.lower() == "top":
        return None
    wanted = decoded.casefold()
    near = next((name for name in (*shown.ids, *shown.names) if name.casefold() == wanted), None)
    where = "this page" if shown is document else shown.file
    if near:
        rule = "fragment-case"
        message = f"{where} has no id “{decoded}” but has “{near}”: case counts"
    elif place.picture:
        return None
    else:
        rule = "missing-fragment"
        message = f"{where} has no id “{decoded}”"
    return Finding(document.file, place.line, rule, place.written, place.resolved, message)


def check_ids(document: Document) -> Iterator[Finding]:
    """Give the ids that an attribute or a style names and the page does not have."""
    for named in document.id_references:
        if not _is_there(named, document):
            what = f"no <{named.tag}> of the page has" if named.tag else "the page does not have"
            message = f"{named.place} names “{named.name}”, which {what}"
            yield Finding(
                document.file, named.line, "dangling-reference", named.name, "", message
            )  # fmt: skip


def _is_there(named: IdReference, document: Document) -> bool:
    if named.tag == "map":  # by the rules for parsing a hash-name reference
        return ("map", named.name.partition("#")[2]) in document.tagged
    if named.tag:
        return (named.tag, named.name) in document.tagged
    return named.name in document.ids or decode(named.name) in document.ids
