"""Translation state: how up to date each translation is, section by section.

French is the original. The front matter of a translated page has, under `translates`, the
hash of each French section as it was when it was translated. No other file holds state.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from dossier.files.problems import Problem
from dossier.locales import ORIGINAL, TRANSLATION, Locale
from dossier.pages.page import Page
from dossier.pages.sections import Section, page_sections

State = Literal["current", "stale", "missing", "orphaned"]
"""Of a section: its original has not changed since; has changed, or no hash is recorded; is not
translated; no longer exists."""
STATES: tuple[State, ...] = get_args(State)

NO_ORIGINAL = "the page has no French original: write that first, at the same path"


@dataclass(frozen=True)
class SectionState:
    """A section in both languages, with the hash that its translation records."""

    id: str
    original: Section | None
    translation: Section | None
    recorded: str | None

    @cached_property
    def state(self) -> State:
        """The state of the section."""
        if self.original is None:
            return "orphaned"
        if self.translation is None:
            return "missing"
        return "current" if self.recorded == section_hash(self.original) else "stale"

    @property
    def is_behind(self) -> bool:
        """True if the two languages are known to differ here."""
        return self.state != "current" and not (self.state == "stale" and self.recorded is None)

    def shown_to(self, locale: Locale) -> tuple[Locale, Section]:
        """Return the section that readers of `locale` see, in their language if it exists there."""
        if self.translation and (locale == TRANSLATION or not self.original):
            return TRANSLATION, self.translation
        assert self.original
        return ORIGINAL, self.original


@dataclass(frozen=True)
class PageState:
    """A page in both languages: its sections in the order of the original, orphaned ones last."""

    path: str
    original: Page | None
    translation: Page | None
    sections: list[SectionState]

    @property
    def state(self) -> State:
        """The state of the page: stale if any section is not current."""
        if self.original is None:
            return "orphaned"
        if self.translation is None:
            return "missing"
        return "current" if self.counts["current"] == len(self.sections) else "stale"

    @property
    def counts(self) -> dict[State, int]:
        """The number of sections in each state."""
        found = Counter(section.state for section in self.sections)
        return {state: found[state] for state in STATES}

    @property
    def unfinished(self) -> list[SectionState]:
        """The sections that are not current, unless the whole page is in one language only."""
        if self.state != "stale":
            return []
        return [section for section in self.sections if section.state != "current"]

    def shown_to(self, locale: Locale) -> Page:
        """Return the page that readers of `locale` see: the original if it is not translated."""
        page = self.translation if locale == TRANSLATION and self.translation else self.original
        assert page
        return page


def section_hash(section: Section) -> str:
    """Return the first 8 hexadecimal digits of the SHA-256 of a section's Markdown.

    Spaces at the end of a line and the number of blank lines do not count.
    """
    text = re.sub(r"[ \t]+$", "", section.text, flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def translation_states(pages: Sequence[Page]) -> list[PageState]:
    """Return the state of every page, in order of path."""
    by_place = {(page.locale, page.path): page for page in pages}
    return [
        page_state(path, by_place.get((ORIGINAL, path)), by_place.get((TRANSLATION, path)))
        for path in sorted({page.path for page in pages})
    ]


def page_state(path: str, original: Page | None, translation: Page | None) -> PageState:
    """Return the state of a page that is in at least one of the languages."""
    here, there = _sections(original), _sections(translation)
    recorded = translation.front_matter.translates if translation else {}
    ids = dict.fromkeys([*here, *there])
    sections = [SectionState(i, here.get(i), there.get(i), recorded.get(i)) for i in ids]
    return PageState(path, original, translation, sections)


def check_translations(pages: Sequence[Page]) -> list[Problem]:
    """Return the originals that claim to be translations, and translations without original."""
    originals = {page.path for page in pages if page.locale == ORIGINAL}
    problems = []
    for page in pages:
        if page.locale == ORIGINAL and page.front_matter.translates:
            message = "the page is the original and translates nothing: remove “translates”"
            problems.append(Problem(page.file, 1, message))
        if page.path not in originals:
            problems.append(Problem(page.file, 1, NO_ORIGINAL))
    return problems


def _sections(page: Page | None) -> Mapping[str, Section]:
    return {section.id: section for section in page_sections(page)} if page else {}
