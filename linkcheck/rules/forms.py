"""Is each address written as its kind has to be: its scheme, its recipient, absolute or not?"""

from linkcheck.addresses import (
    SPACES,
    Address,
    has_scheme,
    has_wrong_slashes,
    is_host,
    is_relative,
)
from linkcheck.document import Document, Reference, Use
from linkcheck.github_pages import NOT_FOUND_PAGE, Answer, Site
from linkcheck.rules.recipients import is_mailto, is_tel
from linkcheck.rules.schemes import misspelt

_CANONICAL = "link[rel=canonical]"
NOT_READ = "no browser can read this address"
_THIS_MACHINE = {"0.0.0.0", "127.0.0.1", "localhost"}
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
    if fault := _fault_of_host(reference, written, address, site) or _fault_of_scheme(address):
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


def _fault_of_host(
    reference: Reference, written: str, address: Address, site: Site
) -> tuple[str, str] | None:
    if address.host and not is_host(address.host):
        return "bad-address", NOT_READ
    if address.host != site.host and has_wrong_slashes(written):
        return "bad-address", "two slashes stand before a host"
    if address.host.partition(":")[0] in _THIS_MACHINE and _was_meant_for(site, reference, address):
        return "bad-address", "this is the reader's own machine: write the address of the site"
    return None


def _fault_of_scheme(address: Address) -> tuple[str, str] | None:
    rest = address.href.partition(":")[2]
    if address.scheme in ("https", "http"):
        return None
    if address.scheme == "javascript":
        return "javascript-link", "the link does nothing without scripts"
    if address.scheme == "mailto" and not is_mailto(rest):
        return "bad-mailto", "this is no mail address: write mailto:name@example.org"
    if address.scheme == "tel" and not is_tel(rest):
        return "bad-tel", "this is no telephone number: write tel:+33123456789"
    if misspelt(address.scheme, rest):
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


def _was_meant_for(site: Site, reference: Reference, address: Address) -> bool:
    """Say whether an address of a server for development was left over.

    To the server itself, as a manual has it, a link may lead.
    """
    if site.host == address.host:
        return False
    path = address.path.removeprefix(site.base).lstrip("/")
    return reference.use is not Use.LINK or (
        bool(path) and site.find(path).answer is not Answer.MISSING
    )


def _fixed_base(document: Document) -> bool:
    base = (document.base or "").strip(SPACES)
    if base and not is_relative(base):
        return True
    return document.host is not None and _fixed_base(document.host)
