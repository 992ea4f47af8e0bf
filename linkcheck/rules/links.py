"""Does each address lead somewhere?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linkcheck.addresses import SPACES, Address, decode, names_host, resolve
from linkcheck.document import Document, Reference, Use
from linkcheck.findings import Finding
from linkcheck.github_pages import Answer, Found, Site
from linkcheck.rules.forms import NOT_READ, fault_of_form

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_PAGES = ("/", ".html", ".htm", ".xhtml")
_NOT_SHOWN = (Use.FOLDER, Use.HINT)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference that stays in the site leads to."""

    reference: Reference
    address: Address
    found: Found


def base_of(document: Document, site: Site) -> str:
    """Return the address that the document's relative addresses start from."""
    host = document.host
    own = base_of(host, site) if host else site.address_of(document.file)
    if document.base is None:
        return own
    address = resolve(document.base.strip(SPACES), own)
    # The HTML standard lets no page start from data: or javascript:.
    return address.href if address and address.scheme not in ("data", "javascript") else own


def targets(document: Document, site: Site) -> Iterator[Target | Finding]:
    """Give what each address of a document leads to within the site, and what is wrong with it."""
    base = base_of(document, site)
    for reference in document.references:
        yield from follow(reference, document, site, base)


def follow(
    reference: Reference, document: Document, site: Site, base: str
) -> Iterator[Target | Finding]:
    """Give what an address leads to within the site, and what is wrong with it.

    Args:
        reference: the address.
        document: the file that it stands in, or the part of a file.
        site: the site.
        base: what `base_of` says of the document.
    """
    written = reference.written.strip(SPACES)
    if document.in_feed and written.startswith("#"):
        return  # of the article, wherever it is read
    if not written:
        message = f"{reference.place} is empty: it means the page itself"
        yield _finding(document, reference, "empty-address", message)
        return
    if reference.base is not None:
        start = resolve(reference.base.strip(SPACES), site.address_of(document.file))
        base = start.href if start else base
    address = resolve(written, base)
    if address is None:
        yield _finding(document, reference, "bad-address", NOT_READ)
        return
    if fault := fault_of_form(reference, written, address, document, site):
        yield _finding(document, reference, *fault, address.href)
    is_stray = written != reference.written or _CONTROL.search(written)
    if is_stray and address.scheme != "javascript":  # told by that
        message = "the address has a stray space or control character"
        yield _finding(document, reference, "stray-space", message)
    if address.scheme in ("http", "https") and address.host == site.host:
        yield from _find(reference, written, address, document, site)


def _find(
    reference: Reference, written: str, address: Address, document: Document, site: Site
) -> Iterator[Target | Finding]:
    if f"{address.path}/" == site.base:
        message = "the site's address works through a redirect: end it with a slash"
        yield _finding(document, reference, "redirect", message, address.href)
        yield Target(reference, address, site.find(""))
        return
    if not address.path.startswith(site.base):
        if reference.use is Use.FOLDER and site.base.startswith(address.path):
            return
        if not _may_be_elsewhere(reference, written, address, site):
            message = f"the address leaves the site, which stands under {site.base}"
            yield _finding(document, reference, "outside-base", message, address.href)
        return
    path = address.path.removeprefix(site.base)
    found = site.find(path)
    fault = _fault(found, path, reference, site)
    if fault:
        yield _finding(document, reference, *fault, address.href)
    yield Target(reference, address, found)


def _may_be_elsewhere(reference: Reference, written: str, address: Address, site: Site) -> bool:
    """Say whether another site of the same host may be meant, which the address has to name."""
    if not names_host(written):
        return False
    path = address.path.strip("/")
    if not path or (reference.use is Use.LINK and "/" not in path):
        return True
    # What stands under the base path of this site was meant with it.
    return site.find(address.path.removeprefix("/")).answer is not Answer.FILE


def _fault(found: Found, path: str, reference: Reference, site: Site) -> tuple[str, str] | None:
    match found.answer:
        case Answer.MISSING:
            if reference.use is Use.HINT or site.is_told(path):
                return None
            return _missing(path, reference, site)
        case Answer.REDIRECT if reference.use not in _NOT_SHOWN:
            return "redirect", "the address works through a redirect: end it with a slash"
        case Answer.FOLDER if reference.use not in _NOT_SHOWN:
            return "folder-without-index", "the folder has no index.html, and none is listed"
    return None


def _missing(path: str, reference: Reference, site: Site) -> tuple[str, str]:
    name = decode(path)
    if near := site.nearest(path):
        if near.rstrip("/").casefold() == name.rstrip("/").casefold() or near.isascii():
            return "wrong-case", f"there is no “{name}” but there is “{near}”: case counts"
        message = f"“{name}” is not, byte for byte, “{near}”: its accents are composed differently"
        return "wrong-normalization", message
    is_named = "." in name.rpartition("/")[2] or reference.use is Use.RESOURCE
    is_page = name.endswith(_PAGES) or not is_named
    return ("missing-page" if is_page else "missing-file"), f"there is no “{name}”"


def _finding(
    document: Document, reference: Reference, rule: str, message: str, resolved: str = ""
) -> Finding:
    return Finding(
        document.file, reference.line, rule, reference.written, resolved, message
    )  # fmt: skip
