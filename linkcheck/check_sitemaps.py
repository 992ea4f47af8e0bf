"""Does the sitemap list every page once, and nothing else? (sitemaps.org)

A sitemap may be in parts, which an index names: they are taken together.
"""

from collections.abc import Iterator, Mapping

from linkcheck.addresses import comparable, resolve
from linkcheck.check_metadata import is_listed, versions_of
from linkcheck.document import Document, SitemapEntry
from linkcheck.findings import Finding
from linkcheck.github_pages import Answer, Site


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
    for sitemap in sitemaps:
        lines: dict[str, int] = {}
        for entry in sitemap.entries:
            href = _href(entry, site)
            if href in lines:
                message = f"the address stands already on line {lines[href]}"
                yield _at(entry, sitemap, "sitemap-duplicate", href, message)
            elif fault := _fault(entry, href, documents, site):
                yield _at(entry, sitemap, "sitemap-not-a-page", href, fault)
            elif in_both and (page := _page(href, documents, site)):
                here = versions_of(entry.alternates, sitemap, site)
                if here != versions_of(page.alternates, page, site):
                    message = f"the versions differ from those in the head of {page.file}"
                    yield _at(entry, sitemap, "sitemap-alternates", href, message)
            lines.setdefault(href, entry.location.line)
        listed.update(lines)
    names = " or ".join(sitemap.file for sitemap in sitemaps)
    for page in pages:
        own = site.address_of(page.file)
        if own not in listed and is_listed(page, site):
            message = f"{names} does not list the page"
            yield Finding(page.file, 1, "sitemap-missing-page", own, own, message)


def _href(entry: SitemapEntry, site: Site) -> str:
    address = resolve(entry.location.written, site.url)
    return comparable(address.href) if address else entry.location.written


def _page(href: str, documents: Mapping[str, Document], site: Site) -> Document | None:
    found = site.find(href.removeprefix(site.url))
    return documents.get(found.file) if found.answer is Answer.FILE else None


def _fault(
    entry: SitemapEntry, href: str, documents: Mapping[str, Document], site: Site
) -> str | None:
    """Return why the address is not one to list; what is missing is told as that."""
    if not entry.location.written:
        return None
    if not href.startswith(site.url):
        return f"the address lies outside {site.url}"
    page = _page(href, documents, site)
    if page is None:
        return None
    if page.is_page and href == site.address_of(page.file) and is_listed(page, site):
        return None
    return "this is not the canonical address of a page that may be indexed"


def _at(entry: SitemapEntry, sitemap: Document, rule: str, href: str, message: str) -> Finding:
    location = entry.location
    return Finding(sitemap.file, location.line, rule, location.written, href, message)
