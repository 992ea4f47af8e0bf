"""The whole check of a site: read every file once, follow every address, compare."""

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ada_url import URL

from linkcheck.check_links import Target, check_fragment, check_ids, targets
from linkcheck.check_metadata import check_alternates, check_canonicals, check_sitemap
from linkcheck.check_orphans import check_orphans
from linkcheck.document import Document, Use
from linkcheck.findings import RULES, Finding
from linkcheck.github_pages import Site
from linkcheck.read import read

# Below this, starting processes costs more than they save.
_FILES_WORTH_PROCESSES = 400

Progress = Callable[[Iterable[Document], int], Iterable[Document]]


class CannotRunError(Exception):
    """The check cannot start; the message says why, in one sentence."""


@dataclass(frozen=True)
class Report:
    """What a check found, and how much it looked at."""

    findings: list[Finding]
    pages: int
    links: int


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
    """
    files = sorted(site.files)
    documents = {
        document.file: document
        for document in progress(_read_all(site.folder, files, jobs), len(files))
    }
    findings = [finding for finding in _findings(documents, site) if finding.rule not in ignore]
    return Report(
        findings=sorted(set(findings)),
        pages=sum(document.is_page for document in documents.values()),
        links=sum(len(document.references) for document in documents.values()),
    )


def _read_all(folder: Path, files: list[str], jobs: int) -> Iterator[Document]:
    if jobs == 1 or len(files) < _FILES_WORTH_PROCESSES:
        yield from (read(folder, file) for file in files)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(partial(read, folder), files, chunksize=32)


def _findings(documents: dict[str, Document], site: Site) -> Iterator[Finding]:
    for file, rule, message in site.faults:
        yield Finding(file, 1, rule, file, "", message)
    pages = [document for document in documents.values() if document.is_page]
    linked: set[str] = set()
    used: set[str] = set()
    for document in documents.values():
        for rule, line, target, message in document.faults:
            yield Finding(document.file, line, rule, target, "", message)
        yield from check_ids(document)
        for result in targets(document, site):
            if isinstance(result, Finding):
                yield result
                continue
            if finding := check_fragment(document, result, documents):
                yield finding
            _note_use(document, result, linked, used)
    yield from check_canonicals(pages)
    yield from check_alternates(pages, documents, site)
    if sitemap := documents.get("sitemap.xml"):
        yield from check_sitemap(sitemap, pages, documents, site)
    yield from check_orphans(documents, linked, used, site)


def _note_use(document: Document, target: Target, linked: set[str], used: set[str]) -> None:
    if target.found.file == document.file:
        return
    used.add(target.found.file)
    place = target.reference.place
    if document.is_page and target.reference.use is Use.LINK and not place.startswith("link["):
        linked.add(target.found.file)


def unknown_rules(names: Iterable[str]) -> list[str]:
    """Return the names that no rule has."""
    return [name for name in names if name not in RULES]
