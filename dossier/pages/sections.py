"""The sections of a page, each translated on its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.files.problems import Problem
from dossier.pages.page import Page, blank_code, without_front_matter

FRONT_MATTER = "front-matter"
"""The id of the first section of every page: title, description and the text before the first
heading."""

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}[ \t]*$", re.M)


@dataclass(frozen=True)
class Section:
    """A part of a page, from a heading with an id to the next one, of any level.

    A heading without an id belongs to the section that it is in.

    Attributes:
        id: the heading's id, the same in both languages.
        level: the heading's level, from 1; 0 for the front matter.
        title: the heading's Markdown without its id; the page's title for the front matter.
        text: the Markdown, heading included.
        line: the line (from 1) of the file that it starts on.
    """

    id: str
    level: int
    title: str
    text: str
    line: int


@lru_cache(maxsize=1024)
def page_sections(page: Page) -> list[Section]:
    """Split a page into sections, the front matter first."""
    return split(page.source, page.front_matter.title, page.front_matter.description)


def split(source: str, title: str, description: str) -> list[Section]:
    """Split a page's source into sections, the front matter first.

    `title` and `description` are the text to translate in the front matter.
    """
    headed = headed_sections(source)
    head = source.split("\n")[: headed[0].line - 1] if headed else source.split("\n")
    lead = without_front_matter("\n".join([*head, ""]))
    return [Section(FRONT_MATTER, 0, title, f"{title}\n\n{description}\n\n{lead}", 1), *headed]


def headed_sections(markdown: str) -> list[Section]:
    """Split Markdown into sections, starting at its first heading."""
    lines = markdown.split("\n")
    # Headings in code do not count; blanking out code keeps the line numbers.
    blanked = blank_code(markdown)
    starts = [
        (blanked.count("\n", 0, match.start()), match) for match in _HEADING.finditer(blanked)
    ]
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    return [
        Section(
            id=match[3],
            level=len(match[1]),
            title=_HEADING.sub(r"\2", lines[start]),
            text="\n".join(lines[start:end]),
            line=start + 1,
        )
        for (start, match), end in zip(starts, ends, strict=False)
    ]


def section_titles(pages: Iterable[Page]) -> dict[str, str]:
    """Return the title of each section by its address within a language: "incident/#may-14".

    If two pages have it, the title is that of the last.
    """
    return {
        f"{page.path}#{section.id}": section.title
        for page in pages
        for section in page_sections(page)
        if section.level
    }


def missing_section(address: str) -> str:
    """Return what to say of an address that is not in `section_titles`."""
    return (
        f"there is no section “{address}”: write the address of a page and the id of a heading, "
        "as in incident/#may-14"
    )


def check_sections(pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield the headings of all pages whose id occurs twice on their page."""
    for page in pages:
        lines: dict[str, int] = {}
        for section in page_sections(page):
            first = lines.setdefault(section.id, section.line)
            if first != section.line:
                message = f"the id “{section.id}” is already on line {first}: choose another one"
                yield Problem(page.file, section.line, message)
