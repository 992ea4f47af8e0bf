"""Is there anything that nothing leads to?"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from linkcheck.document import Document
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, Site
from linkcheck.rules.well_known import is_asked_for_by_name, is_proof

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
                or is_proof(file)
                or (name != "index.html" and in_scripts.speak_of(file))
            ):
                message = "no other page links to this one"
                yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)
        elif not (
            file in used
            or (document and document.for_programs)
            or is_asked_for_by_name(file)
            or mentions.speak_of(file)
            or mentions.may_speak_of(name)
        ):
            message = "nothing in the site uses this file"
            yield Finding(file, 1, "orphan-asset", file, site.address_of(file), message)


class _Mentions:
    """Files that scripts and data speak of."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths: dict[str, list[str]] = {}
        for path in paths:
            self.paths.setdefault(path.rpartition("/")[2], []).append(f"/{path}")
        self.patterns = [name for name in self.paths if "*" in name and _TELLING.search(name)]

    def speak_of(self, file: str) -> bool:
        """Say whether the file is spoken of, by as much of its path as is said."""
        file = f"/{file}"
        said = self.paths.get(file.rpartition("/")[2], [])
        return any(file.endswith(path) or path.endswith(file) for path in said)

    def may_speak_of(self, name: str) -> bool:
        """Say whether the file's name is one that a script may put together."""
        return any(fnmatchcase(name, one) for one in self.patterns)
