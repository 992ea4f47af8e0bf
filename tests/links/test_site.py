"""The built site has no findings, and problems planted in copies of it are found."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

from linkcheck.checker import check, open_site
from linkcheck.findings import RULES
from tests.links.made import read
from tests.support.site import SITE_URL, Site

PLANTED = read("planted")
ARTICLE = "incident/index.html"


def test_the_site_has_no_findings(site: Site) -> None:
    report = check(open_site(site.folder, SITE_URL))
    assert report.findings == []
    assert report.pages == len(site.pages()) + 1  # 404.html
    assert report.links > 100 * report.pages


def test_problems_in_pages_and_data_are_found(site: Site, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    cases = list(PLANTED["altered"])
    for place, end in (("in an article", "</article>"), ("in a head", "</head>")):
        for finds, markup in PLANTED[place].items():
            cases.append({"file": ARTICLE, "old": end, "new": f"\n{markup}\n{end}", "finds": finds})
    for case in cases:
        alter(folder / case["file"], case.get("old"), case["new"])
    (folder / "assets/out.txt").symlink_to("/etc/hostname")
    out = {"file": "assets/out.txt", "finds": "outside-symlink assets/out.txt", "line": ""}
    assert missing_from(folder, [*cases, out]) == []


def alter(file: Path, old: str | None, new: str) -> None:
    """Replace `old` in a file, or add `new` at its end."""
    file.parent.mkdir(exist_ok=True)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if old is None:
        text = f"{text}\n{new}" if text else new
    else:
        assert old in text, f"{file.name} no longer contains {old!r}: fix sites/planted.yaml"
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def test_missing_and_damaged_files_are_found(site: Site, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    for case in PLANTED["removed"]:
        file = folder / case["file"]
        if "cut" in case:
            text = file.read_text(encoding="utf-8").rpartition(case["cut"])[0]
            file.write_text(
                text, encoding="latin-1" if "latin-1" in case else "utf-8", errors="replace"
            )
        elif "to" in case:
            file.rename(folder / case["to"])
        else:
            file.unlink()
    assert missing_from(folder, PLANTED["removed"]) == []


def missing_from(folder: Path, cases: list[dict[str, Any]]) -> list[str]:
    """Return the findings of the cases that the checker does not find, or finds elsewhere."""
    found: dict[str, str] = {}
    for one in check(open_site(folder, SITE_URL)).findings:
        found.setdefault(
            f"{one.page} {one.rule} {one.target}", line_of(folder / one.page, one.line)
        )
    missing = []
    for case in cases:
        for wanted in [case["finds"]] if isinstance(case["finds"], str) else case["finds"]:
            finding = f"{case['file']} {wanted}" if wanted.split(" ")[0] in RULES else wanted
            place = found.get(finding)
            if place is None or case.get("line", finding.split(" ", 2)[2]) not in place:
                missing.append(f"{finding}: {place}")
    return missing


@cache
def line_of(file: Path, number: int) -> str:
    if not file.is_file() or file.is_symlink() or file.suffix == ".gz":
        return ""
    return [*file.read_text(encoding="utf-8", errors="replace").split("\n"), ""][number - 1]


def test_every_rule_is_planted() -> None:
    finds = [*PLANTED["in an article"], *PLANTED["in a head"]]
    for case in PLANTED["altered"] + PLANTED["removed"]:
        finds += [case["finds"]] if isinstance(case["finds"], str) else case["finds"]
    rules = {word for row in finds for word in row.split(" ")[:2]} & set(RULES)
    assert set(RULES) - rules == {"outside-symlink", "unreadable"}  # root can read everything
