"""Earlier versions of a page's sections, from git."""

import re
import subprocess
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from dossier.files.problems import DossierError
from dossier.pages.page import parse_front_matter
from dossier.pages.sections import Section, split
from dossier.translation.state import section_hash


class NoHistoryError(Exception):
    """Raised if the earlier version cannot be found; the message is a sentence that says why."""


def section_at(file: Path, section_id: str, recorded: str) -> Section:
    """Return the latest version of a section that has the hash `recorded`.

    Raises:
        NoHistoryError: git does not know the file, or no commit has such a section.
    """
    for source in _versions(file):
        for section in _sections(source, file):
            if section.id == section_id and section_hash(section) == recorded:
                return section
    raise NoHistoryError(f"no commit of {file} has this section with the hash {recorded}")


def word_diff(before: str, after: str) -> list[str]:
    """Return the lines that differ, words marked as `git diff --word-diff` does: [-old-]{+new+}.

    A paragraph is one line here: whole lines would not show what has changed.
    """
    old, new = before.split("\n"), after.split("\n")
    changed = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            pairs = zip_longest(old[a:b], new[c:d], fillvalue="")
            changed += [_marked(*pair) for pair in pairs if any(line.strip() for line in pair)]
    return changed


def _sections(source: str, file: Path) -> list[Section]:
    try:
        fields = parse_front_matter(source, file).value
    except DossierError:
        return []  # in that commit it was not a page
    return split(source, *(str(fields.get(name, "")).strip() for name in ("title", "description")))


def _marked(before: str, after: str) -> str:
    old, new = (re.findall(r"\s+|\S+", line) for line in (before, after))
    line = ""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        deleted, added = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            line += deleted
        else:
            line += f"[-{deleted}-]" if deleted else ""
            line += f"{{+{added}+}}" if added else ""
    return line


def _versions(file: Path) -> Iterator[str]:
    """Yield the file's text at each commit that changed it, under any name, latest first."""
    # Each commit, then the name of the file in it.
    log = _git(file, "log", "--follow", "--name-only", "--format=%x00%H", "--", file.name)
    for entry in log.split("\0")[1:]:
        commit, *names = entry.split("\n")
        for name in filter(None, names):
            try:
                yield _git(file, "show", f"{commit}:{name}")
            except NoHistoryError:
                continue  # the commit that removed it


def _git(file: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", "-C", str(file.parent), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoHistoryError("git is not installed, so there is nothing to compare with") from None
    if result.returncode:
        raise NoHistoryError("there is no git history here to compare with")
    # As read_text does: without byte order mark, with uniform line ends.
    return result.stdout.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
