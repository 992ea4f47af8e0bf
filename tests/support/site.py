"""The built site as tests read it, each page parsed once."""

import re
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publishing.built_site import BuiltSite

ROOT = Path(__file__).parent.parent.parent
SITE_URL = "https://example.github.io/grok-azure/"
FRAME = ".page-tools, .page-status, .page-meta, .edit-link, [role=note]"


@dataclass(frozen=True)
class Site(BuiltSite):
    """A built site, with what readers see of its pages."""

    url: str = SITE_URL

    def pages(self) -> list[str]:
        """Return the paths of all pages, relative to the site: "", "en/", "build-2025/"..."""
        return sorted(
            "" if file.parent == self.folder else f"{file.parent.relative_to(self.folder)}/"
            for file in self.folder.rglob("index.html")
        )

    def article(self, page: str) -> LexborNode:
        """Return the article without the frame that the templates add."""
        article = first(LexborHTMLParser(first(self.html(page), "article").html or ""), "article")
        for part in article.css(FRAME):
            part.decompose()
        return article

    def text(self, page: str) -> str:
        """Return the text of the article without tables and footnotes, as `plain` returns it."""
        article = self.article(page)
        for part in article.css("sup, .footnote, .headerlink, table"):
            part.decompose()
        return plain(article.text())


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the first node that matches; fail if none does."""
    node = tree.css_first(selector)
    assert node is not None, f"nothing matches {selector}"
    return node


def plain(text: str) -> str:
    """Return text with each run of spaces, also no-break spaces, as one space."""
    return re.sub(r"\s+", " ", text)
