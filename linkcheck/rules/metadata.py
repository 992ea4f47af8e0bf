"""Rules about canonical URLs and about versions in other languages.

Google's guide to localized versions: every version lists every version, itself included, with
absolute URLs, and x-default; in the pages' heads or in the sitemap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linkcheck.addresses import SPACES, comparable, resolve
from linkcheck.document import Alternate, ParsedDocument
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, Found, Served, ServedSite
from linkcheck.rules.languages import is_code, is_same_language
from linkcheck.rules.links import base_of
from linkcheck.rules.well_known import is_proof

Versions = frozenset[tuple[str, str]]
"""(hreflang, absolute URL) of each version."""


@dataclass(frozen=True)
class _Declaration:
    """The versions that are declared for a page.

    Attributes:
        page: the page.
        file: the document that declares them: the page, or a sitemap.
        alternates: the versions as written.
        versions: their URLs.
    """

    page: ParsedDocument
    file: ParsedDocument
    alternates: Sequence[Alternate]
    versions: Versions


def check_canonicals(pages: Sequence[ParsedDocument], site: ServedSite) -> Iterator[Finding]:
    """Yield a finding for each page with several canonical URLs, or none if most have one."""
    used = sum(1 for page in pages if page.canonicals) * 2 > len(pages)
    for page in pages:
        if used and not page.canonicals and own_address(page, site):
            message = "the page has no canonical address, though most pages do"
            yield Finding(page.file, 1, "canonical-missing", "", message=message)
        for extra in page.canonicals[1:]:
            message = f"the page has another canonical address on line {page.canonicals[0].line}"
            yield Finding(
                page.file, extra.line, "canonical-duplicate", extra.written, message=message
            )


def check_alternates(
    documents: Mapping[str, ParsedDocument], site: ServedSite
) -> Iterator[Finding]:
    """Yield findings about the versions in other languages."""
    declared = _declarations(documents.values(), site) or _in_sitemaps(documents, site)
    for declaration in declared.values():
        if all(one.is_ignored for one in declaration.alternates):
            continue
        yield from _check_declaration(declaration, site)
        for alternate in {
            one.hreflang.lower(): one for one in declaration.alternates[::-1]
        }.values():
            if not alternate.is_ignored:
                yield from _check_twin(declaration, alternate, documents, declared, site)


def versions_of(
    alternates: Sequence[Alternate], document: ParsedDocument, site: ServedSite
) -> Versions:
    """Return the absolute URLs of the versions that a document declares."""
    base = base_of(document, site)
    return frozenset(
        (alternate.hreflang.lower(), comparable(address.href))
        for alternate in alternates
        if (address := resolve(alternate.written.strip(SPACES), base))
    )


def own_address(page: ParsedDocument, site: ServedSite) -> str | None:
    """Return the URL that a sitemap should list for a page; None if it may not be indexed.

    That is its canonical URL if that serves the page itself, as /index.html may.
    """
    if page.noindex or page.moves_on or page.file == NOT_FOUND_PAGE or is_proof(page.file):
        return None
    usual = site.address_of(page.file)
    if not page.canonicals:
        return usual
    canonical = resolve(page.canonicals[0].written.strip(SPACES), base_of(page, site))
    if canonical is None:
        return usual
    found = site.find_url(canonical.href)
    if found is None:
        # Another site's page; or a missing base path, which is reported.
        return None if canonical.host != site.host else usual
    if found.answer is not Served.FILE:
        return usual  # reported as broken; the page must be listed all the same
    return comparable(canonical.href) if found.file == page.file else None


def _declarations(documents: Iterable[ParsedDocument], site: ServedSite) -> dict[str, _Declaration]:
    return {
        page.file: _Declaration(
            page, page, page.alternates, versions_of(page.alternates, page, site)
        )
        for page in documents
        if page.is_page and page.alternates
    }


def _in_sitemaps(
    documents: Mapping[str, ParsedDocument], site: ServedSite
) -> dict[str, _Declaration]:
    declared = {}
    for sitemap in documents.values():
        for entry in sitemap.entries:
            found = site.find_url(entry.location.written) if entry.alternates else None
            page = documents.get(found.file) if found else None
            if page and page.is_page:
                versions = versions_of(entry.alternates, sitemap, site)
                declared[page.file] = _Declaration(page, sitemap, entry.alternates, versions)
    return declared


def _check_declaration(declared: _Declaration, site: ServedSite) -> Iterator[Finding]:
    own = own_address(declared.page, site) or site.address_of(declared.page.file)
    first = declared.alternates[0].line
    seen: set[str] = set()
    for alternate in declared.alternates:
        code = alternate.hreflang.lower()
        if alternate.is_ignored:
            pass  # declared all the same
        elif not is_code(code):
            message = f"“{alternate.hreflang}” is not a language code"
            yield _at(declared, alternate, "hreflang-code", message)
        elif code in seen:
            message = f"two versions are declared for “{alternate.hreflang}”"
            yield _at(declared, alternate, "hreflang-duplicate", message)
        seen.add(code)
    if own not in {address for _, address in declared.versions}:
        message = "the declared versions do not include the page itself"
        yield Finding(declared.file.file, first, "hreflang-self", own, own, message)
    if "x-default" not in seen:
        message = "no version is declared as x-default"
        yield Finding(declared.file.file, first, "hreflang-x-default", "x-default", message=message)


def _check_twin(
    declaration: _Declaration,
    alternate: Alternate,
    documents: Mapping[str, ParsedDocument],
    declared: Mapping[str, _Declaration],
    site: ServedSite,
) -> Iterator[Finding]:
    address = resolve(alternate.written.strip(SPACES), base_of(declaration.file, site))
    found = site.find_url(address.href) if address else None
    twin = documents.get(found.file) if found else None
    if twin is None or not twin.is_page:
        return  # on another site, or reported as missing
    answer = declared.get(twin.file)
    own = own_address(declaration.page, site) or site.address_of(declaration.page.file)
    if not answer or not _include(answer.versions, own, declaration.page, site):
        message = f"{twin.file} does not declare this page as a version in return"
        yield _at(declaration, alternate, "hreflang-reciprocal", message)
    code = alternate.hreflang.lower()
    if code != "x-default" and is_code(code) and not is_same_language(code, twin.lang or ""):
        message = f"{twin.file} is declared as “{alternate.hreflang}” but has lang=“{twin.lang}”"
        yield _at(declaration, alternate, "hreflang-language", message)


def _include(versions: Versions, own: str, page: ParsedDocument, site: ServedSite) -> bool:
    """Return True if a page is one of the versions, even by a redirect, which is reported."""
    redirect = Found(Served.REDIRECT, page.file)
    return any(address == own or site.find_url(address) == redirect for _, address in versions)


def _at(declared: _Declaration, alternate: Alternate, rule: str, message: str) -> Finding:
    return Finding(declared.file.file, alternate.line, rule, alternate.written, message=message)
