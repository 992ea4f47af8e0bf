"""How far each translation follows its original, section by section.

French is the original. A translated page carries in its front matter, under `translates`,
the hash of each French section as it was when it was translated; nothing is kept elsewhere.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dossier.files.problems import Problem
from dossier.locales import ORIGINAL, TRANSLATION
from dossier.pages.page import Page
from dossier.pages.sections import Section, page_sections

State = Literal["current", "stale", "missing", "orphaned"]
"""Of a section: translated as the original stands; from another state of the original, or from
none that is recorded; not translated; translated from a section that the original no longer has.
"""
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class SectionState:
    """A section in both languages.

    Attributes:
        id: its id in both.
        original: the French section, unless there is none.
        translation: the English section, unless there is none.
        recorded: the hash that the translation carries for it, if any.
    """

    id: str
    original: Section | None
    translation: Section | None
    recorded: str | None

    @property
    def state(self) -> State:
        """The section's state."""
        if self.original is None:
            return "orphaned"
        if self.translation is None:
            return "missing"
        return "current" if self.recorded == section_hash(self.original) else "stale"

    @property
    def is_behind(self) -> bool:
        """Say whether the two languages are known to differ here."""
        return self.state != "current" and not (self.state == "stale" and self.recorded is None)


@dataclass(frozen=True)
class PageState:
    """A page in both languages: its sections in the order of the original, orphaned ones last."""

    path: str
    original: Page | None
    translation: Page | None
    sections: list[SectionState]

    @property
    def state(self) -> State:
        """The page's state; it is stale if any section is not current."""
        if self.original is None:
            return "orphaned"
        if self.translation is None:
            return "missing"
        return "current" if self.counts["current"] == len(self.sections) else "stale"

    @property
    def counts(self) -> dict[State, int]:
        """How many sections are in each state."""
        found = Counter(section.state for section in self.sections)
        return {state: found[state] for state in STATES}


def section_hash(section: Section) -> str:
    """Return the first 8 hexadecimal digits of the SHA-256 of a section's Markdown.

    Spaces at the end of a line and the number of blank lines do not count.
    """
    text = re.sub(r"[ \t]+$", "", section.text, flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def page_hashes(original: Page) -> dict[str, str]:
    """Return the hash of each section of a page, in its order."""
    return {section.id: section_hash(section) for section in page_sections(original)}


def translation_states(pages: Sequence[Page]) -> list[PageState]:
    """Return the state of every page, in order of path."""
    by_place = {(page.locale, page.path): page for page in pages}
    return [
        page_state(path, by_place.get((ORIGINAL, path)), by_place.get((TRANSLATION, path)))
        for path in sorted({page.path for page in pages})
    ]


def page_state(path: str, original: Page | None, translation: Page | None) -> PageState:
    """Return the state of one page, of which at least one language is there."""
    here, there = _sections(original), _sections(translation)
    recorded = translation.front_matter.translates if translation else {}
    ids = dict.fromkeys([*here, *there])
    sections = [SectionState(i, here.get(i), there.get(i), recorded.get(i)) for i in ids]
    return PageState(path, original, translation, sections)


def check_translations(pages: Sequence[Page]) -> list[Problem]:
    """Return the pages that claim to translate, and cannot: originals, and those without one."""
    originals = {page.path for page in pages if page.locale == ORIGINAL}
    problems = []
    for page in pages:
        if page.locale == ORIGINAL and page.front_matter.translates:
            message = "the page is the original and translates nothing: remove “translates”"
            problems.append(Problem(page.file, 1, message))
        if page.path not in originals:
            message = "the page has no French original: write that first, at the same path"
            problems.append(Problem(page.file, 1, message))
    return problems


def _sections(page: Page | None) -> Mapping[str, Section]:
    if page is None:
        return {}
    return {section.id: section for section in page_sections(page)}
