"""The checker is a package by itself: a wheel of its folder runs where nothing else is."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from linkcheck import __version__
from tests.links.made import SITE_URL, make
from tests.links.test_command import BROKEN
from tests.support.site import ROOT

pytestmark = pytest.mark.built
FOLDER = ROOT / "linkcheck"
DEPENDENCIES = ("ada-url", "babel", "selectolax", "tinycss2")


def run(*arguments: object, folder: Path, code: int = 0) -> str:
    """Return what a command prints, in an environment without settings of Python's."""
    plain = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(
        [str(one) for one in arguments], cwd=folder, env=plain, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns("__pycache__", "build", "*.egg-info")
    shutil.copytree(FOLDER, folder / "source", ignore=ignored)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check")
    run(*pip, "--no-deps", "--no-index", "--no-build-isolation", "./source", folder=folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def empty(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that has the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", "--without-pip", "venv", folder=folder)
    python = folder / "venv/bin/python"
    pip = (sys.executable, "-m", "pip", f"--python={python}", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=folder)
    (packages,) = (folder / "venv").glob("lib/*/site-packages")
    for name in needed(DEPENDENCIES):
        found = distribution(name)
        for file in found.files or ():
            if ".." not in file.parts:
                (packages / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(found.locate_file(file)), packages / file)
    return python.parent


def needed(names: tuple[str, ...]) -> set[str]:
    """Return distributions and all that they need, as far as this environment needed it."""
    found: set[str] = set()
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        with suppress(PackageNotFoundError):  # for other versions of Python
            rows = distribution(name).requires or ()
            if name not in found:
                waiting += [re.split(r"[^\w.-]", row)[0] for row in rows if "extra ==" not in row]
            found.add(name)
    return found


def test_the_wheel_runs_in_an_empty_environment(empty: Path, tmp_path: Path) -> None:
    make(tmp_path / "site", BROKEN)
    command = (empty / "linkcheck", "site", "--site-url", SITE_URL)
    assert "missing-page       3" in run(*command, folder=tmp_path, code=1)
    same = (empty / "python", "-m", "linkcheck", "site", "--site-url", SITE_URL, "--exclude", "*")
    assert "0 findings" in run(*same, folder=tmp_path)
    assert run(empty / "linkcheck", "--version", folder=tmp_path) == f"linkcheck {__version__}\n"
    assert "FILE" in run(empty / "linkcheck-external", "--help", folder=tmp_path)


def test_the_package_has_every_module(wheel: Path) -> None:
    listed = run(sys.executable, "-m", "zipfile", "-l", wheel, folder=wheel.parent)
    modules = {file.relative_to(ROOT).as_posix() for file in FOLDER.rglob("*.py")}
    assert set(re.findall(r"^linkcheck/\S+", listed, re.MULTILINE)) == modules


def test_it_needs_what_the_project_declares_for_it() -> None:
    own = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert own["dependencies"] == project["dependency-groups"]["links"]
    assert tuple(re.split(r"\W*>=", row)[0] for row in own["dependencies"]) == DEPENDENCIES
