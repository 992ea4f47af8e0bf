"""The rules of docs-dev/architecture.md on names and imports."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

import pytest

from tests.support.site import ROOT

FOLDERS = ("dossier", "hooks", "linkcheck", "publishing", "bench", "tests")
FILES = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for folder in FOLDERS
    for file in sorted((ROOT / folder).rglob("*.py"))
}

ROOMS = [
    re.sub(r"\.py$|/$", "", path).replace("/", ".")
    for row in re.findall(
        r"^\| `dossier/.*?\|", (ROOT / "docs-dev/architecture.md").read_text("utf-8"), re.MULTILINE
    )
    for path in re.findall(r"`([^`]+)`", row)
]
"""The rooms of dossier/, in the order of the table: each imports only those before it."""
FORBIDDEN = {
    "dossier": "mkdocs mkdocs_static_i18n hooks linkcheck publishing bench tests",
    "hooks": "linkcheck publishing bench tests",
    "linkcheck": "mkdocs dossier hooks publishing bench tests",
    "publishing": "hooks linkcheck bench tests",
    "bench": "hooks tests",
    "tests": "bench",
}
"""The packages that each package does not import."""

STATIC_I18N = (
    r"\.locale_alternate_of\b|\.norm_src_uri\b|\.alternates\b|\bmkdocs_static_i18n\b"
    r"|plugins\[.i18n.\]|plugins\.get\(.i18n.|\bevent_priority\b|--dirty\b.*sys\.argv"
)
MATERIAL = r"\bmd-[a-z]"


@cache
def tree(file: str) -> ast.Module:
    return ast.parse(FILES[file])


def below(*folders: str) -> list[str]:
    return [file for file in FILES if file.startswith(tuple(f"{folder}/" for folder in folders))]


@pytest.mark.parametrize(
    ("pattern", "room"),
    [(STATIC_I18N, ("hooks/site.py:",)), (MATERIAL, ("dossier/theme/", "hooks/theme.py:"))],
)
def test_one_room_knows_static_i18n_and_one_the_html_of_material(
    pattern: str, room: tuple[str, ...]
) -> None:
    knowing = [
        f"{file}:{number}: {line.strip()}"
        for file in below("dossier", "hooks", "publishing")
        for number, line in enumerate(FILES[file].splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert [line for line in knowing if not line.startswith(room)] == []
    assert knowing, "nothing is found"


def test_page_addresses_that_code_knows_are_in_one_module() -> None:
    known = defaultdict(list)
    for file in below("dossier", "hooks", "publishing"):
        docstrings = {id(n.value) for n in ast.walk(tree(file)) if isinstance(n, ast.Expr)}
        strings = (n for n in ast.walk(tree(file)) if isinstance(n, ast.Constant))
        for text in (str(node.value) for node in strings if id(node) not in docstrings):
            if re.match(r"(en/)?(catalogue|dates|a-z|plan|notes|sources)/", text):
                known[file].append(text)
    assert len(known.pop("dossier/addresses.py")) == 6
    assert known == {}


def test_class_names_are_unique() -> None:
    places = defaultdict(list)
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(file)
    assert {key: files for key, files in places.items() if len(files) > 1} == {}


def test_every_folder_of_dossier_says_what_is_in_it() -> None:
    inits = {str(PurePosixPath(file).with_name("__init__.py")) for file in below("dossier")}
    assert {f for f in inits if f not in FILES or not ast.get_docstring(tree(f))} == set()


def test_packages_import_only_what_they_may() -> None:
    wrong = [
        f"{file}: {module}"
        for package, forbidden in FORBIDDEN.items()
        for file in below(package)
        for module in imports(file)
        if module.split(".")[0] in forbidden.split()
    ]
    assert wrong == []


def test_rooms_import_only_rooms_above_them() -> None:
    found, wrong = set(), []
    for file in below("dossier"):
        own = room_of(file.removesuffix(".py").replace("/", "."))
        found.add(own)
        wrong += [
            f"{file}: {module}"
            for module in imports(file)
            if module.startswith("dossier.") and ROOMS.index(room_of(module)) > ROOMS.index(own)
        ]
    assert wrong == []
    assert found - {"dossier.__init__"} == set(ROOMS)


def room_of(module: str) -> str:
    """Return the room of a module: the package below dossier/, or a module beside the packages."""
    return ".".join(module.split(".")[:2])


def imports(file: str) -> Iterator[str]:
    """Yield the modules that a file imports: for `from dossier import load`, dossier.load."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_test_waits_by_what_the_security_policy_refuses() -> None:
    refused = ".wait_for" + "_function("  # in this file, too
    assert [file for file, text in FILES.items() if file[:6] == "tests/" and refused in text] == []
