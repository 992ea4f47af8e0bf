"""The state of every page's translation, as readers of one edition see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.locales import ORIGINAL, TRANSLATION, Locale
from dossier.pages.page import Page, edition
from dossier.pages.sections import Section
from dossier.translation.state import PageState, State, translation_states


@dataclass(frozen=True)
class Unfinished:
    """A section that is not current, in the edition's language where it has it, else the other."""

    state: State
    section: Section
    locale: Locale


@dataclass(frozen=True)
class Row:
    """A page of the edition: its state, how many sections are in each, those not current."""

    page: Page
    state: State
    counts: dict[State, int]
    unfinished: list[Unfinished]


def translation_table(pages: Sequence[Page], locale: Locale) -> list[Row]:
    """Return a row for each page, in order of path."""
    given = {page.path: page for page in edition(pages, locale)}
    return [
        Row(given[page.path], page.state, page.counts, list(_unfinished(page, locale)))
        for page in translation_states(pages)
    ]


def _unfinished(page: PageState, locale: Locale) -> Iterator[Unfinished]:
    """Give what is not current in a page that stands in both languages."""
    if page.original is None or page.translation is None:
        return
    for section in page.sections:
        if section.state != "current":
            sections = {ORIGINAL: section.original, TRANSLATION: section.translation}
            other = ORIGINAL if locale == TRANSLATION else TRANSLATION
            for language in (locale, other):
                if shown := sections[language]:
                    yield Unfinished(section.state, shown, language)
                    break
