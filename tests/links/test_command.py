"""The command prints its report in three formats, and one sentence if it cannot run."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from linkcheck.cli import main
from linkcheck.report import FORMATS
from tests.links.made import BASES, HEAD, SITE_URL, Files, home, make
from tests.support.site import ROOT
from tests.support.tables import read_table

TABLE = read_table("links/command.yml")
REPORTS: dict[str, str] = TABLE["reports"]
CANNOT_RUN: dict[str, list[str]] = TABLE["cannot run"]
BROKEN: Files = home(
    '<a href="page">x</a>\n<a href="nowhere/">x</a>\n<a href="50%25%0A,:">x</a><a href="no/">x</a>'
)

Capture = pytest.CaptureFixture[str]


def run(folder: Path, *options: str, address: str = SITE_URL) -> int:
    return main([str(folder), "--site-url", address, *options])


def json_of(
    folder: Path, capsys: Capture, *options: str, address: str = SITE_URL
) -> list[dict[str, str]]:
    run(folder, "--format", "json", *options, address=address)
    rows: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_site_without_findings_has_an_empty_report(tmp_path: Path, capsys: Capture) -> None:
    make(tmp_path, {})
    for output, printed in (("text", ""), ("json", "[]"), ("github", "")):
        assert run(tmp_path, "--format", output) == 0
        totals = "2 pages, 3 links, 0 findings (0 errors, 0 warnings)"
        assert capsys.readouterr() == (f"{printed or totals}\n", "")


@pytest.mark.parametrize("output", REPORTS)
def test_a_report_has_every_finding_and_their_number(
    output: str, tmp_path: Path, capsys: Capture
) -> None:
    assert run(make(tmp_path, BROKEN), "--format", output) == 1
    assert capsys.readouterr() == (REPORTS[output], "")


def test_a_finding_is_on_one_line_whatever_the_name(tmp_path: Path, capsys: Capture) -> None:
    assert run(make(tmp_path, {"a\nb.pdf": ""})) == 0
    assert capsys.readouterr().out.startswith("a\\nb.pdf:1: warning: orphan-asset: 'a\\nb.pdf': ")


@pytest.mark.parametrize(
    "address", ["https://example.github.io/site", "https://EXAMPLE.github.io:443/a/../site/"]
)
def test_the_url_of_the_site_is_normalized(address: str, tmp_path: Path, capsys: Capture) -> None:
    make(tmp_path, home(f'<a href="{SITE_URL}nowhere/">x</a><a href="/page/">x</a>'))
    rows = json_of(tmp_path, capsys, address=address)
    assert [row["rule"] for row in rows] == ["missing-page", "outside-base"]


def test_a_site_may_be_at_the_root_of_its_host(tmp_path: Path, capsys: Capture) -> None:
    images = '<img src="/picture.png"><img src="https://someone.example/sprite.svg">'
    make(tmp_path, {"index.html": HEAD + images + '<a href="../page/">x</a><a href="/no/">x</a>'})
    (row,) = json_of(tmp_path, capsys, address="https://someone.example")
    assert (row["rule"], row["resolved"]) == ("missing-page", "https://someone.example/no/")


def test_ignored_rules_are_not_reported(tmp_path: Path, capsys: Capture) -> None:
    make(tmp_path, BROKEN)
    rows = json_of(tmp_path, capsys, "--ignore", "missing-page")
    assert [row["rule"] for row in rows] == ["redirect"]
    assert run(tmp_path, "--ignore", "missing-page, redirect") == 0


def test_two_processes_find_what_one_finds(tmp_path: Path, capsys: Capture) -> None:
    pages = 400
    links = "".join(f'<a href="p{number}/#id">x</a>\n' for number in range(pages))
    files = {
        f"p{number}/index.html": f'{HEAD}<p id="id"><a href="../p{number * 7 % 500}/#id">x</a>'
        for number in range(pages)
    }
    make(tmp_path, home(links, files))
    one, two = (json_of(tmp_path, capsys, "--jobs", jobs) for jobs in "12")
    missing = [number for number in range(pages) if number * 7 % 500 >= pages]
    assert [row["page"] for row in one] == sorted(f"p{number}/index.html" for number in missing)
    assert one == two


@pytest.mark.parametrize("base", ["two languages", "sitemap"])
def test_a_wrong_url_of_the_site_is_reported(base: str, tmp_path: Path, capsys: Capture) -> None:
    make(tmp_path, BASES[base])
    for address in ("https://example.org/", "https://example.github.io/"):
        assert run(tmp_path, "--format", "json", address=address) == 1
        printed = capsys.readouterr()
        assert re.fullmatch(rf"linkcheck: [^\n]+ {re.escape(SITE_URL)}: [^\n]+\n", printed.err)
        assert json.loads(printed.out)
    run(tmp_path)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("said", CANNOT_RUN)
def test_the_reason_why_it_cannot_run_is_one_sentence(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(make(tmp_path, {**BROKEN, "assets/notes.txt": "", "assets/a/b.pdf": ""}))
    (tmp_path / "empty").mkdir()
    for options in CANNOT_RUN[said]:
        assert main(shlex.split(options.replace("ADDRESS", f"--site-url {SITE_URL}"))) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert re.fullmatch(r"linkcheck: [^\n]+\n", printed.err)
        assert said in printed.err


def command(
    folder: Path, *options: str, stdout: int | IO[str] = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "linkcheck", str(folder), "--site-url", SITE_URL, *options],
        cwd=ROOT, env={**os.environ, **environment},
        stdout=stdout, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip


def test_the_exit_code_is_that_of_the_report(tmp_path: Path) -> None:
    make(tmp_path, BROKEN)
    for code, options in enumerate((["--ignore", "missing-page,redirect"], [], ["--jobs", "0"])):
        result = command(tmp_path, *options)
        assert result.returncode == code
        assert "Traceback" not in result.stderr


def test_names_and_reports_need_no_utf_8_locale(tmp_path: Path) -> None:
    links = '<a href="été/">x</a><a href="%C3%A9t%C3%A9/">x</a><a href="nièce/">x</a>'
    make(tmp_path, home(links, {"été/index.html": HEAD}))
    plain = command(tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert plain.stdout.count("missing-page") == 2  # one in the table
    for output in FORMATS:
        result = command(tmp_path, "--format", output, PYTHONIOENCODING="ascii")
        assert (result.returncode, result.stderr) == (1, "")
        assert "missing-page" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_report_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, BROKEN)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = command(tmp_path, stdout=full)
    assert result.returncode == 2
    assert re.fullmatch(r"linkcheck: the report cannot be written[^\n]+\n", result.stderr)
