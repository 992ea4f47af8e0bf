"""Imports point one way, in the order of the rooms in docs-dev/architecture.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.site import ROOT

ROOMS = [
    re.sub(r"\.py$|/$", "", path).replace("/", ".")
    for row in re.findall(
        r"^\| `dossier/.*?\|", (ROOT / "docs-dev/architecture.md").read_text("utf-8"), re.MULTILINE
    )
    for path in re.findall(r"`([^`]+)`", row)
]
"""The rooms of dossier/, in the order of the table: each imports only those before it."""
FORBIDDEN = {
    "dossier": {
        "mkdocs",
        "mkdocs_static_i18n",
        "hooks",
        "linkcheck",
        "publishing",
        "bench",
        "tests",
    },
    "hooks": {"linkcheck", "publishing", "bench", "tests"},
    "linkcheck": {"mkdocs", "dossier", "hooks", "publishing", "bench", "tests"},
    "publishing": {"hooks", "linkcheck", "bench", "tests"},
    "bench": {"hooks", "tests"},
    "tests": {"bench"},
}


def test_packages_import_only_what_they_may() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}: {module}"
        for package, forbidden in FORBIDDEN.items()
        for file in (ROOT / package).rglob("*.py")
        for module in imports(file)
        if module.split(".")[0] in forbidden
    ]
    assert wrong == []


def test_rooms_import_only_rooms_above_them() -> None:
    found, wrong = set(), []
    for file in (ROOT / "dossier").rglob("*.py"):
        own = room(".".join(file.relative_to(ROOT).with_suffix("").parts))
        found.add(own)
        wrong += [
            f"{file.relative_to(ROOT)}: {module}"
            for module in imports(file)
            if module.startswith("dossier.") and ROOMS.index(room(module)) > ROOMS.index(own)
        ]
    assert wrong == []
    assert found - {"dossier.__init__"} == set(ROOMS)


def room(module: str) -> str:
    """Return the room of a module: the package below dossier/, or a module beside the packages."""
    return ".".join(module.split(".")[:2])


def imports(file: Path) -> Iterator[str]:
    """Yield the modules that a file imports: for `from dossier import load`, dossier.load."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
