"""Whatever files contain, and whatever the file system does, the checker ends with a report."""

import json
import os
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from linkcheck.checker import check, open_site
from linkcheck.cli import main
from linkcheck.report import FORMATS
from tests.links.made import HEAD, SITE_URL, findings, home, linked, make, read
from tests.support.site import ROOT

AT_ROOT: dict[str, tuple[str | bytes, ...]] = {
    "robots.txt": (f"{HEAD}<p>x", bytes(range(256))),
    "sitemap.txt": (bytes(range(256)),),
    "sitemap.xml": ("<urlset><url><loc/></url></urlset>",),
}
"""Odd files whose names have a meaning only at the root."""


def test_odd_files_break_only_their_rules(tmp_path: Path) -> None:
    odd = {f"{number}/{case['file']}": case for number, case in enumerate(read("odd").values())}
    make(tmp_path, linked({name: content(case) for name, case in odd.items()}))
    report = check(open_site(tmp_path, SITE_URL))
    found = defaultdict(set)
    for finding in json.loads(FORMATS["json"](report, [])):
        found[finding["page"]].add(finding["rule"])
    wanted = {name: set(case["rules"].split()) for name, case in odd.items()}
    wrong = {n: found[n] for n, rules in wanted.items() if rules != {"*"} and found[n] != rules}
    assert wrong == {}
    assert found["index.html"] == set()
    assert all("missing-page" in FORMATS[output](report, []) for output in FORMATS)


def content(case: dict[str, Any]) -> bytes:
    """Return the content of a file of sites/*.yaml, which may repeat a text."""
    repeated = case.get("repeat", "") * case.get("times", 1)
    text = f"{case.get('before', '')}{repeated}{case.get('text', '')}"
    return text.encode(case.get("encoding", "utf-8"))


@pytest.mark.parametrize("name", AT_ROOT)
def test_odd_files_at_the_root_are_reported(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in AT_ROOT[name]:
        make(tmp_path, {name: content})
        assert name in {one["page"] for one in json.loads(report(tmp_path, "json", capsys))}


def report(folder: Path, output: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([str(folder), "--site-url", SITE_URL, "--format", output]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


# Size


ENTITIES = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>{}]><svg>&h;</svg>".format(
    "".join(f"<!ENTITY {b} '{f'&{a};' * 50}'>" for a, b in zip("abcdefg", "bcdefgh", strict=True))
)
LARGE: dict[str, str | bytes] = {
    "attributes.html": HEAD + "<p " + " ".join(f"a{n}=b{n}" for n in range(10_000)) + ">",
    "entities.svg": ENTITIES,
    "search/search_index.json": json.dumps(
        {"docs": [{"location": f"page/?{number:0>200}"} for number in range(2_500)]}
    ),
}
for name, case in read("large").items():
    times = case.get("kilobytes", 500) * 1000 // len(case["repeat"])
    LARGE[name] = content({**case, "times": times})


@pytest.mark.parametrize("name", LARGE)
def test_the_time_to_read_a_file_grows_with_its_size(name: str, tmp_path: Path) -> None:
    make(tmp_path, home(f'<a href="nowhere/">x</a><a href="{name}">x</a>', {name: LARGE[name]}))
    with cpu_seconds(5):
        assert "index.html:3 missing-page nowhere/" in findings(tmp_path)


@contextmanager
def cpu_seconds(limit: int) -> Iterator[None]:
    """Fail when this process has computed for `limit` seconds, however long that takes."""

    def stop(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"not done after {limit} seconds of CPU time")

    handler = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)


# The file system


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    make(tmp_path, home('<a href="pipe.html">x</a>'))
    os.mkfifo(tmp_path / "pipe.html")
    assert findings(tmp_path) == ["index.html:3 missing-page pipe.html"]


def test_a_file_deleted_before_it_is_read_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, linked({"notes.txt": ""}))
    read_bytes = Path.read_bytes

    def delete_first(file: Path) -> bytes:
        (tmp_path / "notes.txt").unlink(missing_ok=True)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", delete_first)
    assert findings(tmp_path) == ["notes.txt:1 unreadable "]


def test_names_that_are_not_utf_8_are_compared_by_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, home('<a href="caf%E9.html">x</a>\n<a href="caf%E8.html">x</a>'))
    for name in (b"/caf\xe9.html", b"/orphan\xe9.html"):
        Path(os.fsdecode(os.fsencode(tmp_path) + name)).write_text(HEAD)
    first, second = findings(tmp_path)
    assert first == "index.html:4 missing-page caf%E8.html"
    assert " orphan-page " in second
    for output in FORMATS:
        assert "orphan-page" in report(tmp_path, output, capsys)


def test_symbolic_links_within_the_site_are_followed(tmp_path: Path) -> None:
    folder = make(
        tmp_path / "site", home("".join(f'<a href="{a}">x</a>' for a in ("a.png", "b/", "b/#part")))
    )
    (folder / "a.png").symlink_to("picture.png")
    (folder / "b").symlink_to("page", target_is_directory=True)
    (tmp_path / "link").symlink_to("site", target_is_directory=True)
    assert findings(folder) == []
    assert findings(tmp_path / "link") == []


WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from linkcheck.checker import check, open_site
from linkcheck.cli import main
from linkcheck.report import FORMATS
code = main(sys.argv[1:])
print(code, [path for path in opened if path.startswith(sys.argv[1].replace("/site", "/outside"))])
"""


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    folder = make(
        tmp_path / "site",
        home(
            '<a href="../outside/secret.html#id">x</a><a href="..%2Foutside%2Fsecret.html#id">x</a>'
            '<a href="a.html#id">x</a><a href="b/secret.html#id">x</a>'
            '<style>@import "../outside/secret.css"; @import "..%5Coutside%5Csecret.css";</style>'
        ),
    )
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.html").write_text('<a href="secret">x</a>')
    (outside / "secret.css").write_text("@import 'secret'")
    (folder / "a.html").symlink_to(outside / "secret.html")
    (folder / "b").symlink_to(outside, target_is_directory=True)
    (folder / "page/c").symlink_to(folder / "b", target_is_directory=True)
    command = [sys.executable, "-c", WATCHED, str(folder), "--site-url", SITE_URL]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "1 []"
