"""Is there anything that nothing leads to?"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from linkcheck.document import Document
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, Site

_ASKED_FOR_BY_NAME = {
    "BingSiteAuth.xml", "CNAME", "README.md", "ads.txt", "app-ads.txt",
    "apple-touch-icon.png", "apple-touch-icon-precomposed.png", "browserconfig.xml",
    "favicon.ico", "humans.txt", "llms.txt", "llms-full.txt", "objects.inv", "robots.txt",
    "security.txt", "sitemap.txt", "sitemap.xml", "sitemap.xml.gz",
}  # fmt: skip

# Licenses ask for their text to lie beside what they are of.
_LICENSE = re.compile(r"(licen[cs]e|copying|notice|ofl)s?([.-][\w.-]*)?", re.IGNORECASE)
# Where the owner of a site proves to a search engine that it is theirs.
_PROOF = re.compile(r"(google[0-9a-f]{16}|yandex_[0-9a-f]{16}|pinterest-[0-9a-f]{5})\.html")

# A pattern that would match any file says nothing: it needs a word beside its extension.
_TELLING = re.compile(r"\w{3,}[.-]|[.-]\w{3,}\.")


def check_orphans(
    documents: Mapping[str, Document], linked: Collection[str], used: Collection[str], site: Site
) -> Iterator[Finding]:
    """Give the pages that no other page links to and the files that nothing uses.

    Args:
        documents: every file read, by its name.
        linked: the pages that a link of another page leads to.
        used: the files that anything names.
        site: where they stand.
    """
    mentions = _Mentions(name for document in documents.values() for name in document.mentions)
    # Of a page, data files (a search index) speak without leading to it.
    in_scripts = _Mentions(
        name
        for document in documents.values()
        if document.is_page or document.file.endswith((".js", ".mjs"))
        for name in document.mentions
    )
    for file in sorted(site.files):
        document, name = documents.get(file), file.rpartition("/")[2]
        if document and document.is_page:
            if not (
                file in linked
                or file in ("index.html", NOT_FOUND_PAGE)
                or document.moves_on
                or _PROOF.fullmatch(file)
                or (name != "index.html" and name in in_scripts.names)
            ):
                message = "no other page links to this one"
                yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)
        elif not (
            file in used
            or (document and document.for_programs)
            or file in _ASKED_FOR_BY_NAME
            or file.startswith(".")
            or _LICENSE.fullmatch(name)
            or name in mentions
        ):
            message = "nothing in the site uses this file"
            yield Finding(file, 1, "orphan-asset", file, site.address_of(file), message)


class _Mentions:
    """File names that scripts and data speak of."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = set(names)
        self.patterns = [name for name in self.names if "*" in name and _TELLING.search(name)]

    def __contains__(self, name: str) -> bool:
        return name in self.names or any(fnmatchcase(name, one) for one in self.patterns)
