"""The file that a page was made from, as MkDocs makes `guide/index.html` from `guide.md`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from linkcheck.findings import Finding

_DOCS_DIR = re.compile(r"""^docs_dir:\s*["']?([^"'#\n]*[^"'#\s])""", re.MULTILINE)


def source_of(finding: Finding, folders: Sequence[Path]) -> tuple[str, int]:
    """Return the file to fix and its line: the page itself if no folder has its source.

    Args:
        finding: a finding.
        folders: the folders that pages are made from, the first one first.
    """
    for folder in folders:
        for name in _names(finding.page):
            if (folder / name).is_file():
                # Markdown has no lines of HTML: an address is on the line that contains it.
                line = finding.line
                if name != finding.page:
                    line = _line_of(folder / name, finding.target)
                return (folder / name).as_posix(), line
    return finding.page, finding.line


def usual_folders(folder: Path) -> list[str]:
    """Return the `docs_dir` of the MkDocs project in a folder, if there is one."""
    try:
        text = (folder / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    found = _DOCS_DIR.search(text)
    return [found[1] if found else "docs"]


def _names(page: str) -> Iterator[str]:
    name = page.removesuffix(".html")
    if name != page:
        folder = name.removesuffix("index").rstrip("/")
        if name == "index" or name.endswith("/index"):
            yield from (f"{folder}.md",) if folder else ()
            yield from (f"{folder}/{one}.md".lstrip("/") for one in ("index", "README"))
        else:
            yield f"{name}.md"
    yield page


@lru_cache(maxsize=10_000)
def _line_of(file: Path, target: str) -> int:
    before, found, _ = file.read_text(encoding="utf-8", errors="replace").partition(target)
    return before.count("\n") + 1 if found and target else 1
