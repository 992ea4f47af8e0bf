"""The blocks of a page's Markdown, with their lines.

Python-Markdown, with the extensions of mkdocs.yml, reads a page as the site does. It keeps
no line numbers: each piece of text is looked up again in the source, in order.
"""

import re

import markdown

from dossier.parity.block import Block
from dossier.parity.html_blocks import read_html

EXTENSIONS = (
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
)
"""Those of mkdocs.yml that make blocks, and the three that MkDocs adds by itself."""


def read_markdown(source: str, body: int, locale: str) -> list[Block]:
    """Return the blocks of a page's Markdown.

    Args:
        source: the whole file.
        body: where its text starts, after the front matter.
        locale: the page's language.
    """
    html = markdown.markdown(source[body:], extensions=list(EXTENSIONS))
    return read_html(html, locale, locate=_Locator(source, body))


class _Locator:
    """Finds, in order, the lines of text that Markdown took from a source."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._at = start

    def __call__(self, text: str) -> int:
        """Return the line of the text's next occurrence; the last line found if it has none."""
        text = text.strip()
        word = re.search(r"\w+", text)
        for wanted in (text.split("\n")[0], text[:16].split("\n")[0], word[0] if word else ""):
            found = self._source.find(wanted, self._at) if wanted else -1
            if found >= 0:
                self._at = found + len(wanted)
                break
        return self._source.count("\n", 0, self._at) + 1
