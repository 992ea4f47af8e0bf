"""Rules about how an address is written: scheme, host, recipient, absolute or relative."""

import re

from linkcheck.addresses import (
    SPACES,
    Address,
    has_scheme,
    has_wrong_slashes,
    is_host,
    is_relative,
)
from linkcheck.document import CANONICAL, ParsedDocument, Reference, Use
from linkcheck.github_pages import NOT_FOUND_PAGE, Served, ServedSite
from linkcheck.rules.recipients import is_mailto, is_tel
from linkcheck.rules.schemes import is_misspelled

INVALID = "no browser can read this address"
_THIS_MACHINE = {"0.0.0.0", "127.0.0.1", "localhost"}
_FETCHED = (Use.RESOURCE, Use.FRAME)


def problem_of_form(
    reference: Reference,
    written: str,
    address: Address,
    document: ParsedDocument,
    site: ServedSite,
) -> tuple[str, str] | None:
    """Return the rule that the form of an address breaks, and the message.

    Args:
        reference: the address.
        written: the address, stripped.
        address: the address, resolved.
        document: the document that contains it.
        site: the site.
    """
    problem = _problem_of_host(reference, written, address, site) or _problem_of_scheme(address)
    if problem:
        return problem
    if reference.use in _FETCHED and (
        written.startswith(("//", "\\\\")) or (address.scheme == "http" and has_scheme(written))
    ):
        return "insecure-resource", "write the address with https://"
    if _must_be_absolute(reference, document) and not has_scheme(written):
        return "not-absolute", f"{reference.place} must be an absolute address"
    redirects = address.scheme == "http" and site.url.startswith("https:")
    if redirects and address.host == site.host and reference.place == CANONICAL:
        return "redirect", "the site is at https:, and http: redirects there"
    if document.file == NOT_FOUND_PAGE and is_relative(written) and not _has_fixed_base(document):
        message = "the page is shown at any depth, where this address means something else"
        return "relative-in-404", message
    return None


def _problem_of_host(
    reference: Reference, written: str, address: Address, site: ServedSite
) -> tuple[str, str] | None:
    if address.host and not is_host(address.host):
        return "bad-address", INVALID
    if address.host != site.host:
        if _is_path_of(site, written, address.host):
            message = f"after two slashes, “{address.host}” is a host: write the path after one"
            return "bad-address", message
        if has_wrong_slashes(written):
            return "bad-address", "write two slashes before the host"
        if address.host in ("http", "https"):
            return "bad-address", f"“{address.host}” is a scheme, not a host: write it once"
    if address.host.partition(":")[0] in _THIS_MACHINE and _was_meant_for(site, reference, address):
        return "bad-address", "this is the reader's own machine: write the address of the site"
    return None


def _problem_of_scheme(address: Address) -> tuple[str, str] | None:
    rest = address.href.partition(":")[2]
    if address.scheme in ("https", "http"):
        return None
    if address.scheme == "javascript":
        return "javascript-link", "the link does nothing without scripts"
    if address.scheme == "mailto" and not is_mailto(rest):
        return "bad-mailto", "not a mail address: write mailto:name@example.org"
    if address.scheme == "tel" and not is_tel(rest):
        return "bad-tel", "not a telephone number: write tel:+33123456789"
    if is_misspelled(address.scheme, rest):
        return "unknown-scheme", f"“{address.scheme}:” is not a scheme for links"
    return None


def _must_be_absolute(reference: Reference, document: ParsedDocument) -> bool:
    if reference.use is not Use.METADATA and not document.in_feed:
        return False
    # Crawlers do not keep a redirect page.
    if document.moves_on and reference.place == CANONICAL:
        return False
    base = reference.base or (document.base if document.in_feed else None)
    return base is None or not has_scheme(base)


def _is_path_of(site: ServedSite, written: str, host: str) -> bool:
    """Return True for a path of the site that starts with two slashes: //about/."""
    path = re.split("[?#]", written.replace("\\", "/"), maxsplit=1)[0]
    rest = path.lstrip("/")
    if not path.startswith("//") or ("." in host and rest.lower() != host):
        return False
    return site.has(rest) or (site.base != "/" and site.misspells_base(f"/{rest}"))


def _was_meant_for(site: ServedSite, reference: Reference, address: Address) -> bool:
    """Return True for a leftover address of a development server; a manual may link to the root."""
    if site.host == address.host:
        return False
    path = address.path.removeprefix(site.base).lstrip("/")
    return reference.use is not Use.LINK or (
        bool(path) and site.find(path).answer is not Served.MISSING
    )


def _has_fixed_base(document: ParsedDocument) -> bool:
    base = (document.base or "").strip(SPACES)
    if base and not is_relative(base):
        return True
    return document.host is not None and _has_fixed_base(document.host)
