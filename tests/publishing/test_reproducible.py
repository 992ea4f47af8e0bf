"""The same sources give the same site, to the byte, wherever and whenever they are built."""

from pathlib import Path

import pytest

from publishing.project import build, copy_project
from tests.support.site import Site


def test_two_builds_are_identical(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "COLUMNS": "40"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    project = copy_project(tmp_path / "un été à la mer")  # without git, too
    result = build(project, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    once, again = _files(site.folder), _files(tmp_path / "site")
    assert once.keys() == again.keys()
    assert sorted(path for path, content in once.items() if again[path] != content) == []


def _files(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
