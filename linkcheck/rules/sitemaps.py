"""Rules about sitemaps, which must list every page once, and nothing else (sitemaps.org).

The parts that a sitemap index lists count as one sitemap.
"""

from collections.abc import Iterator, Mapping

from linkcheck.addresses import comparable, resolve
from linkcheck.document import ParsedDocument, SitemapEntry
from linkcheck.findings import Finding
from linkcheck.github_pages import Served, ServedSite
from linkcheck.rules.metadata import own_address, versions_of


def check_sitemaps(documents: Mapping[str, ParsedDocument], site: ServedSite) -> Iterator[Finding]:
    """Yield a finding for each page that is missing or duplicate, and each wrong entry."""
    sitemaps = [document for document in documents.values() if document.is_sitemap]
    pages = [document for document in documents.values() if document.is_page]
    if not sitemaps or any(sitemap.findings for sitemap in sitemaps):
        return
    # Versions may be declared in the pages' heads, in the sitemap or in both.
    in_both = any(page.alternates for page in pages) and any(
        entry.alternates for sitemap in sitemaps for entry in sitemap.entries
    )
    listed: set[str] = set()
    indexes = _indexes(documents, site)
    places: dict[tuple[str, str], tuple[ParsedDocument, SitemapEntry]] = {}
    for sitemap in sitemaps:
        for entry in sitemap.entries:
            href = _href(entry, site)
            page = _page(href, documents, site)
            shown = page.file if page else href
            place = indexes.get(sitemap.file, sitemap.file), shown
            first, before = places.get(place, (sitemap, None))
            if before and (first is sitemap or not (before.has_media or entry.has_media)):
                where = "" if first is sitemap else f" of {first.file}"
                message = f"the page is already on line {before.location.line}{where}"
                yield _at(entry, sitemap, "sitemap-duplicate", href, message)
                continue
            if problem := _problem(entry, href, page, site):
                yield _at(entry, sitemap, "sitemap-not-a-page", href, problem)
                continue
            places.setdefault(place, (sitemap, entry))
            listed.add(shown)
            if in_both and page:
                here = versions_of(entry.alternates, sitemap, site)
                there = versions_of(page.alternates, page, site)
                if here != there and not any(_is_missing(one, site) for _, one in here ^ there):
                    message = f"the versions differ from those in the head of {page.file}"
                    yield _at(entry, sitemap, "sitemap-alternates", href, message)
    names = " or ".join(sitemap.file for sitemap in sitemaps)
    for page in [] if all(sitemap.is_list for sitemap in sitemaps) else pages:
        own = own_address(page, site)
        if own and page.file not in listed:
            message = f"{names} does not list the page"
            yield Finding(page.file, 1, "sitemap-missing-page", own, own, message)


def _indexes(documents: Mapping[str, ParsedDocument], site: ServedSite) -> dict[str, str]:
    """Return the sitemap index of each sitemap that is part of one."""
    return {
        found.file: index.file
        for index in documents.values()
        for written in index.sitemaps
        if (found := site.find_url(written))
    }


def _is_missing(href: str, site: ServedSite) -> bool:
    """Return True if a version does not exist, which is reported elsewhere."""
    found = site.find_url(href)
    return found is not None and found.answer is not Served.FILE


def _href(entry: SitemapEntry, site: ServedSite) -> str:
    address = resolve(entry.location.written, site.url)
    return comparable(address.href) if address else entry.location.written


def _page(
    href: str, documents: Mapping[str, ParsedDocument], site: ServedSite
) -> ParsedDocument | None:
    found = site.find_url(href)
    return documents.get(found.file) if found and found.answer is Served.FILE else None


def _problem(
    entry: SitemapEntry, href: str, page: ParsedDocument | None, site: ServedSite
) -> str | None:
    """Return why an address should not be listed; missing pages are reported elsewhere."""
    if not entry.location.written:
        return None
    if site.find_url(href) is None:
        return f"the address is outside {site.url}"
    if page is None:
        return None
    if page.is_page and "#" not in href:
        own = own_address(page, site)
        # Without a canonical URL, any that serves the page will do.
        if href == own or (own and not page.canonicals):
            return None
    return "not the canonical address of a page that may be indexed"


def _at(
    entry: SitemapEntry, sitemap: ParsedDocument, rule: str, href: str, message: str
) -> Finding:
    location = entry.location
    return Finding(sitemap.file, location.line, rule, location.written, href, message)
