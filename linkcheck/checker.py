"""The whole check of a site: read every file once, follow every address, compare."""

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ada_url import URL

from linkcheck.document import Document, Use
from linkcheck.findings import RULES, Finding
from linkcheck.github_pages import Site
from linkcheck.likely_url import likely_url
from linkcheck.readers.file import read
from linkcheck.rules.fragments import Fragment, check_fragment, check_ids, fragment_of
from linkcheck.rules.imports import check_bare_imports, check_imports, import_map_of
from linkcheck.rules.links import Target, targets
from linkcheck.rules.metadata import check_alternates, check_canonicals
from linkcheck.rules.orphans import check_orphans
from linkcheck.rules.sitemaps import check_sitemaps

# Below this, starting processes costs more than they save.
_FILES_WORTH_PROCESSES = 400

# The places of the addresses that scripts are run from.
_RUNS = ("script[", "import", "new URL()", "worker")

Progress = Callable[[Iterable[Any], int], Iterable[Any]]


class CannotRunError(Exception):
    """The check cannot start; the message says why, in one sentence."""


@dataclass(frozen=True)
class Report:
    """What a check found, and how much it looked at."""

    findings: list[Finding]
    pages: int
    links: int
    likely_url: str = ""
    """Where the site's own addresses say that it stands, if that is not where it was said to."""


def open_site(folder: Path, url: str) -> Site:
    """Return the site built in `folder` to stand at `url`.

    Raises:
        CannotRunError: there is no such folder, or no such address.
    """
    if not folder.is_dir():
        raise CannotRunError(f"there is no folder {folder}: build the site first, or name another")
    try:
        address = URL(url)
    except ValueError:
        address = None
    if address is None or address.protocol not in ("https:", "http:"):
        raise CannotRunError(f"“{url}” is not an address: write https://OWNER.github.io/REPO/")
    base = address.pathname if address.pathname.endswith("/") else f"{address.pathname}/"
    return Site(folder, f"{address.origin}{base}", address.host, base)


def check(
    site: Site,
    ignore: Collection[str] = (),
    jobs: int = 1,
    progress: Progress = lambda documents, total: documents,
) -> Report:
    """Check a site.

    Args:
        site: from `open_site`.
        ignore: rules that are not told.
        jobs: how many processes read files.
        progress: wraps the reading, of so many files, to show how far it is.

    Raises:
        CannotRunError: the site has no page.
    """
    files = sorted(site.files)
    examined = list(progress(_examine_all(site, files, jobs), len(files)))
    documents = {one.document.file: one.document for one in examined}
    pages = [document for document in documents.values() if document.is_page]
    if not pages and not site.faults:
        raise CannotRunError(f"there is no page in {site.folder}: build the site there first")
    findings = [
        finding for finding in _findings(examined, documents, site) if finding.rule not in ignore
    ]
    return Report(
        findings=sorted(set(findings)),
        pages=len(pages),
        links=sum(one.links for one in examined),
        likely_url=likely_url(documents.values(), site),
    )


@dataclass(frozen=True, slots=True)
class _Examined:
    """One file, read and its addresses followed: all that one process can do by itself.

    Attributes:
        document: what it holds, without its references.
        findings: what is wrong so far.
        fragments: the places in pages that it points to.
        linked: the pages that it leads a reader to.
        used: the files that it names.
        links: how many addresses it holds.
        run: the scripts that it runs.
    """

    document: Document
    findings: list[Finding]
    fragments: list[Fragment]
    linked: set[str]
    used: set[str]
    links: int
    run: set[str] = field(default_factory=set)


def _examine_all(site: Site, files: list[str], jobs: int) -> Iterator[_Examined]:
    if jobs == 1 or len(files) < _FILES_WORTH_PROCESSES:
        yield from (_examine(site, file) for file in files)
        return
    with ProcessPoolExecutor(jobs, initializer=_share, initargs=(site,)) as pool:
        yield from pool.map(_examine_shared, files, chunksize=64)


_shared: list[Site] = []
"""The site, in a process that examines files of it: sent once and not with each file."""


def _share(site: Site) -> None:
    _shared.append(site)


def _examine_shared(file: str) -> _Examined:
    return _examine(_shared[0], file)


def _examine(site: Site, file: str) -> _Examined:
    document = read(site.folder, file)
    examined = _Examined(document, [], [], set(), set(), _count(document))
    for part in document.everything():
        if not part.in_feed:
            examined.findings.extend(check_ids(part))
            examined.findings.extend(
                Finding(file, line, rule, target, "", message)
                for rule, line, target, message in part.faults
            )
        for result in targets(part, site):
            _note(result, examined)
        part.references.clear()
        part.id_references.clear()
        part.tagged.clear()
    # What is left is sent from one process to another: no more than is asked for later.
    document.parts = [part for part in document.parts if part.imports]
    return examined


def _count(document: Document) -> int:
    return sum(len(part.references) + len(part.imports) for part in document.everything())


def _note(result: Target | Finding, examined: _Examined) -> None:
    if isinstance(result, Finding):
        examined.findings.append(result)
        return
    if place := fragment_of(result):
        examined.fragments.append(place)
    document = examined.document
    if result.found.file != document.file:
        examined.used.add(result.found.file)
        if result.reference.place.startswith(_RUNS):
            examined.run.add(result.found.file)
        # Nobody follows a link of what only programs read.
        if document.is_page and result.reference.use in (Use.LINK, Use.FRAME):
            examined.linked.add(result.found.file)


def _findings(
    examined: list[_Examined], documents: dict[str, Document], site: Site
) -> Iterator[Finding]:
    for file, rule, message in site.faults:
        yield Finding(file, 1, rule, file, "", message)
    import_map = import_map_of(documents.values(), site)
    for one in examined:
        for part in one.document.everything():
            for result in check_imports(part, import_map, site):
                _note(result, one)
    run = set[str]().union(*(one.run for one in examined))
    for one in examined:
        # What no page runs may be for a program that finds modules otherwise.
        if one.document.is_page or one.document.file in run:
            for part in one.document.everything():
                yield from check_bare_imports(part, import_map)
        yield from one.findings
        for place in one.fragments:
            if finding := check_fragment(one.document, place, documents):
                yield finding
    pages = [document for document in documents.values() if document.is_page]
    yield from check_canonicals(pages, site)
    yield from check_alternates(documents, site)
    yield from check_sitemaps(documents, site)
    linked = set[str]().union(*(one.linked for one in examined))
    used = set[str]().union(*(one.used for one in examined))
    yield from check_orphans(documents, linked, used, site)


def unknown_rules(names: Iterable[str]) -> list[str]:
    """Return the names that no rule has."""
    return [name for name in names if name not in RULES]
