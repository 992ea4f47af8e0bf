"""What the documents for maintainers name exists: links, files, functions, commands."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.site import ROOT

README = ROOT / "README.md"
DOCUMENTS = [
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "linkcheck/README.md",
    ROOT / ".github/pull_request_template.md",
    *sorted((ROOT / "docs-dev").rglob("*.md")),
]
IGNORED = tuple(line.lstrip("/") for line in (ROOT / ".gitignore").read_text().split())
"""Folders that commands make, which documents name too."""

_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:[\w.*-]+/)+[\w.*-]*")
_NAME = re.compile(r"[A-Za-z_]\w*")


def test_links_lead_to_files() -> None:
    missing = [
        f"{document.relative_to(ROOT)}: {target}"
        for document in DOCUMENTS
        for target in _LINK.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert missing == []


def test_files_in_code_exist() -> None:
    missing = [
        f"{document.relative_to(ROOT)}: {path}"
        for document in DOCUMENTS
        for path in paths(" ".join(code(document)))
        if not path.startswith(IGNORED) and not find(path, document)
    ]
    assert missing == []


def test_names_are_defined_in_a_file_of_their_line() -> None:
    defined: list[str] = []
    missing: list[str] = []
    for document in DOCUMENTS:
        for line in _FENCE.sub("", document.read_text(encoding="utf-8")).splitlines():
            spans = _SPAN.findall(line)
            files = [file for path in paths(" ".join(spans)) for file in find(path, document)]
            text = "\n".join(file.read_text("utf-8", "replace") for file in files if file.is_file())
            for name in filter(_NAME.fullmatch, spans if text else ()):
                definition = (
                    rf"\b(?:def|class|function|const) {name}\b|^ *(?:- )?{name}\b|\b{name}:"
                )
                known = re.search(definition, text, re.MULTILINE) or (ROOT / name).exists()
                (defined if known else missing).append(f"{document.relative_to(ROOT)}: {name}")
    assert missing == []
    assert len(defined) > 50


def test_commands_exist() -> None:
    defined = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    missing = [
        f"{document.relative_to(ROOT)}: make {command}"
        for document in DOCUMENTS
        for command in commands(document)
        if command not in defined
    ]
    assert missing == []
    assert {"serve", "build", "check", "test"} <= commands(README)


def test_ci_runs_make_test() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("exec make test")


def code(document: Path) -> Iterator[str]:
    """Yield the code blocks and code spans of a document."""
    text = document.read_text(encoding="utf-8")
    yield from _FENCE.findall(text)
    yield from _SPAN.findall(_FENCE.sub("", text))


def commands(document: Path) -> set[str]:
    return {name for part in code(document) for name in re.findall(r"\bmake ([a-z-]+)(?!\w)", part)}


def paths(text: str) -> list[str]:
    """Return the words that are paths with a folder: not addresses, not bare file names."""
    return [word for word in re.findall(r"[^\s,;]+", text) if _PATH.fullmatch(word)]


def find(path: str, document: Path) -> list[Path]:
    """Return the files or folders at a path, from the root or from the document's folder."""
    return [file for folder in (ROOT, document.parent) for file in folder.glob(path)]
