"""Each rule finds what breaks it, and nothing in the same site without the problem."""

import errno
import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from linkcheck.findings import RULES, Severity
from tests.links.made import WHOLE, Files, expected, findings, home, lay, make, read
from tests.support.each import each_reported
from tests.support.site import ROOT

GROUPS = ("links", "fragments", "metadata", "orphans", "files")


@pytest.mark.parametrize("group", GROUPS)
def test_each_problem_is_found_alone(group: str, tmp_path: Path) -> None:
    with each_reported(f"linkcheck/rules/, or sites/{group}.yaml") as at:
        for number, (name, case) in enumerate(read(group).items()):
            broken, whole = sites_of(case)
            with at(name):
                assert findings(make(tmp_path / f"{number}a", broken)) == expected(case["found"])
                assert findings(make(tmp_path / f"{number}b", whole)) == []


def sites_of(case: dict[str, Any]) -> tuple[Files, Files]:
    """Return the broken site of a case, and the one without findings."""
    base, common = case.get("site", "whole"), case.get("files", {})
    if "replace" in case:
        whole = lay(common, base)
        text = str(whole[case["file"]])
        assert case["replace"] in text
        return {**whole, case["file"]: text.replace(case["replace"], case["by"], 1)}, whole
    broken, fixed = (
        {"home": case[kind]} if isinstance(case[kind], str) and case[kind] else case[kind] or {}
        for kind in ("broken", "whole")
    )
    return lay(common | broken, base), lay(common | fixed, base)


def test_every_rule_has_a_case() -> None:
    rows = [row for group in GROUPS for case in read(group).values() for row in case["found"]]
    elsewhere = {"not-utf-8", "outside-symlink", "unreadable"}  # in the tests below
    assert {row.split(" ")[1] for row in rows} | elsewhere == set(RULES)


def test_other_encodings_are_found(tmp_path: Path) -> None:
    page = f"{WHOLE['index.html']!s}\n<p>été"
    make(tmp_path / "broken", {"index.html": page.encode("latin-1"), "robots.txt": b"# \xe9"})
    make(tmp_path / "whole", {"index.html": page.encode("utf-8-sig"), "robots.txt": "# é"})
    assert findings(tmp_path / "broken") == ["index.html:4 not-utf-8 ", "robots.txt:1 not-utf-8 "]
    assert findings(tmp_path / "whole") == []


def test_a_sitemap_that_is_too_large_decompressed_is_found(tmp_path: Path) -> None:
    text = b"<urlset>%s</urlset>"
    make(tmp_path / "broken", {"a.xml.gz": gzip.compress(text % (b" " * 50 * 2**20))})
    make(tmp_path / "whole", {"a.xml.gz": gzip.compress(text % (b" " * 49 * 2**20))})
    assert findings(tmp_path / "broken") == ["a.xml.gz:1 malformed "]
    assert "a.xml.gz:1 malformed " not in findings(tmp_path / "whole")


def test_symbolic_links_out_of_the_site_are_found(tmp_path: Path) -> None:
    folder = make(tmp_path / "site", {})
    (tmp_path / "secret.html").write_text('<a href="nowhere/">x</a>')
    (folder / "a.html").symlink_to(tmp_path / "secret.html")
    (folder / "b.html").symlink_to("b.html")
    (folder / "c.html").symlink_to("nowhere.html")
    (folder / "d").symlink_to(tmp_path, target_is_directory=True)
    (folder / "page" / "e").symlink_to(folder, target_is_directory=True)
    names = ("a.html", "b.html", "c.html", "d", "page/e")
    assert findings(folder) == [f"{name}:1 outside-symlink {name}" for name in names]


def test_unreadable_files_and_folders_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = '<a href="notes.txt">x</a><a href="closed/a.pdf">x</a>'
    make(tmp_path, home(links, {"notes.txt": "", "closed/a.pdf": ""}))
    assert findings(tmp_path) == []
    refuse(monkeypatch, Path, "read_bytes", tmp_path / "notes.txt")
    refuse(monkeypatch, os, "scandir", tmp_path / "closed")
    assert findings(tmp_path) == [
        "closed:1 unreadable closed",
        "index.html:3 missing-file closed/a.pdf",
        "notes.txt:1 unreadable ",
    ]


def test_a_folder_that_can_be_listed_but_not_entered_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, home('<a href="closed/a.pdf">x</a>', {"closed/a.pdf": ""}))
    refuse(monkeypatch, os, "stat", tmp_path / "closed/a.pdf")
    assert "closed/a.pdf:1 unreadable closed/a.pdf" in findings(tmp_path)


def refuse(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, refused: Path) -> None:
    """Let a function refuse one path, as the system does; root can read everything."""
    function = getattr(owner, name)

    def refusing(path: "os.PathLike[str]", *args: object, **options: object) -> object:
        if Path(path) == refused:
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return function(path, *args, **options)

    monkeypatch.setattr(owner, name, refusing)


def test_every_rule_is_documented_with_its_severity() -> None:
    text = (ROOT / "linkcheck/README.md").read_text(encoding="utf-8")
    documented = {
        line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| `")
    }
    warning = {rule for rule, severity in RULES.items() if severity is Severity.WARNING}
    assert {f"`{one}`{' (warning)' * (one in warning)}" for one in RULES} - documented == set()
