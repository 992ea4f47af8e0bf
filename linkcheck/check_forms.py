"""Is each address written as its kind has to be: its scheme, its recipient, absolute or not?"""

import re
from urllib.parse import parse_qsl

from linkcheck.addresses import SPACES, Address, decode, has_scheme, is_relative
from linkcheck.document import Document, Reference, Use
from linkcheck.github_pages import NOT_FOUND_PAGE, Site
from linkcheck.schemes import is_scheme

_MAILTO = re.compile(r"[^@\s,/]+@[^@\s,.]+(\.[^@\s,.]+)+")
_TO = {"to", "cc", "bcc"}
_TEL = re.compile(r"\+?[\d().*#-]*\d[\d().*#-]*(;[\w=+.%-]+)*")
_CANONICAL = "link[rel=canonical]"
_FETCHED = (Use.RESOURCE, Use.FRAME)


def fault_of_form(
    reference: Reference, written: str, address: Address, document: Document, site: Site
) -> tuple[str, str] | None:
    """Return the rule that an address breaks by how it is written, and why.

    Args:
        reference: the address.
        written: the address without the space around it.
        address: what it means.
        document: the file that it stands in, or the part of a file.
        site: the site.
    """
    if fault := _fault_of_scheme(address):
        return fault
    if reference.use in _FETCHED and (
        written.startswith(("//", "\\\\")) or (address.scheme == "http" and has_scheme(written))
    ):
        return "insecure-resource", "write the address with https://"
    if _has_to_be_absolute(reference, document) and not has_scheme(written):
        return "not-absolute", f"{reference.place} has to be an absolute address"
    if reference.place == _CANONICAL and site.would_redirect(address):
        return "redirect", "the site is at https:, where http: is redirected to"
    if document.file == NOT_FOUND_PAGE and is_relative(written) and not _fixed_base(document):
        message = "the page is shown at any depth, where this address means something else"
        return "relative-in-404", message
    return None


def _fault_of_scheme(address: Address) -> tuple[str, str] | None:
    if address.scheme in ("https", "http"):
        return None
    if address.scheme == "javascript":
        return "javascript-link", "the link does nothing without scripts"
    if address.scheme == "mailto" and not _is_mailto(address):
        return "bad-mailto", "this is no mail address: write mailto:name@example.org"
    if address.scheme == "tel" and not _TEL.fullmatch(decode(address.path)):
        return "bad-tel", "this is no telephone number: write tel:+33123456789"
    if not is_scheme(address.scheme, address.href):
        return "unknown-scheme", f"“{address.scheme}:” is no scheme that links have"
    return None


def _has_to_be_absolute(reference: Reference, document: Document) -> bool:
    if reference.use is not Use.METADATA and not document.in_feed:
        return False
    # A page that only sends the reader on is no page for a crawler to keep.
    if document.moves_on and reference.place == _CANONICAL:
        return False
    base = reference.base or (document.base if document.in_feed else None)
    return base is None or not has_scheme(base)


def _fixed_base(document: Document) -> bool:
    base = (document.base or "").strip(SPACES)
    if base and not is_relative(base):
        return True
    return document.host is not None and _fixed_base(document.host)


def _is_mailto(address: Address) -> bool:
    query = address.href.partition("#")[0].partition("?")[2]
    fields = parse_qsl(query.replace("+", "%2B"))
    named = [decode(address.path), *(text for name, text in fields if name.lower() in _TO)]
    if not any(named):
        return bool(query)  # a message to share, to whomever
    recipients = [one.strip() for text in named if text for one in text.split(",")]
    return all(_MAILTO.fullmatch(one) for one in recipients)
