"""Is there anything that nothing leads to?"""

import re
from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase

from linkcheck.check_links import NOT_FOUND_PAGE
from linkcheck.document import Document
from linkcheck.findings import Finding
from linkcheck.github_pages import Site

_ASKED_FOR_BY_NAME = {
    ".nojekyll", "CNAME", "LICENSE", "README.md", "ads.txt", "apple-touch-icon.png", "favicon.ico",
    "humans.txt", "llms.txt", "objects.inv", "robots.txt", "sitemap.xml", "sitemap.xml.gz",
}  # fmt: skip

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
    mentions = {name for document in documents.values() for name in document.mentions}
    patterns = [name for name in mentions if "*" in name and _TELLING.search(name)]
    for file in sorted(site.files):
        document = documents.get(file)
        if document and document.is_page:
            if (
                file not in linked
                and file not in ("index.html", NOT_FOUND_PAGE)
                and not document.moves_on
            ):
                message = "no other page links to this one"
                yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)
        elif file not in used and file not in _ASKED_FOR_BY_NAME and not file.startswith("."):
            name = file.rpartition("/")[2]
            if name not in mentions and not any(fnmatchcase(name, p) for p in patterns):
                message = "nothing in the site uses this file"
                yield Finding(file, 1, "orphan-asset", file, site.address_of(file), message)
