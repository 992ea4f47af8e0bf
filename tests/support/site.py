"""The built site as the tests read it: its pages, parsed once, and how to build one."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).parent.parent.parent
SITE_URL = "https://example.github.io/grok-azure/"
FRAME = ".page-tools, .page-status, .page-meta, .edit-link, [role=note]"


@dataclass(frozen=True)
class Site:
    """A built site: its folder and the address that it was built for."""

    folder: Path
    url: str = SITE_URL

    def pages(self) -> list[str]:
        """Return the address of every page, relative to the site: "", "en/", "build-2025/"..."""
        return sorted(
            "" if file.parent == self.folder else f"{file.parent.relative_to(self.folder)}/"
            for file in self.folder.rglob("index.html")
        )

    def html(self, page: str) -> LexborHTMLParser:
        return _parse(self.folder / page / "index.html")

    def article(self, page: str) -> LexborNode:
        """Return the article without what the templates set around the author's text."""
        article = first(LexborHTMLParser(first(self.html(page), "article").html or ""), "article")
        for part in article.css(FRAME):
            part.decompose()
        return article

    def text(self, page: str) -> str:
        """Return what a reader sees of the article, without its notes, spaces made plain."""
        article = self.article(page)
        for part in article.css("sup, .footnote, .headerlink, table"):
            part.decompose()
        return plain(article.text())


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the first node that matches; it must be there."""
    node = tree.css_first(selector)
    assert node is not None, f"nothing matches {selector}"
    return node


def plain(text: str) -> str:
    """Return text with each run of spaces, no-break ones too, as one space."""
    return re.sub(r"\s+", " ", text)


@cache
def _parse(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def copy_project(target: Path) -> Path:
    """Copy what a build reads into `target`, to be altered there."""
    for name in ("data", "docs", "dossier", "hooks", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def build(
    project: Path, target: Path, site_url: str | None = None, repository_url: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the build that `make build` runs, into `target`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for name, value in (("SITE_URL", site_url), ("REPOSITORY_URL", repository_url)):
        environment.pop(name, None)
        if value:
            environment[name] = value
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
