"""Do the pages say the same of themselves as their twins and the sitemap say of them?

Google's guide to localized versions: every version names every version, itself
included, absolutely, and x-default. sitemaps.org: every page once, nothing else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from linkcheck.addresses import SPACES, comparable, resolve
from linkcheck.check_links import NOT_FOUND_PAGE, base_of
from linkcheck.document import Alternate, Document
from linkcheck.findings import Finding
from linkcheck.github_pages import Answer, Site

_HREFLANG = re.compile(r"x-default|[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)

Versions = dict[str, str]
"""The absolute address of each version by its hreflang."""


def check_canonicals(pages: Sequence[Document], site: Site) -> Iterator[Finding]:
    """Give the pages with no canonical address where others have one, or with several."""
    used = sum(1 for page in pages if page.canonicals) * 2 > len(pages)
    for page in pages:
        if used and not page.canonicals and _is_listed(page, site):
            message = "the page names no canonical address, though most pages do"
            yield Finding(page.file, 1, "canonical-missing", "", "", message)
        for extra in page.canonicals[1:]:
            message = f"the page names another canonical address on line {page.canonicals[0].line}"
            yield Finding(page.file, extra.line, "canonical-duplicate", extra.written, "", message)


def check_alternates(
    pages: Sequence[Document], documents: Mapping[str, Document], site: Site
) -> Iterator[Finding]:
    """Give what is wrong with the versions that pages declare in other languages."""
    declared = {page.file: versions_of(page.alternates, page, site) for page in pages}
    for page in pages:
        if not page.alternates:
            continue
        own = site.address_of(page.file)
        first = page.alternates[0].line
        seen: set[str] = set()
        for alternate in page.alternates:
            code = alternate.hreflang.lower()
            if not _HREFLANG.fullmatch(code):
                message = f"“{alternate.hreflang}” is no language code"
                yield _at(page, alternate, "hreflang-code", message)
            elif code in seen:
                message = f"two versions are declared for “{alternate.hreflang}”"
                yield _at(page, alternate, "hreflang-duplicate", message)
            seen.add(code)
        if own not in declared[page.file].values():
            message = "the versions declared do not include the page itself"
            yield Finding(page.file, first, "hreflang-self", own, own, message)
        if "x-default" not in seen:
            message = "no version is declared as x-default"
            yield Finding(page.file, first, "hreflang-x-default", "x-default", "", message)
        for alternate in page.alternates:
            yield from _check_twin(page, alternate, documents, declared, site)


def check_sitemap(
    sitemap: Document, pages: Sequence[Document], documents: Mapping[str, Document], site: Site
) -> Iterator[Finding]:
    """Give the pages that the sitemap lacks or has twice, and what it has that is no page."""
    listed: dict[str, int] = {}
    for entry in sitemap.entries:
        written, line = entry.location.written, entry.location.line
        address = resolve(written, site.url)
        href = comparable(address.href) if address else written
        if href in listed:
            message = f"the address stands already on line {listed[href]}"
            yield Finding(sitemap.file, line, "sitemap-duplicate", written, href, message)
            continue
        listed[href] = line
        if not href.startswith(site.url):
            message = f"the address lies outside {site.url}"
            yield Finding(sitemap.file, line, "sitemap-not-a-page", written, href, message)
            continue
        found = site.find(href.removeprefix(site.url))
        page = documents.get(found.file)
        if found.answer is not Answer.FILE or page is None:
            continue  # told as a missing page or file
        if not page.is_page or href != site.address_of(page.file) or not _is_listed(page, site):
            message = "this is not the canonical address of a page that may be indexed"
            yield Finding(sitemap.file, line, "sitemap-not-a-page", written, href, message)
        elif entry.alternates or page.alternates:
            here = versions_of(entry.alternates, sitemap, site)
            there = versions_of(page.alternates, page, site)
            if here != there:
                message = f"the versions differ from those in the head of {page.file}"
                yield Finding(sitemap.file, line, "sitemap-alternates", written, href, message)
    for page in pages:
        address_of = site.address_of(page.file)
        if address_of not in listed and _is_listed(page, site):
            message = f"{sitemap.file} does not list the page"
            yield Finding(page.file, 1, "sitemap-missing-page", address_of, address_of, message)


def versions_of(alternates: Sequence[Alternate], document: Document, site: Site) -> Versions:
    """Return the absolute addresses of the versions that a document declares."""
    base = base_of(document, site)
    versions = {}
    for alternate in alternates:
        address = resolve(alternate.written.strip(SPACES), base)
        if address:
            versions[alternate.hreflang.lower()] = comparable(address.href)
    return versions


def _check_twin(
    page: Document,
    alternate: Alternate,
    documents: Mapping[str, Document],
    declared: Mapping[str, Versions],
    site: Site,
) -> Iterator[Finding]:
    address = resolve(alternate.written.strip(SPACES), base_of(page, site))
    if address is None or not address.href.startswith(site.url):
        return
    twin = documents.get(site.find(address.path.removeprefix(site.base)).file)
    if twin is None or not twin.is_page:
        return  # told as a missing page
    if site.address_of(page.file) not in declared[twin.file].values():
        message = f"{twin.file} does not declare this page as a version in return"
        yield _at(page, alternate, "hreflang-reciprocal", message)
    language, declared_as = (twin.lang or "").lower(), alternate.hreflang.lower()
    if declared_as == "x-default" or not _HREFLANG.fullmatch(declared_as):
        return
    if language.partition("-")[0] != declared_as.partition("-")[0]:
        message = f"{twin.file} is declared as “{alternate.hreflang}” but has lang=“{twin.lang}”"
        yield _at(page, alternate, "hreflang-language", message)


def _is_listed(page: Document, site: Site) -> bool:
    """Say whether a sitemap should hold the page: it may be indexed, under its own address."""
    if page.noindex or page.moves_on or page.file == NOT_FOUND_PAGE:
        return False
    if not page.canonicals:
        return True
    canonical = resolve(page.canonicals[0].written.strip(SPACES), base_of(page, site))
    # One that is broken is told as such; the page is still one to list.
    return canonical is None or comparable(canonical.href) == site.address_of(page.file) or (
        site.find(canonical.path.removeprefix(site.base)).answer is not Answer.FILE
    )  # fmt: skip


def _at(page: Document, alternate: Alternate, rule: str, message: str) -> Finding:
    return Finding(page.file, alternate.line, rule, alternate.written, "", message)
