"""The URL that a site's own addresses start with, to detect a wrong --site-url."""

from collections import Counter
from collections.abc import Iterable

from linkcheck.addresses import SPACES, names_host, resolve
from linkcheck.document import ParsedDocument
from linkcheck.github_pages import Served, ServedSite


def likely_url(documents: Iterable[ParsedDocument], site: ServedSite) -> str:
    """Return the URL that most absolute canonical and sitemap addresses start with.

    Empty if that is the URL of `site`, or if there is no majority.
    """
    bases: Counter[str] = Counter()
    for document in documents:
        written = [canonical.written for canonical in document.canonicals]
        written += [entry.location.written for entry in document.entries]
        bases.update(base for one in written if (base := _base(one, site)))
    if not bases:
        return ""
    base, count = bases.most_common(1)[0]
    return base if base != site.url and count * 2 > bases.total() else ""


def _base(written: str, site: ServedSite) -> str:
    """Return what precedes the longest suffix of the address that is a page of the site."""
    address = resolve(written, site.url) if names_host(written.strip(SPACES)) else None
    if address is None or "//" in address.path:  # two slashes are never right
        return ""
    href = address.href.partition("#")[0].partition("?")[0]
    parts = address.path.split("/")[1:]
    suffixes = ["/".join(parts[start:]) for start in range(len(parts))]
    if href.startswith(site.url):
        suffixes.insert(0, href.removeprefix(site.url))
    for suffix in suffixes:
        if site.find(suffix).answer is Served.FILE:
            return href.removesuffix(suffix)
    return ""
