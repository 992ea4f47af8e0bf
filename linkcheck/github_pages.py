"""What GitHub Pages serves for each address of a project site; README.md describes it."""

import base64
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from linkcheck.addresses import comparable, decode_path, resolve
from linkcheck.findings import Finding

NOT_FOUND_PAGE = "404.html"
_SLASHES = re.compile("//+")


class Served(StrEnum):
    """The kinds of response."""

    FILE = "file"
    REDIRECT = "redirect"
    FOLDER = "folder"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Found:
    """A response, and the file that is served after redirects."""

    answer: Served
    file: str = ""


@dataclass
class ServedSite:
    """The files of a built site and the URL that it will have."""

    folder: Path
    url: str  # ends with a slash
    host: str  # of `url`
    base: str  # the path of `url`
    files: set[str] = field(default_factory=set)  # relative to the folder, with slashes
    findings: list[Finding] = field(default_factory=list)  # what could not be listed

    def __post_init__(self) -> None:
        self.files = set(self._list())
        self.folders = {""}
        for file in self.files:
            parent = file.rpartition("/")[0]
            while parent not in self.folders:
                self.folders.add(parent)
                parent = parent.rpartition("/")[0]
        self._reported = {
            name for one in self.findings for name in (one.page, one.page.removesuffix(".html"))
        }
        self._found: dict[str, Found] = {}
        self._digests: dict[tuple[str, str], str] = {}
        self._folded: dict[str, str] = {}
        for name in (*self.folders, *self.files):
            self._folded.setdefault(_fold(name), name)

    def address_of(self, file: str) -> str:
        """Return the URL that serves a file."""
        is_index = file == "index.html" or file.endswith("/index.html")
        shown = file.removesuffix("index.html") if is_index else file
        return self.url + quote(os.fsencode(shown), safe="/!$&'()*+,;=:@~")

    def is_reported(self, path: str) -> bool:
        """Return True if a finding already says that the file cannot be served."""
        return decode_path(path) in self._reported

    def below_base(self, path: str) -> str | None:
        """Return what follows the base path in a path of the host; None for another site's."""
        path = comparable(path)
        return path.removeprefix(self.base) if path.startswith(self.base) else None

    def misspells_base(self, path: str) -> bool:
        """Return True if only case or repeated slashes differ from a path below the base path."""
        return f"{_SLASHES.sub('/', comparable(path))}/".lower().startswith(self.base.lower())

    def has(self, path: str) -> bool:
        """Return True if `path`, percent-encoded, below the base path, is served."""
        return self.find(path).answer in (Served.FILE, Served.REDIRECT)

    def find(self, path: str) -> Found:
        """Return the response to `path`, percent-encoded, below the base path."""
        if path not in self._found:
            self._found[path] = self._find(decode_path(path))
        return self._found[path]

    def find_url(self, written: str) -> Found | None:
        """Return the response to an absolute URL; None if it is not below the site's URL."""
        address = resolve(written, self.url)
        if address is None or not comparable(address.href).startswith(self.url):
            return None
        path = self.below_base(address.path)
        return None if path is None else self.find(path)

    def _find(self, name: str) -> Found:
        if name.startswith("/") or "//" in name:
            return Found(Served.MISSING)
        folder = name.endswith("/") or not name
        for shown in (f"{name}index.html",) if folder else (name, f"{name}.html"):
            if shown in self.files:
                return Found(Served.FILE, shown)
        if f"{name}/index.html" in self.files:
            return Found(Served.REDIRECT, f"{name}/index.html")
        return Found(Served.FOLDER if name.removesuffix("/") in self.folders else Served.MISSING)

    def nearest(self, path: str) -> str | None:
        """Return a name that differs from `path` only by case or Unicode normalization."""
        name = decode_path(path)
        if name.startswith("/") or "//" in name:
            return None
        folder = name.endswith("/")
        name = name.rstrip("/")
        for suffix in ("/index.html",) if folder else ("", ".html", "/index.html"):
            near = self._folded.get(_fold(name + suffix), "")
            if near.removesuffix(suffix) != name and near in self.files:
                return near.removesuffix(suffix)
        return None

    def digest(self, file: str, algorithm: str) -> str:
        """Return the digest of a file's content, in base64 without padding."""
        if (file, algorithm) not in self._digests:
            with (self.folder / file).open("rb") as content:
                digest = hashlib.file_digest(content, algorithm).digest()
            self._digests[file, algorithm] = base64.b64encode(digest).decode().rstrip("=")
        return self._digests[file, algorithm]

    def _list(self) -> Iterator[str]:
        root = self.folder.resolve()
        for folder, names, files in os.walk(self.folder, onerror=self._report_unreadable):
            for name in [*names, *files]:
                try:
                    yield from self._entry(Path(folder, name), name in names, root)
                except OSError as error:
                    self._report_unreadable(error)

    def _entry(self, path: Path, is_folder: bool, root: Path) -> Iterator[str]:
        """Yield a file, or the files behind a symlink to a folder; os.walk enters the others."""
        if path.is_symlink() and (problem := _problem_of_link(path, root)):
            self._report(path, "outside-symlink", problem)
        elif is_folder and path.is_symlink():
            target = path.resolve()
            for file in target.rglob("*"):
                if file.is_file() and not file.is_symlink():
                    yield (path / file.relative_to(target)).relative_to(self.folder).as_posix()
        elif not is_folder and path.is_file():
            yield path.relative_to(self.folder).as_posix()

    def _report_unreadable(self, error: OSError) -> None:
        self._report(Path(error.filename), "unreadable", f"it cannot be read: {error.strerror}")

    def _report(self, path: Path, rule: str, message: str) -> None:
        name = path.relative_to(self.folder).as_posix()
        self.findings.append(Finding(name, 1, rule, name, message=message))


def _problem_of_link(link: Path, root: Path) -> str | None:
    """Return why a symlink is not followed, if it is not."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "the link leads nowhere"
    if not target.is_relative_to(root):
        return "the link leads out of the site; its target is not read"
    if target.is_dir() and link.parent.resolve().is_relative_to(target):
        return "the link is a loop"
    return None


def _fold(name: str) -> str:
    """Return a key shared by names that differ only by case or normalization."""
    return unicodedata.normalize("NFC", name).casefold()
