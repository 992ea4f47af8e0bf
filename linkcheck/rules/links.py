"""Rules about where addresses lead: missing pages and files, case, redirects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linkcheck.addresses import SPACES, Address, decode, names_host, resolve
from linkcheck.document import CANONICAL, ParsedDocument, Reference, Use
from linkcheck.findings import Finding
from linkcheck.github_pages import Found, Served, ServedSite
from linkcheck.rules.forms import INVALID, problem_of_form
from linkcheck.rules.integrity import has_integrity

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_PAGES = ("/", ".html", ".htm", ".xhtml")
_NOT_SHOWN = (Use.FOLDER, Use.HINT)


@dataclass(frozen=True, slots=True)
class Target:
    """A reference that stays on the site, and what it leads to."""

    reference: Reference
    address: Address
    found: Found


def base_of(document: ParsedDocument, site: ServedSite) -> str:
    """Return the base URL of a document."""
    host = document.host
    own = base_of(host, site) if host else site.address_of(document.file)
    if document.base is None:
        return own
    address = resolve(document.base.strip(SPACES), own)
    # The HTML standard ignores these schemes in <base>.
    return address.href if address and address.scheme not in ("data", "javascript") else own


def follow(
    reference: Reference, document: ParsedDocument, site: ServedSite, base: str
) -> Iterator[Target | Finding]:
    """Yield the target of a reference, if it stays on the site, and findings.

    Args:
        reference: the address.
        document: the document that contains it.
        site: the site.
        base: `base_of(document)`.
    """
    written = reference.written.strip(SPACES)
    if document.in_feed and written.startswith("#"):
        return  # within the article, wherever it is read
    if not written:
        message = f"{reference.place} is empty: it means the page itself"
        yield _finding(document, reference, "empty-address", message)
        return
    address = _resolve(reference, document, site, base)
    if address is None:
        yield _finding(document, reference, "bad-address", INVALID)
        return
    if problem := problem_of_form(reference, written, address, document, site):
        yield _finding(document, reference, *problem, address.href)
    # In a data: URL, they are the content's; "javascript:" has a finding of its own.
    has_control = _CONTROL.search(written) and address.scheme != "data"
    is_stray = written != reference.written or has_control
    if is_stray and address.scheme != "javascript":
        message = "the address has a stray space or control character"
        yield _finding(document, reference, "stray-space", message)
    if address.scheme in ("http", "https") and address.host == site.host:
        yield from _find(reference, written, address, document, site)


def external_address(
    reference: Reference, document: ParsedDocument, site: ServedSite, base: str
) -> str | None:
    """Return the absolute URL of a reference to another site; None for any other."""
    if reference.use in _NOT_SHOWN or not reference.written.strip(SPACES):
        return None
    address = _resolve(reference, document, site, base)
    if address is None or address.scheme not in ("http", "https"):
        return None
    return None if f"{address.href}/".startswith(site.url) else address.href


def _resolve(
    reference: Reference, document: ParsedDocument, site: ServedSite, base: str
) -> Address | None:
    if reference.base is not None:
        start = resolve(reference.base.strip(SPACES), site.address_of(document.file))
        base = start.href if start else base
    return resolve(reference.written.strip(SPACES), base)


def _find(
    reference: Reference,
    written: str,
    address: Address,
    document: ParsedDocument,
    site: ServedSite,
) -> Iterator[Target | Finding]:
    if site.below_base(f"{address.path}/") == "":
        message = "the site's root works through a redirect: end it with a slash"
        yield _finding(document, reference, "redirect", message, address.href)
        yield Target(reference, address, site.find(""))
        return
    path = site.below_base(address.path)
    if path is None:
        if reference.use is Use.FOLDER and site.base.startswith(address.path):
            return
        is_home = document.file == "index.html" and reference.place in (CANONICAL, "og:url")
        if problem := _problem_outside(written, address.path, site, is_home=is_home):
            yield _finding(document, reference, *problem, address.href)
        return
    found = site.find(path)
    if problem := _problem(found, path, reference, site):
        yield _finding(document, reference, *problem, address.href)
    elif reference.integrity and not has_integrity(found.file, reference.integrity, site):
        message = f"browsers refuse {found.file}: its content does not have this integrity"
        yield _finding(document, reference, "integrity-mismatch", message, address.href)
    yield Target(reference, address, found)


def _problem_outside(
    written: str, path: str, site: ServedSite, *, is_home: bool
) -> tuple[str, str] | None:
    """Return the problem of an address outside the base path.

    None if another site on the same host may be meant: the host is written, and the path is
    neither a misspelling of this site's nor that of a page or file of this site. The root may
    only be meant for this site where its home page says what its own address is (`is_home`).
    """
    if site.misspells_base(path):
        if "//" in path:
            return "outside-base", f"two slashes are not one: the site is under {site.base}"
        return "wrong-case", f"the site is under {site.base}: case matters"
    rest = path.lstrip("/")
    if names_host(written) and not (site.has(rest) if rest else is_home):
        return None
    return "outside-base", f"the address leaves the site, which is under {site.base}"


def _problem(
    found: Found, path: str, reference: Reference, site: ServedSite
) -> tuple[str, str] | None:
    match found.answer:
        case Served.MISSING:
            if reference.use is Use.HINT or site.is_reported(path):
                return None
            return _missing(path, reference, site)
        case Served.REDIRECT if reference.use not in _NOT_SHOWN:
            return "redirect", "the address works through a redirect: end it with a slash"
        case Served.FOLDER if reference.use not in _NOT_SHOWN:
            return "folder-without-index", "the folder has no index.html, and is not listed"
    return None


def _missing(path: str, reference: Reference, site: ServedSite) -> tuple[str, str]:
    name = decode(path)
    if near := site.nearest(path):
        if near.rstrip("/").casefold() == name.rstrip("/").casefold() or near.isascii():
            return "wrong-case", f"there is no “{name}” but there is “{near}”: case matters"
        message = f"“{name}” is not, byte for byte, “{near}”: its accents are composed differently"
        return "wrong-normalization", message
    is_named = "." in name.rpartition("/")[2] or reference.use is Use.RESOURCE
    is_page = name.lower().endswith(_PAGES) or not is_named
    return ("missing-page" if is_page else "missing-file"), f"there is no “{name}”"


def _finding(
    document: ParsedDocument, reference: Reference, rule: str, message: str, resolved: str = ""
) -> Finding:
    return Finding(document.file, reference.line, rule, reference.written, resolved, message)
