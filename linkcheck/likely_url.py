"""Where a site's own addresses say that it stands: --site-url may have been given wrong."""

from collections import Counter
from collections.abc import Iterable

from linkcheck.addresses import resolve
from linkcheck.document import Document
from linkcheck.github_pages import Answer, Site


def likely_url(documents: Iterable[Document], site: Site) -> str:
    """Return the address that most canonical addresses and the sitemap begin with.

    Empty where that is the one the site was said to have, or where no one address stands out.
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


def _base(written: str, site: Site) -> str:
    """Return what stands before the longest ending of the address that is a page of the site."""
    address = resolve(written, site.url)
    if address is None or address.scheme not in ("http", "https"):
        return ""
    href = address.href.partition("#")[0].partition("?")[0]
    parts = address.path.split("/")[1:]
    endings = ["/".join(parts[start:]) for start in range(len(parts))]
    if href.startswith(site.url):
        endings.insert(0, href.removeprefix(site.url))
    for ending in endings:
        if site.find(ending).answer is Answer.FILE:
            return href.removesuffix(ending)
    return ""
