"""The rules of docs-dev/architecture.md on names; test_imports.py has those on imports."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.support.site import ROOT

FOLDERS = ("dossier", "hooks", "linkcheck", "publishing", "bench", "tests")
FILES = {
    file: file.read_text(encoding="utf-8")
    for folder in FOLDERS
    for file in sorted((ROOT / folder).rglob("*.py"))
}
TREES = {file: ast.parse(source) for file, source in FILES.items()}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def below(*folders: str) -> list[Path]:
    return [file for file in FILES if file.relative_to(ROOT).parts[0] in folders]


def naming(pattern: str, files: Iterable[Path]) -> list[str]:
    """Return each line that matches a regular expression."""
    return [
        f"{name(file)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(FILES[file].splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_one_module_knows_static_i18n() -> None:
    pattern = (
        r"\.locale_alternate_of\b|\.norm_src_uri\b|\.alternates\b|\bmkdocs_static_i18n\b"
        r"|plugins\[.i18n.\]|plugins\.get\(.i18n.|\bevent_priority\b|--dirty\b.*sys\.argv"
    )
    knowing = naming(pattern, below("dossier", "hooks", "publishing"))
    assert [line for line in knowing if not line.startswith("hooks/site.py:")] == []
    assert knowing, "nothing is found"


def test_one_room_knows_the_html_of_material() -> None:
    knowing = naming(r"\bmd-[a-z]", below("dossier", "hooks", "publishing"))
    room = ("dossier/theme/", "hooks/theme.py:")
    assert [line for line in knowing if not line.startswith(room)] == []
    assert knowing, "nothing is found"


def test_page_addresses_that_code_knows_are_in_one_module() -> None:
    known = defaultdict(list)
    for file in below("dossier", "hooks", "publishing"):
        docstrings = {id(n.value) for n in ast.walk(TREES[file]) if isinstance(n, ast.Expr)}
        strings = (n for n in ast.walk(TREES[file]) if isinstance(n, ast.Constant))
        for text in (str(node.value) for node in strings if id(node) not in docstrings):
            if re.match(r"(en/)?(catalogue|dates|a-z|plan|notes|sources)/", text):
                known[name(file)].append(text)
    assert len(known.pop("dossier/addresses.py")) == 6
    assert known == {}


def test_class_names_are_unique() -> None:
    places = defaultdict(list)
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name(file))
    assert {key: files for key, files in places.items() if len(files) > 1} == {}


def test_every_folder_of_dossier_says_what_is_in_it() -> None:
    folders = {file.parent for file in below("dossier")}
    without = [
        name(folder)
        for folder in sorted(folders)
        if (init := folder / "__init__.py") not in TREES or not ast.get_docstring(TREES[init])
    ]
    assert without == []
