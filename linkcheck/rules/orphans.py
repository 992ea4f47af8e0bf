"""Rules about pages that nothing links to and files that nothing uses."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from linkcheck.document import ParsedDocument
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, ServedSite
from linkcheck.rules.well_known import is_proof, is_requested_by_name

# A pattern that matches any file means nothing: it needs a word beside its extension.
_SPECIFIC = re.compile(r"\w{3,}[.-]|[.-]\w{3,}\.")


def check_orphans(
    documents: Mapping[str, ParsedDocument],
    linked: Collection[str],
    used: Collection[str],
    site: ServedSite,
) -> Iterator[Finding]:
    """Yield a finding for each page without links to it, and each unused file.

    Args:
        documents: all documents, by file.
        linked: the pages that another page links to.
        used: the files that are referred to.
        site: the site.
    """
    mentions = _Mentions(name for document in documents.values() for name in document.mentions)
    # A page that only data (a search index) mentions is not linked.
    in_scripts = _Mentions(
        name
        for document in documents.values()
        if document.is_page or document.file.lower().endswith((".js", ".mjs"))
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
                or (name != "index.html" and in_scripts.include(file))
            ):
                message = "no other page links to this one"
                yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)
        elif not (
            file in used
            or (document and document.for_programs)
            or is_requested_by_name(file)
            or mentions.include(file)
            or mentions.may_include(name)
        ):
            message = "nothing on the site uses this file"
            yield Finding(file, 1, "orphan-asset", file, site.address_of(file), message)


class _Mentions:
    """File names found in scripts and data; each file is looked up, not compared with all."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths: set[str] = set()
        self.ends: set[str] = set()  # of the paths
        # Patterns by what precedes their first star and follows their last one.
        self.patterns: dict[tuple[str, str], list[str]] = {}
        for path in paths:
            self.paths.add(path)
            self.ends.update(_ends(path))
            name = path.rpartition("/")[2]
            if "*" in name and _SPECIFIC.search(name):
                ends = name.partition("*")[0], name.rpartition("*")[2]
                self.patterns.setdefault(ends, []).append(name)
        self.lengths = {(len(start), len(end)) for start, end in self.patterns}

    def include(self, file: str) -> bool:
        """Return True if the file is mentioned, by as much of its path as the mention has."""
        return file in self.ends or any(end in self.paths for end in _ends(file))

    def may_include(self, name: str) -> bool:
        """Return True if a script may build the file's name."""
        return any(
            fnmatchcase(name, one)
            for start, end in self.lengths
            for one in self.patterns.get((name[:start], name[len(name) - end :]), ())
        )


def _ends(path: str) -> Iterator[str]:
    """Yield the path, and the same without its first folder, its first two..."""
    while path:
        yield path
        path = path.partition("/")[2]
