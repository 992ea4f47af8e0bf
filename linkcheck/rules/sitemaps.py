"""Does the sitemap list every page once, and nothing else? (sitemaps.org)

A sitemap may be in parts, which an index names: they are taken together.
"""

from collections.abc import Iterator, Mapping

from linkcheck.addresses import comparable, resolve
from linkcheck.document import Document, SitemapEntry
from linkcheck.findings import Finding
from linkcheck.github_pages import Answer, Site
from linkcheck.rules.metadata import own_address, versions_of


def check_sitemaps(documents: Mapping[str, Document], site: Site) -> Iterator[Finding]:
    """Give the pages that the sitemap lacks or has twice, and what it has that is no page."""
    sitemaps = [document for document in documents.values() if document.is_sitemap]
    pages = [document for document in documents.values() if document.is_page]
    if not sitemaps or any(sitemap.faults for sitemap in sitemaps):
        return
    # Versions are told in the pages' heads, in the sitemap or in both.
    in_both = any(page.alternates for page in pages) and any(
        entry.alternates for sitemap in sitemaps for entry in sitemap.entries
    )
    listed: set[str] = set()
    wholes = _wholes(documents, site)
    places: dict[tuple[str, str], tuple[Document, SitemapEntry]] = {}
    for sitemap in sitemaps:
        for entry in sitemap.entries:
            href = _href(entry, site)
            page = _page(href, documents, site)
            shown = page.file if page else href
            first, before = places.get(
                (wholes.get(sitemap.file, sitemap.file), shown), (sitemap, None)
            )
            if before and (first is sitemap or not (before.has_media or entry.has_media)):
                where = "" if first is sitemap else f" of {first.file}"
                message = f"the page stands already on line {before.location.line}{where}"
                yield _at(entry, sitemap, "sitemap-duplicate", href, message)
                continue
            if fault := _fault(entry, href, page, site):
                yield _at(entry, sitemap, "sitemap-not-a-page", href, fault)
                continue
            places.setdefault((wholes.get(sitemap.file, sitemap.file), shown), (sitemap, entry))
            listed.add(shown)
            if in_both and page:
                here = versions_of(entry.alternates, sitemap, site)
                there = versions_of(page.alternates, page, site)
                if here != there and not any(_is_gone(one, site) for _, one in here ^ there):
                    message = f"the versions differ from those in the head of {page.file}"
                    yield _at(entry, sitemap, "sitemap-alternates", href, message)
    names = " or ".join(sitemap.file for sitemap in sitemaps)
    for page in pages:
        own = own_address(page, site)
        if own and page.file not in listed:
            message = f"{names} does not list the page"
            yield Finding(page.file, 1, "sitemap-missing-page", own, own, message)


def _wholes(documents: Mapping[str, Document], site: Site) -> dict[str, str]:
    """Return the index of each sitemap that is a part."""
    wholes = {}
    for index in documents.values():
        for written in index.sitemaps:
            address = resolve(written, site.url)
            if address and address.href.startswith(site.url):
                wholes[site.find(address.path.removeprefix(site.base)).file] = index.file
    return wholes


def _is_gone(href: str, site: Site) -> bool:
    """Say whether a version is not there, which is told already."""
    address = resolve(href, site.url)
    if address is None or not address.href.startswith(site.url):
        return False
    return site.find(address.path.removeprefix(site.base)).answer is not Answer.FILE


def _href(entry: SitemapEntry, site: Site) -> str:
    address = resolve(entry.location.written, site.url)
    return comparable(address.href) if address else entry.location.written


def _page(href: str, documents: Mapping[str, Document], site: Site) -> Document | None:
    address = resolve(href, site.url)
    if address is None or not address.href.startswith(site.url):
        return None
    found = site.find(address.path.removeprefix(site.base))
    return documents.get(found.file) if found.answer is Answer.FILE else None


def _fault(entry: SitemapEntry, href: str, page: Document | None, site: Site) -> str | None:
    """Return why the address is not one to list; what is missing is told as that."""
    if not entry.location.written:
        return None
    if not href.startswith(site.url):
        return f"the address lies outside {site.url}"
    if page is None:
        return None
    if page.is_page and "#" not in href:
        own = own_address(page, site)
        # Without a canonical address, any that shows the page is as good.
        if href == own or (own and not page.canonicals):
            return None
    return "this is not the canonical address of a page that may be indexed"


def _at(entry: SitemapEntry, sitemap: Document, rule: str, href: str, message: str) -> Finding:
    location = entry.location
    return Finding(sitemap.file, location.line, rule, location.written, href, message)
