"""lychee, an independent checker, finds the same broken links in the same site."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from linkcheck.checker import check, open_site
from linkcheck.external.lychee import find_lychee
from tests.support.site import SITE_URL, Site

# What both look for; lychee has no counterpart of the other rules.
SHARED = {"missing-page", "missing-file", "folder-without-index", "missing-fragment", "wrong-case"}


@pytest.fixture
def copy(site: Site, tmp_path: Path) -> Path:
    """A copy of the site under the base path of its URL, as lychee needs it."""
    return Path(shutil.copytree(site.folder, tmp_path / "grok-azure"))


def test_both_find_the_same(copy: Path) -> None:
    assert disagreements(copy) == []
    page = copy / "openai/index.html"
    hrefs = ("../lost/", "../incident/#lost", "#lost", "../assets/lost.css", "/grok-azure/lost/x")
    broken = "".join(f'<a href="{href}">x</a>' for href in hrefs)
    # lychee also takes the content of a template for links; an HTML parser does not.
    template = "<template><a href='gone/'>x</a></template>"
    html = page.read_text(encoding="utf-8").replace("</article>", f"{broken}{template}</article>")
    page.write_text(html, encoding="utf-8")
    assert disagreements(copy) == [f"openai/index.html: {SITE_URL}openai/gone: only lychee"]
    assert len(broken_by_linkcheck(copy)) == len(hrefs)


def disagreements(folder: Path) -> list[str]:
    ours, theirs = broken_by_linkcheck(folder), broken_by_lychee(folder)
    return [f"{page}: {link}: only linkcheck" for page, link in sorted(ours - theirs)] + [
        f"{page}: {link}: only lychee" for page, link in sorted(theirs - ours)
    ]


def broken_by_linkcheck(folder: Path) -> set[tuple[str, str]]:
    return {
        (finding.page, shortened(finding.resolved))
        for finding in check(open_site(folder, SITE_URL)).findings
        if finding.rule in SHARED and finding.page.endswith(".html")
    }


def broken_by_lychee(folder: Path) -> set[tuple[str, str]]:
    """Run lychee on the files, with the site's own URL mapped onto them."""
    root = folder.resolve().as_uri()
    command = [
        find_lychee(), "--offline", "--no-progress", "--include-fragments=anchor-only",
        "--format=json", "--index-files=index.html", "--fallback-extensions=html",
        f"--root-dir={folder.parent.resolve()}",
        f"--remap={SITE_URL}(.*) {root}/$1", "--max-concurrency=4",
        *map(str, sorted(folder.rglob("*.html"))),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in (0, 2), result.stderr
    return {
        (
            str(Path(page).relative_to(folder)),
            shortened(error["url"].replace(f"{root}/", SITE_URL)),
        )
        for page, errors in json.loads(result.stdout)["error_map"].items()
        for error in errors
    }


def shortened(link: str) -> str:
    """Return the link as lychee reports it: a folder without its slash or index.html."""
    return re.sub(r"/(index\.html)?(?=#|$)", "", link)
