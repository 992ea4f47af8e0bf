"""Do the pages say the same of themselves as their versions in other languages say of them?

Google's guide to localized versions: every version names every version, itself
included, absolutely, and x-default; in the pages' heads or in the sitemap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from linkcheck.addresses import SPACES, comparable, resolve
from linkcheck.document import Alternate, Document
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, Answer, Found, Site
from linkcheck.rules.links import base_of
from linkcheck.rules.well_known import is_proof

_HREFLANG = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)

Versions = frozenset[tuple[str, str]]
"""The hreflang and the absolute address of each version."""


@dataclass(frozen=True)
class _Declaration:
    """What is declared of a page's versions.

    Attributes:
        page: the page.
        file: the document that declares them: the page itself, or a sitemap.
        alternates: the versions.
        versions: their addresses.
    """

    page: Document
    file: Document
    alternates: Sequence[Alternate]
    versions: Versions


def check_canonicals(pages: Sequence[Document], site: Site) -> Iterator[Finding]:
    """Give the pages with no canonical address where others have one, or with several."""
    used = sum(1 for page in pages if page.canonicals) * 2 > len(pages)
    for page in pages:
        if used and not page.canonicals and own_address(page, site):
            message = "the page names no canonical address, though most pages do"
            yield Finding(page.file, 1, "canonical-missing", "", "", message)
        for extra in page.canonicals[1:]:
            message = f"the page names another canonical address on line {page.canonicals[0].line}"
            yield Finding(page.file, extra.line, "canonical-duplicate", extra.written, "", message)


def check_alternates(documents: Mapping[str, Document], site: Site) -> Iterator[Finding]:
    """Give what is wrong with the versions in other languages that are declared."""
    declared = _declarations(documents.values(), site) or _in_sitemaps(documents, site)
    for declaration in declared.values():
        yield from _check_declaration(declaration, site)
        for alternate in {
            one.hreflang.lower(): one for one in declaration.alternates[::-1]
        }.values():
            yield from _check_twin(declaration, alternate, documents, declared, site)


def versions_of(alternates: Sequence[Alternate], document: Document, site: Site) -> Versions:
    """Return the absolute addresses of the versions that a document declares."""
    base = base_of(document, site)
    return frozenset(
        (alternate.hreflang.lower(), comparable(address.href))
        for alternate in alternates
        if (address := resolve(alternate.written.strip(SPACES), base))
    )


def own_address(page: Document, site: Site) -> str | None:
    """Return the address that a sitemap should list a page under; None for one not to be indexed.

    That is its canonical address where that leads to the page itself, as /index.html may.
    """
    if page.noindex or page.moves_on or page.file == NOT_FOUND_PAGE or is_proof(page.file):
        return None
    usual = site.address_of(page.file)
    if not page.canonicals:
        return usual
    canonical = resolve(page.canonicals[0].written.strip(SPACES), base_of(page, site))
    if canonical is None:
        return usual
    if not canonical.href.startswith(site.url):
        # Another site's page; or one without the base path, which is told.
        return None if canonical.host != site.host else usual
    found = site.find(canonical.path.removeprefix(site.base))
    if found.answer is not Answer.FILE:
        return usual  # told as broken; the page is still one to list
    return comparable(canonical.href) if found.file == page.file else None


def _declarations(documents: Iterable[Document], site: Site) -> dict[str, _Declaration]:
    return {
        page.file: _Declaration(
            page, page, page.alternates, versions_of(page.alternates, page, site)
        )
        for page in documents
        if page.is_page and page.alternates
    }


def _in_sitemaps(documents: Mapping[str, Document], site: Site) -> dict[str, _Declaration]:
    declared = {}
    for sitemap in documents.values():
        for entry in sitemap.entries:
            address = resolve(entry.location.written, site.url)
            if entry.alternates and address and address.href.startswith(site.url):
                page = documents.get(site.find(address.path.removeprefix(site.base)).file)
                if page and page.is_page:
                    versions = versions_of(entry.alternates, sitemap, site)
                    declared[page.file] = _Declaration(page, sitemap, entry.alternates, versions)
    return declared


def _check_declaration(declared: _Declaration, site: Site) -> Iterator[Finding]:
    own = own_address(declared.page, site) or site.address_of(declared.page.file)
    first = declared.alternates[0].line
    seen: set[str] = set()
    for alternate in declared.alternates:
        code = alternate.hreflang.lower()
        if not _is_code(code):
            message = f"“{alternate.hreflang}” is no language code"
            yield _at(declared, alternate, "hreflang-code", message)
        elif code in seen:
            message = f"two versions are declared for “{alternate.hreflang}”"
            yield _at(declared, alternate, "hreflang-duplicate", message)
        seen.add(code)
    if own not in {address for _, address in declared.versions}:
        message = "the versions declared do not include the page itself"
        yield Finding(declared.file.file, first, "hreflang-self", own, own, message)
    if "x-default" not in seen:
        message = "no version is declared as x-default"
        yield Finding(declared.file.file, first, "hreflang-x-default", "x-default", "", message)


def _check_twin(
    declaration: _Declaration,
    alternate: Alternate,
    documents: Mapping[str, Document],
    declared: Mapping[str, _Declaration],
    site: Site,
) -> Iterator[Finding]:
    address = resolve(alternate.written.strip(SPACES), base_of(declaration.file, site))
    if address is None or not address.href.startswith(site.url):
        return
    twin = documents.get(site.find(address.path.removeprefix(site.base)).file)
    if twin is None or not twin.is_page:
        return  # told as a missing page
    answer = declared.get(twin.file)
    own = own_address(declaration.page, site) or site.address_of(declaration.page.file)
    if not answer or not _names(answer.versions, own, declaration.page, site):
        message = f"{twin.file} does not declare this page as a version in return"
        yield _at(declaration, alternate, "hreflang-reciprocal", message)
    language, code = (twin.lang or "").lower(), alternate.hreflang.lower()
    if code == "x-default" or not _is_code(code):
        return
    if language.partition("-")[0] != code.partition("-")[0]:
        message = f"{twin.file} is declared as “{alternate.hreflang}” but has lang=“{twin.lang}”"
        yield _at(declaration, alternate, "hreflang-language", message)


def _names(versions: Versions, own: str, page: Document, site: Site) -> bool:
    """Say whether a page is among the versions, be it through a redirect, which is told."""
    for _, address in versions:
        path = address.removeprefix(site.url)
        if address == own or site.find(path) == Found(Answer.REDIRECT, page.file):
            return True
    return False


def _is_code(code: str) -> bool:
    """Say whether a hreflang is one: a language, its script and its region (BCP 47)."""
    if code == "x-default":
        return True
    parts = _HREFLANG.fullmatch(code)
    if not parts:
        return False
    languages, regions = _codes()
    known = parts[1] in languages or len(parts[1]) == 3  # of those there are thousands
    return known and (parts[2] is None or parts[2].upper() in regions)


@cache
def _codes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the languages and regions that Unicode's CLDR knows, and old codes still in use."""
    english = Locale.parse("en")
    return frozenset({*english.languages, "in", "iw", "ji"}), frozenset(english.territories)


def _at(declared: _Declaration, alternate: Alternate, rule: str, message: str) -> Finding:
    return Finding(declared.file.file, alternate.line, rule, alternate.written, "", message)
