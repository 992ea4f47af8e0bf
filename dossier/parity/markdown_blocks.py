"""The blocks of a page's Markdown, with their lines.

Python-Markdown, with the extensions of mkdocs.yml, reads a page as the site does. It keeps
no line numbers, so each piece of text is searched again in the source, in order.
"""

import re

import markdown

from dossier.pages.page import FRONT_MATTER, Page
from dossier.parity.blocks import ComparedPage, PageBlock
from dossier.parity.html_blocks import read_html

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc")
"""Those of mkdocs.yml that make blocks, and the three that MkDocs adds by itself."""


def read_page(page: Page) -> ComparedPage:
    """Return the blocks of a page, title and description first."""
    match = FRONT_MATTER.match(page.source)
    assert match, f"{page.file}: read_pages takes no page without front matter"
    blocks = []
    fields = page.front_matter
    for name, text in (("title", fields.title), ("description", fields.description)):
        line = match[0].count("\n", 0, match[0].find(f"\n{name}:") + 1) + 1
        blocks.append(PageBlock(name, page.locale, line=line, text=text))
    html = markdown.markdown(page.source[match.end() :], extensions=list(EXTENSIONS))
    blocks += read_html(html, page.locale, line_of=_LineFinder(page.source, match.end()))
    return ComparedPage(page.locale, str(page.file), blocks)


class _LineFinder:
    """Finds, in order, the lines of texts that Markdown read from a source."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._at = start

    def __call__(self, text: str) -> int:
        """Return the line of the next occurrence of a text, or else the last line found."""
        text = text.strip()
        word = re.search(r"\w+", text)
        for wanted in (text.split("\n")[0], text[:16].split("\n")[0], word[0] if word else ""):
            found = self._source.find(wanted, self._at) if wanted else -1
            if found >= 0:
                self._at = found + len(wanted)
                break
        return self._source.count("\n", 0, self._at) + 1
