"""Rules about pages that nothing links to and files that nothing uses."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from linkcheck.document import ParsedDocument
from linkcheck.findings import Finding
from linkcheck.github_pages import NOT_FOUND_PAGE, ServedSite
from linkcheck.rules.well_known import is_proof, is_requested_by_name

# A pattern that matches any file means nothing: it needs a word beside its extension.
_SPECIFIC = re.compile(r"\w{3,}[.-]|[.-]\w{3,}\.")


HOME = "index.html"


def check_orphans(
    documents: Mapping[str, ParsedDocument],
    links: Mapping[str, Collection[str]],
    used: Collection[str],
    site: ServedSite,
) -> Iterator[Finding]:
    """Yield a finding for each page that readers do not reach, and each unused file.

    Args:
        documents: all documents, by file.
        links: the other pages and drawings that each page or drawing links to.
        used: the files that are referred to.
        site: the site.
    """
    yield from _check_pages(documents, links, site)
    mentions = _Mentions(name for document in documents.values() for name in document.mentions)
    for file in sorted(site.files):
        document = documents.get(file)
        if not (
            file in used
            or (document and (document.is_page or document.for_programs))
            or is_requested_by_name(file)
            or mentions.include(file)
            or mentions.may_include(file.rpartition("/")[2])
        ):
            message = "nothing on the site uses this file"
            yield Finding(file, 1, "orphan-asset", file, site.address_of(file), message)


def _check_pages(
    documents: Mapping[str, ParsedDocument],
    links: Mapping[str, Collection[str]],
    site: ServedSite,
) -> Iterator[Finding]:
    # A page that only data (a search index) mentions is not linked.
    in_scripts = _Mentions(
        name
        for document in documents.values()
        if document.is_page or document.file.lower().endswith((".js", ".mjs"))
        for name in document.mentions
    )
    pages = sorted(file for file, document in documents.items() if document.is_page)
    linked = {page for file in pages for page in links[file]}
    start = [
        file
        for file in pages
        if file in (HOME, NOT_FOUND_PAGE)
        or documents[file].moves_on
        or is_proof(file)
        or in_scripts.include(file)
        or in_scripts.include(file.removesuffix(".html"))  # as the host serves it
    ]
    reached: set[str] = set()
    _reach(start, links, reached)
    for file in pages:
        if file not in reached and file not in linked:
            message = "no other page links to this one"
            yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)
            _reach([file], links, reached)
    if HOME in pages:
        for file in _first_of_islands([file for file in pages if file not in reached], links):
            message = (
                "the home page does not lead here: only pages that this one leads to link to it"
            )
            yield Finding(file, 1, "orphan-page", file, site.address_of(file), message)


def _first_of_islands(pages: Sequence[str], links: Mapping[str, Collection[str]]) -> list[str]:
    """Return one page of each group of pages that nothing but the group leads to."""
    first: dict[str, None] = {}
    island_of: dict[str, str] = {}
    for file in pages:
        if file not in island_of:
            island_of[file] = file
            waiting = [file]
            while waiting:
                for page in links.get(waiting.pop(), ()):
                    if page not in island_of:
                        island_of[page] = file
                        waiting.append(page)
                    elif island_of[page] != file:
                        first.pop(island_of[page], None)
            first[file] = None
    return list(first)


def _reach(start: list[str], links: Mapping[str, Collection[str]], reached: set[str]) -> None:
    """Add the pages that links lead to from those at the start, and these, to `reached`."""
    reached.update(start)
    while start:
        found = [page for page in links.get(start.pop(), ()) if page not in reached]
        reached.update(found)
        start += found


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
        return file in self.ends or any(end in self.paths for end in _ends(file) if end != HOME)

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
