"""The command prints its report in three formats, and one sentence if it cannot run."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linkcheck.cli import main
from tests.links.made import BASES, HEAD, SITE_URL, Files, home, make
from tests.support.site import ROOT

ADDRESS = ["--site-url", SITE_URL]
BROKEN: Files = home(
    '<a href="nowhere/">x</a>\n<a href="page">x</a>\n<a href="50%25%0A,:">x</a><a href="no/">x</a>'
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


def test_the_text_lists_findings_then_rules_by_frequency(tmp_path: Path, capsys: Capture) -> None:
    assert run(make(tmp_path, BROKEN)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "index.html:3: error: missing-page: 'nowhere/': there is no “nowhere/”",
        "index.html:4: warning: redirect: 'page': "
        "the address works through a redirect: end it with a slash",
        "index.html:5: error: missing-page: '50%25%0A,:': there is no “50%\\n,:”",
        "index.html:5: error: missing-page: 'no/': there is no “no/”",
        "",
        "  missing-page       3",
        "  redirect           1",
        "",
        "2 pages, 7 links, 4 findings (3 errors, 1 warnings)",
    ]


def test_a_finding_is_on_one_line_whatever_the_name(tmp_path: Path, capsys: Capture) -> None:
    assert run(make(tmp_path, {"a\nb.pdf": ""})) == 1
    assert capsys.readouterr().out.startswith("a\\nb.pdf:1: warning: orphan-asset: 'a\\nb.pdf': ")


def test_json_has_an_object_for_each_finding(tmp_path: Path, capsys: Capture) -> None:
    first, *others = json_of(make(tmp_path, BROKEN), capsys)
    assert first == {
        "page": "index.html",
        "line": 3,
        "rule": "missing-page",
        "target": "nowhere/",
        "resolved": f"{SITE_URL}nowhere/",
        "message": "there is no “nowhere/”",
        "severity": "error",
    }
    assert [finding["severity"] for finding in others] == ["warning", "error", "error"]


def test_github_gets_annotations(tmp_path: Path, capsys: Capture) -> None:
    assert run(make(tmp_path, BROKEN), "--format", "github") == 1
    first, second, third, *_, last = capsys.readouterr().out.splitlines()
    assert first == (
        "::error file=index.html,line=3,title=missing-page::'nowhere/': there is no “nowhere/”"
    )
    assert second.startswith("::warning file=index.html,line=4,title=redirect::'page': ")
    assert third.startswith("::error file=index.html,line=5,title=missing-page::'50%2525%250A,:'")
    assert last == "2 pages, 7 links, 4 findings (3 errors, 1 warnings)"


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


CANNOT_RUN = {
    "SITE_DIR": ([], ["", *ADDRESS]),
    "--site-url": (["."],),
    "nowhere": (["nowhere", *ADDRESS],),
    "index.html": (["index.html", *ADDRESS],),
    "https://": (
        [".", "--site-url", "example.github.io/site/"],
        [".", "--site-url", "https://exa mple/"],
        [".", "--site-url", "mailto:a@example.org"],
        [".", "--site-url", ""],
    ),
    "--format": ([".", *ADDRESS, "--format", "xml"],),
    "nosuch": ([".", *ADDRESS, "--ignore", "redirect,nosuch"], [".", *ADDRESS, "--nosuch"]),
    "--jobs": (
        [".", *ADDRESS, "--jobs", "0"],
        [".", *ADDRESS, "--jobs=-1"],
        [".", *ADDRESS, "--jobs", "two"],
    ),
    "unrecognized arguments: page": ([".", "page", *ADDRESS],),
    "there is no page in": (["assets", *ADDRESS], ["empty", *ADDRESS]),
}
"""Options with which the command cannot run, by what the sentence says."""


@pytest.mark.parametrize("said", CANNOT_RUN)
def test_the_reason_why_it_cannot_run_is_one_sentence(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(make(tmp_path, {**BROKEN, "assets/notes.txt": "", "assets/a/b.pdf": ""}))
    (tmp_path / "empty").mkdir()
    for options in CANNOT_RUN[said]:
        assert main(options) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert re.fullmatch(r"linkcheck: [^\n]+\n", printed.err)
        assert said in printed.err


def command(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "linkcheck", str(folder), *ADDRESS, *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_exit_code_is_that_of_the_report(tmp_path: Path) -> None:
    make(tmp_path, BROKEN)
    for code, options in enumerate((["--ignore", "missing-page,redirect"], [], ["--jobs", "0"])):
        result = command(tmp_path, *options)
        assert result.returncode == code
        assert "Traceback" not in result.stderr


def test_names_and_reports_need_no_utf_8_locale(tmp_path: Path) -> None:
    links = '<a href="été/">x</a><a href="%C3%A9t%C3%A9/">x</a><a href="nièce/">x</a>'
    make(tmp_path, home(links, {"été/index.html": HEAD}))
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert command(tmp_path, **plain).stdout.count("missing-page") == 2  # one in the table
    for output in ("text", "json", "github"):
        result = command(tmp_path, "--format", output, PYTHONIOENCODING="ascii")
        assert (result.returncode, result.stderr) == (1, "")
        assert "missing-page" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_report_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "linkcheck", str(make(tmp_path, BROKEN)), *ADDRESS]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            arguments, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 2
    assert re.fullmatch(r"linkcheck: the report cannot be written[^\n]+\n", result.stderr)
