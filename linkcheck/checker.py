"""The check of a site: read each file once, follow its addresses, compare the documents."""

import fnmatch
import os
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from pathlib import Path

from ada_url import URL

from linkcheck.document import ParsedDocument, Use
from linkcheck.errors import CannotRunError
from linkcheck.findings import Finding
from linkcheck.github_pages import ServedSite
from linkcheck.likely_url import likely_url
from linkcheck.processes import in_processes
from linkcheck.progress import progress
from linkcheck.readers.file import read_file
from linkcheck.rules.fragments import Fragment, check_fragment, check_ids, fragment_of
from linkcheck.rules.imports import check_bare_imports, check_import, import_map_of
from linkcheck.rules.links import Target, base_of, external_address, follow
from linkcheck.rules.metadata import check_alternates, check_canonicals
from linkcheck.rules.orphans import check_orphans
from linkcheck.rules.redirects import check_redirects
from linkcheck.rules.sitemaps import check_sitemaps

# Below this, starting processes costs more time than they save.
_FILES_WORTH_PROCESSES = 400

# How much of the name of a folder is printed.
_LONGEST_NAME = 200

# Places of the addresses that scripts are run from.
_RUNS = ("script[", "import", "new URL()", "worker")


@dataclass(frozen=True)
class Report:
    """The findings of a check, and how much was checked."""

    findings: list[Finding]
    pages: int
    links: int
    likely_url: str = ""
    """The URL that the site's own addresses start with, if it is not the given one."""
    external: dict[str, str] = field(default_factory=dict)
    """The addresses of other sites, each with the file and line that it is first on."""


def open_site(folder: Path, url: str) -> ServedSite:
    """Return the site that is built in `folder`, to be served at `url`.

    Raises:
        CannotRunError: the folder does not exist, or the URL is invalid.
    """
    try:
        next(os.scandir(folder), None)
    except (FileNotFoundError, NotADirectoryError):
        message = f"there is no folder {folder}: build the site first, or name another"
        raise CannotRunError(message) from None
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else error
        message = f"the folder {_shortened(folder)} cannot be read: {problem}"
        raise CannotRunError(message) from None
    try:
        address = URL(url)
    except ValueError:
        address = None
    if address is None or address.protocol not in ("https:", "http:"):
        raise CannotRunError(f"“{url}” is not an address: write https://OWNER.github.io/REPO/")
    for part, name in ((address.search, "query"), (address.hash, "fragment")):
        if part:
            raise CannotRunError(f"--site-url {url} has a {name}: end it after the path")
    if address.username or address.password:
        raise CannotRunError("--site-url has a user name or a password: write it without")
    if address.pathname.endswith("/index.html"):
        raise CannotRunError(f"--site-url {url} names a page: end it before index.html")
    base = address.pathname if address.pathname.endswith("/") else f"{address.pathname}/"
    return ServedSite(folder, f"{address.origin}{base}", address.host, base)


def _shortened(folder: Path) -> str:
    name = str(folder)
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def check(
    site: ServedSite,
    ignore: Collection[str] = (),
    jobs: int = 1,
    exclude: Collection[str] = (),
    *,
    keep_external: bool = False,
) -> Report:
    """Check a site.

    Args:
        site: the site.
        ignore: rules to ignore.
        jobs: the number of processes.
        exclude: patterns of addresses to ignore, as written or absolute; `*` matches anything.
        keep_external: whether to report the addresses of other sites.

    Raises:
        CannotRunError: the site has no page, or the check could not be finished.
    """
    files = sorted(site.files)
    examined = []
    pool: dict[str, str] = {}
    with progress(len(files), "files", delay=1) as shown:
        for one in _examine_all(partial(_examine, site, keep_external), files, jobs):
            one.share_strings(pool)
            examined.append(one)
            shown.step()
    examined.sort(key=lambda one: one.document.file)
    documents = {one.document.file: one.document for one in examined}
    pages = [document for document in documents.values() if document.is_page]
    if not pages and not site.findings:
        raise CannotRunError(f"there is no page in {site.folder}: build the site there first")
    is_excluded = re.compile("|".join(map(fnmatch.translate, exclude)) or r"(?!)").match
    findings = {
        one
        for one in _findings(examined, documents, site)
        if one.rule not in ignore and not is_excluded(one.target) and not is_excluded(one.resolved)
    }
    external: dict[str, str] = {}
    for one in examined:
        for address, number in sorted(one.external.items(), key=itemgetter(1)):
            if not is_excluded(address):
                external.setdefault(address, f"{one.document.file}:{number}")
    links = sum(one.links for one in examined)
    url = likely_url(documents.values(), site)
    return Report(sorted(findings), len(pages), links, url, external)


@dataclass(slots=True)
class _Examined:
    """A file that one process has read and followed the addresses of."""

    document: ParsedDocument  # without references
    links: int
    findings: list[Finding] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)  # compared with ids later
    linked: set[str] = field(default_factory=set)  # pages and drawings that it links to
    used: set[str] = field(default_factory=set)  # files that it refers to
    run: set[str] = field(default_factory=set)  # scripts that it runs
    external: dict[str, int] = field(default_factory=dict)  # other sites' addresses, with lines

    def add(self, result: Target | Finding, *, is_ignored: bool = False) -> None:
        """Add what following an address yields; an ignored one is used, but not checked."""
        if isinstance(result, Finding):
            if is_ignored:
                return
            self.findings.append(result)
            return
        file, reference = result.found.file, result.reference
        # A browser does not reload the page for a fragment of it.
        if reference is self.document.refresh and not (
            file == self.document.file and result.address.fragment
        ):
            self.document.moves_to = file
        fragment = fragment_of(result)
        # Most fragments lead to an id of the same page, and a page may have thousands.
        if (
            fragment
            and not is_ignored
            and not (file == self.document.file and fragment.name in self.document.ids)
        ):
            self.fragments.append(fragment)
        if file != self.document.file:
            self.used.add(file)
            if reference.place.startswith(_RUNS):
                self.run.add(file)
            # Readers follow the links of pages and drawings, not those of files for programs.
            if self.document.has_ids and reference.use in (Use.LINK, Use.FRAME):
                self.linked.add(file)

    def share_strings(self, pool: dict[str, str]) -> None:
        """Keep one copy of each address: a menu has the same ones on all pages."""

        def shared(text: str) -> str:
            return pool.setdefault(text, text)

        self.fragments = [
            one._replace(
                file=shared(one.file),
                name=shared(one.name),
                written=shared(one.written),
                resolved=shared(one.resolved),
            )
            for one in self.fragments
        ]
        self.linked = set(map(shared, self.linked))
        self.used = set(map(shared, self.used))


def _examine_all(
    examine: Callable[[str], _Examined], files: list[str], jobs: int
) -> Iterator[_Examined]:
    if jobs == 1 or len(files) < _FILES_WORTH_PROCESSES:
        return map(examine, files)
    return in_processes(examine, files, jobs)


def _examine(site: ServedSite, keep_external: bool, file: str) -> _Examined:
    try:
        return _examine_file(site, keep_external, file)
    except Exception as error:
        message = f"{file} cannot be checked, which is a bug: {type(error).__name__}: {error}"
        raise CannotRunError(" ".join(message.split())) from error


def _examine_file(site: ServedSite, keep_external: bool, file: str) -> _Examined:
    document = read_file(site.folder, file)
    parts = document.everything()
    examined = _Examined(document, sum(len(one.references) + len(one.imports) for one in parts))
    for part in parts:
        if not part.in_feed:
            examined.findings += [*check_ids(part), *part.findings]
        base = base_of(part, site)
        # What is left is sent from one process to another: keep only what is needed later. A very
        # large page has a million references; each is dropped before more is made of the next.
        while part.references:
            reference = part.references.pop()
            for result in follow(reference, part, site, base):
                examined.add(result, is_ignored=reference.is_ignored)
            if not keep_external or reference.is_ignored:
                continue
            if address := external_address(reference, part, site, base):
                line = examined.external.get(address, reference.line)
                examined.external[address] = min(line, reference.line)
        part.id_references.clear()
        part.tagged.clear()
    document.parts = [part for part in document.parts if part.imports]
    return examined


def _findings(
    examined: list[_Examined], documents: dict[str, ParsedDocument], site: ServedSite
) -> Iterator[Finding]:
    yield from site.findings
    import_map = import_map_of(documents.values(), site)
    for one in examined:
        for part in one.document.everything():
            for reference in part.imports:
                for result in check_import(reference, part, import_map, site):
                    one.add(result, is_ignored=reference.is_ignored)
    used, run = (
        set[str]().union(*(getattr(one, name) for one in examined)) for name in ("used", "run")
    )
    for one in examined:
        # A script that no page runs may be for a program that resolves modules otherwise.
        if one.document.is_page or one.document.file in run:
            for part in one.document.everything():
                yield from check_bare_imports(part, import_map)
        yield from one.findings
        for fragment in one.fragments:
            if finding := check_fragment(one.document, fragment, documents):
                yield finding
    pages = [document for document in documents.values() if document.is_page]
    yield from check_canonicals(pages, site)
    yield from check_alternates(documents, site)
    yield from check_redirects(documents, site)
    yield from check_sitemaps(documents, site)
    links = {one.document.file: one.linked for one in examined}
    yield from check_orphans(documents, links, used, site)
