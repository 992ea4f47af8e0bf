"""Does each address lead somewhere, and to the right place on the page?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from linkcheck.addresses import SPACES, Address, decode, has_scheme, is_relative, resolve
from linkcheck.document import Document, Reference, Use
from linkcheck.findings import Finding
from linkcheck.github_pages import Answer, Found, Site

NOT_FOUND_PAGE = "404.html"

_MAILTO = re.compile(r"[^@\s,/]+@[^@\s,.]+(\.[^@\s,.]+)+")
_TEL = re.compile(r"\+?[\d().-]*\d[\d().-]*(;[\w=+.-]+)*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_KNOWN_SCHEMES = {
    "about", "blob", "data", "feed", "ftp", "geo", "http", "https", "irc", "ircs", "javascript",
    "magnet", "mailto", "matrix", "sip", "sips", "sms", "tel", "urn", "webcal", "xmpp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference that stays in the site leads to."""

    reference: Reference
    address: Address
    found: Found


def base_of(document: Document, site: Site) -> str:
    """Return the address that the document's relative addresses start from."""
    own = site.address_of(document.file)
    if document.base is None:
        return own
    address = resolve(document.base.strip(SPACES), own)
    return address.href if address else own


def targets(document: Document, site: Site) -> Iterator[Target | Finding]:
    """Give what each address of a document leads to within the site, and what is wrong with it."""
    own, base = site.address_of(document.file), base_of(document, site)
    for reference in document.references:
        yield from _follow(reference, document, site, own if reference.own_base else base)


class Fragment(NamedTuple):
    """A place in a file that an address points to; small, for there are many.

    Attributes:
        file: the file.
        name: what the address has after #, without a text directive.
        line: the line that the address stands on.
        written: the address as the page has it.
        resolved: the address in full.
        picture: an image, which shows whole if it has no such place: themes write one to
            tell their style sheets light pictures from dark ones.
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
    picture = reference.place.startswith(("img[", "source["))
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
    if shown is None or not _has_ids(shown) or "(" in fragment:
        return None
    # The standard tries the fragment as it is and then decoded.
    if fragment in shown.ids or decode(fragment) in shown.ids:
        return None
    if fragment in shown.names or decode(fragment) in shown.names or fragment.lower() == "top":
        return None
    wanted = decode(fragment).casefold()
    near = next((name for name in (*shown.ids, *shown.names) if name.casefold() == wanted), None)
    where = "this page" if shown is document else shown.file
    if near:
        rule = "fragment-case"
        message = f"{where} has no id “{decode(fragment)}” but has “{near}”: case counts"
    elif place.picture:
        return None
    else:
        rule = "missing-fragment"
        message = f"{where} has no id “{decode(fragment)}”"
    return Finding(document.file, place.line, rule, place.written, place.resolved, message)


def check_ids(document: Document) -> Iterator[Finding]:
    """Give the ids that an attribute names and the page does not have."""
    for named in document.id_references:
        if named.place.endswith("[usemap]"):
            there = named.name.startswith("#") and named.name[1:] in document.maps
        else:
            there = named.name in document.ids
        if not there:
            message = f"{named.place} names “{named.name}”, which the page does not have"
            yield Finding(
                document.file, named.line, "dangling-reference", named.name, "", message
            )  # fmt: skip


def _follow(
    reference: Reference, document: Document, site: Site, base: str
) -> Iterator[Target | Finding]:
    written = reference.written.strip(SPACES)
    if written != reference.written or _CONTROL.search(written):
        message = "the address has a stray space or control character"
        yield _finding(document, reference, "stray-space", message)
    if not written:
        message = f"{reference.place} is empty: it means the page itself"
        yield _finding(document, reference, "empty-address", message)
        return
    address = resolve(written, base)
    if address is None:
        yield _finding(document, reference, "bad-address", "no browser can read this address")
        return
    yield from _check_form(reference, written, address, document, site)
    if address.scheme in ("http", "https") and address.host == site.host:
        yield from _find(reference, written, address, document, site)


def _check_form(
    reference: Reference, written: str, address: Address, document: Document, site: Site
) -> Iterator[Finding]:
    rule, message = "", ""
    if address.scheme == "javascript":
        rule, message = "javascript-link", "the link does nothing without scripts"
    elif address.scheme == "mailto" and not _is_mailto(address):
        rule, message = "bad-mailto", "this is no mail address: write mailto:name@example.org"
    elif address.scheme == "tel" and not _TEL.fullmatch(decode(address.path)):
        rule, message = "bad-tel", "this is no telephone number: write tel:+33123456789"
    elif address.scheme not in _KNOWN_SCHEMES:
        rule, message = "unknown-scheme", f"“{address.scheme}:” is no scheme that links have"
    elif reference.use is Use.RESOURCE and (
        written.startswith(("//", "\\\\")) or (address.scheme == "http" and has_scheme(written))
    ):
        rule, message = "insecure-resource", "write the address with https://"
    elif reference.use is Use.METADATA and not has_scheme(written):
        rule, message = "not-absolute", f"{reference.place} has to be an absolute address"
    elif document.file == NOT_FOUND_PAGE and is_relative(written) and not _fixed_base(document):
        rule = "relative-in-404"
        message = "the page is shown at any depth, where this address means something else"
    if rule:
        yield _finding(document, reference, rule, message, address.href)


def _find(
    reference: Reference, written: str, address: Address, document: Document, site: Site
) -> Iterator[Target | Finding]:
    if f"{address.path}/" == site.base:
        message = "the site's address works through a redirect: end it with a slash"
        yield _finding(document, reference, "redirect", message, address.href)
        yield Target(reference, address, site.find(""))
        return
    if not address.path.startswith(site.base):
        # Another project of the same owner may be meant where the host is named.
        if not has_scheme(written) and not written.startswith("//"):
            message = f"the address leaves the site, which stands under {site.base}"
            yield _finding(document, reference, "outside-base", message, address.href)
        return
    path = address.path.removeprefix(site.base)
    found = site.find(path)
    fault = _fault(found, path, reference, site)
    if fault and reference.use is not Use.HINT:
        yield _finding(document, reference, *fault, address.href)
    yield Target(reference, address, found)


def _fault(found: Found, path: str, reference: Reference, site: Site) -> tuple[str, str] | None:
    match found.answer:
        case Answer.FILE:
            return None
        case Answer.REDIRECT:
            return "redirect", "the address works through a redirect: end it with a slash"
        case Answer.FOLDER:
            return "folder-without-index", "the folder has no index.html, and none is listed"
    name = decode(path)
    if near := site.nearest(path):
        if near.rstrip("/").casefold() == name.rstrip("/").casefold() or near.isascii():
            return "wrong-case", f"there is no “{name}” but there is “{near}”: case counts"
        message = f"“{name}” is not, byte for byte, “{near}”: its accents are composed differently"
        return "wrong-normalization", message
    page = name.endswith(("/", ".html")) or "." not in name.rpartition("/")[2]
    return ("missing-page" if page else "missing-file"), f"there is no “{name}”"


def _has_ids(document: Document) -> bool:
    return document.is_page or document.file.endswith(".svg")


def _fixed_base(document: Document) -> bool:
    return document.base is not None and not is_relative(document.base.strip(SPACES))


def _is_mailto(address: Address) -> bool:
    if not address.path:
        return "?" in address.href  # a message to share, to whomever
    recipients = decode(address.path).split(",")
    return all(_MAILTO.fullmatch(recipient.strip()) for recipient in recipients)


def _finding(
    document: Document, reference: Reference, rule: str, message: str, resolved: str = ""
) -> Finding:
    return Finding(
        document.file, reference.line, rule, reference.written, resolved, message
    )  # fmt: skip
