"""What GitHub Pages answers for each address of a project site.

Names are compared byte for byte; `/folder` is redirected to `/folder/`, which shows
its index.html; `/file` shows file.html; nothing lists a folder; whatever is missing
shows the root's 404.html.
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from linkcheck.addresses import Address, decode_path

NOT_FOUND_PAGE = "404.html"


class Answer(StrEnum):
    """The kinds of answer."""

    FILE = "file"
    REDIRECT = "redirect"
    FOLDER = "folder"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Found:
    """An answer and the file that it shows, in the end."""

    answer: Answer
    file: str = ""


@dataclass
class Site:
    """The files of a built site and where it will stand.

    Attributes:
        folder: where the files are.
        url: its address, which ends with a slash.
        host, base: the parts of it that addresses are compared with.
        files: every file, relative to the folder, with slashes.
        faults: what listing them found: file, rule, message.
    """

    folder: Path
    url: str
    host: str
    base: str
    files: set[str] = field(default_factory=set)
    faults: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files = set(self._list())
        self.folders = {""}
        for file in self.files:
            parent = file.rpartition("/")[0]
            while parent not in self.folders:
                self.folders.add(parent)
                parent = parent.rpartition("/")[0]
        self._answers: dict[str, Found] = {}
        self._folded: dict[str, str] = {}
        for name in (*self.folders, *self.files):
            self._folded.setdefault(fold(name), name)

    def address_of(self, file: str) -> str:
        """Return the absolute address that shows a file."""
        shown = file.removesuffix("index.html") if _is_index(file) else file
        return self.url + quote(os.fsencode(shown), safe="/!$&'()*+,;=:@~")

    def is_told(self, path: str) -> bool:
        """Say whether the site has the file, but it cannot be shown, which is told of it."""
        name = decode_path(path)
        return any(name in (file, file.removesuffix(".html")) for file, _, _ in self.faults)

    def would_redirect(self, address: Address) -> bool:
        """Say whether the address is of the site, but by http: where the site is at https:."""
        of_site = address.host == self.host
        return of_site and address.scheme == "http" and self.url.startswith("https:")

    def find(self, path: str) -> Found:
        """Return the answer to `path`, percent-encoded, below the base path."""
        if path not in self._answers:
            self._answers[path] = self._find(decode_path(path))
        return self._answers[path]

    def _find(self, name: str) -> Found:
        if name.startswith("/") or "//" in name:
            return Found(Answer.MISSING)
        folder = name.endswith("/") or not name
        for shown in (f"{name}index.html",) if folder else (name, f"{name}.html"):
            if shown in self.files:
                return Found(Answer.FILE, shown)
        if f"{name}/index.html" in self.files:
            return Found(Answer.REDIRECT, f"{name}/index.html")
        return Found(Answer.FOLDER if name.removesuffix("/") in self.folders else Answer.MISSING)

    def nearest(self, path: str) -> str | None:
        """Return the name that differs from `path` by case or Unicode normalization only."""
        name = decode_path(path)
        if name.startswith("/") or "//" in name:
            return None
        folder = name.endswith("/")
        name = name.rstrip("/")
        for suffix in ("/index.html",) if folder else ("", ".html", "/index.html"):
            near = self._folded.get(fold(name + suffix), "")
            if near.removesuffix(suffix) != name and near in self.files:
                return near.removesuffix(suffix)
        return None

    def _list(self) -> Iterator[str]:
        root = self.folder.resolve()
        for folder, names, files in os.walk(self.folder, onerror=self._unreadable):
            for name in [*names, *files]:
                try:
                    yield from self._entry(Path(folder, name), name in names, root)
                except OSError as error:
                    self._unreadable(error)

    def _entry(self, path: Path, is_folder: bool, root: Path) -> Iterator[str]:
        """Give the file, or the files behind a link to a folder; os.walk enters the others."""
        if path.is_symlink() and not self._stays_inside(path, root):
            return
        if is_folder:
            if path.is_symlink():
                yield from self._list_link(path)
        elif path.is_file():
            yield path.relative_to(self.folder).as_posix()

    def _list_link(self, link: Path) -> Iterator[str]:
        """List what a link to a folder of the site shows; a link around in a circle, once."""
        target = link.resolve()
        if link.parent.resolve().is_relative_to(target):
            name = link.relative_to(self.folder).as_posix()
            self.faults.append((name, "outside-symlink", "the link leads around in a circle"))
            return
        for path in target.rglob("*"):
            if path.is_file() and not path.is_symlink():
                shown = link / path.relative_to(target)
                yield shown.relative_to(self.folder).as_posix()

    def _stays_inside(self, link: Path, root: Path) -> bool:
        name = link.relative_to(self.folder).as_posix()
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):
            self.faults.append((name, "outside-symlink", "the link leads nowhere"))
            return False
        if not target.is_relative_to(root):
            message = "the link leads out of the site; what it shows is not read"
            self.faults.append((name, "outside-symlink", message))
            return False
        return True

    def _unreadable(self, error: OSError) -> None:
        name = Path(error.filename).relative_to(self.folder).as_posix()
        self.faults.append((name, "unreadable", f"it cannot be read: {error.strerror}"))


def fold(name: str) -> str:
    """Return a form that names differing only by case or normalization share."""
    return unicodedata.normalize("NFC", name).casefold()


def _is_index(file: str) -> bool:
    return file == "index.html" or file.endswith("/index.html")
