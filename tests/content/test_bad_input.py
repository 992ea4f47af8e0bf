"""Bad input stops the build: one sentence with file, line and fix, and nothing is written."""

import os
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import InclusionLevel, get_files

from hooks.check import on_config
from publishing.project import build
from tests.support.site import ROOT
from tests.support.small import small_project
from tests.support.tables import read_table

CASES: dict[str, Mapping[str, Any]] = {
    f"{table}: {name}": case
    for table in ("bad-input", "bad-catalog")
    for name, case in read_table(f"content/{table}.yml").items()
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bad-input") / "project"


@pytest.fixture
def project(folder: Path) -> Iterator[Path]:
    """A small project, in one folder for all cases: parsed files are cached by their path."""
    yield small_project(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def change(project: Path, case: Mapping[str, Any]) -> None:
    """Make the mistake of a case in the file that its line names."""
    file = project / (case.get("says") or case["among"]).partition(":")[0]
    if "whole" in case:
        file.parent.mkdir(exist_ok=True)
        whole = case["whole"]
        file.write_bytes(whole if isinstance(whole, bytes) else whole.encode())
    else:
        text = file.read_text(encoding="utf-8")
        old, new = case.get("old", text), case.get("new", text + case.get("add", ""))
        assert old in text, f"{file} no longer holds {old!r}: fix this case"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    # The cache compares times, and two cases may have the same: make them differ with the text.
    stamp = zlib.crc32(file.read_bytes())
    os.utime(file, (stamp, stamp))


def printed(project: Path, config: MkDocsConfig) -> list[str]:
    """Return the lines that the build prints about a project, by the hook that checks it."""
    config.config_file_path = str(project / "mkdocs.yml")
    try:
        on_config(config)
    except PluginError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_reported_with_its_line_and_fix(
    name: str, project: Path, config: MkDocsConfig
) -> None:
    case = CASES[name]
    change(project, case)
    lines = printed(project, config)
    expected = case.get("says") or case["among"]
    assert [line.startswith(expected) for line in lines].count(True) == 1, "\n".join(lines)
    assert len(lines) == 1 or "among" in case, "\n".join(lines)


def test_good_input_is_accepted_beside_what_editors_leave(
    project: Path, config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "data/.#claims.yml").symlink_to("nobody@nowhere.1234")
    (project / "docs/fr/.#index.md").symlink_to("nobody@nowhere.1234")
    (project / "docs/fr/._index.md").write_bytes(b"\x00\x05\x16\xff")
    assert printed(project, config) == []
    monkeypatch.setitem(config, "docs_dir", str(project / "docs"))
    built = [
        file.src_uri for file in get_files(config) if file.inclusion is not InclusionLevel.EXCLUDED
    ]
    assert len(built) == 6, built


TOGETHER = [
    "bad-input: a date in words",
    "bad-input: an unknown data block",
    "bad-input: a word of the interface in one language",
    "bad-catalog: a wrong kind",
    "bad-catalog: a maker that is not there",
    "bad-catalog: a negative price",
]


def test_all_mistakes_are_reported_at_once(project: Path, config: MkDocsConfig) -> None:
    cases = [CASES[name] for name in TOGETHER]
    for case in cases:
        change(project, case)
    lines = printed(project, config)
    assert len(lines) == len(cases)
    for case in cases:
        assert any(line.startswith(case["says"]) for line in lines), case["says"]


HARM = 'https://a.io/"><b>/'
WRONG_SITE_URLS = ["someone.github.io/x/", "https://a.io/x/?q=1", "https://a.io//", HARM, None]
WRONG_REPOSITORY_URLS = ["someone/somewhere", "http://a.example/b", HARM]


def test_a_wrong_address_is_reported(
    project: Path, config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in WRONG_REPOSITORY_URLS:
        monkeypatch.setitem(config.extra, "repository", address)
        [line] = printed(project, config)
        assert line.startswith(f"REPOSITORY_URL (extra.repository in mkdocs.yml) is “{address}”: ")
    for site_url in WRONG_SITE_URLS:
        monkeypatch.setitem(config, "site_url", site_url)
        [line] = printed(project, config)
        assert line.startswith(f"SITE_URL (site_url in mkdocs.yml) is “{site_url}”: ")


@pytest.mark.built
@pytest.mark.parametrize(
    ("name", "site_url"),
    [
        ("bad-input: a missing field", None),
        ("bad-input: a citation of an unknown claim", None),
        (None, "someone.github.io/x/"),
    ],
    ids=["data", "a page", "the configuration"],
)
def test_bad_input_stops_a_real_build(
    name: str | None, site_url: str | None, project: Path
) -> None:
    if name:
        change(project, CASES[name])
    site = project / "site"
    site.mkdir()
    (site / "earlier.html").write_text("an earlier build")

    result = build(project, site, site_url=site_url)

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    expected = rf"(^|\s){re.escape(CASES[name]['says'])}" if name else "site_url"
    told = [line for line in result.stderr.splitlines() if re.search(expected, line)]
    assert len(told) == 1, result.stderr
    assert str(project) not in result.stderr
    assert [entry.name for entry in site.iterdir()] == ["earlier.html"]
