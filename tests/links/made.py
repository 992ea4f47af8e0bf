"""Sites that tests write to disk from sites/*.yaml, and the findings of the checker.

A site is a mapping of files to their text, laid over one of sites/base.yaml. `home` is the home
page of that base with a text after its two lines; a text alone is such a home page. A finding is
written "FILE:LINE RULE TARGET", or "LINE RULE TARGET" for a line of the text in the home page.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from linkcheck.checker import check, open_site

SITE_URL = "https://example.github.io/site/"
HEAD = '<!doctype html><html lang="en"><title>Title</title>\n'

Files = Mapping[str, str | bytes]
"""The content of each file of a site, by path."""


@cache
def read(name: str) -> dict[str, Any]:
    """Return the cases of a file of sites/, by name."""
    text = Path(__file__).with_name("sites").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    cases: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return cases


WHOLE: Files = read("base")["whole"]
BASES: dict[str, Files] = {
    "whole": WHOLE,
    "two languages": {**WHOLE, **read("base")["two languages"]},
    "sitemap": {**WHOLE, **read("base")["two languages"], **read("base")["sitemap"]},
}


def home(text: str, files: Files | None = None) -> Files:
    """Return a home page that contains `text` from line 3, and other files."""
    return {"index.html": f"{WHOLE['index.html']!s}{text}", **(files or {})}


def linked(files: Files) -> Files:
    """Return a home page with a link to each file, and the files."""
    return home("".join(f'<a href="{name}">x</a>' for name in files), files)


def lay(site: str | Files, base: str = "whole") -> Files:
    """Return all files of a site of sites/*.yaml."""
    files = {"home": site} if isinstance(site, str) else dict(site)
    page = home(str(files.pop("home"))) if "home" in files else {}
    return {**BASES[base], **files, **page}


def make(folder: Path, files: Files) -> Path:
    """Write the site without findings into a folder, with `files` laid over it.

    A text whose file ends in .gz is gzipped.
    """
    for name, content in {**WHOLE, **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        is_gzipped = name.lower().endswith(".gz") and isinstance(content, str)
        file.write_bytes(gzip.compress(data) if is_gzipped else data)
    return folder


def findings(folder: Path) -> list[str]:
    """Return the findings in the site in `folder`, as "FILE:LINE RULE TARGET", sorted."""
    found = check(open_site(folder, SITE_URL)).findings
    return sorted(f"{one.page}:{one.line} {one.rule} {one.target}" for one in found)


def expected(rows: list[str]) -> list[str]:
    """Return the findings of a case as `findings` returns them."""
    found = []
    for row in rows:
        place, _, rest = row.partition(" ")
        found.append(row if ":" in place else f"index.html:{int(place) + 2} {rest}")
    return sorted(found)
