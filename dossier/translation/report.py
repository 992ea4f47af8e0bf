"""The report on translations, for a terminal."""

from collections.abc import Iterator, Sequence

from dossier.locales import ORIGINAL
from dossier.translation.history import NoHistoryError, section_at, word_diff
from dossier.translation.state import STATES, PageState, SectionState


def report(states: Sequence[PageState]) -> str:
    """Return a line for each page, with its sections that are not current, and the counts."""
    width = max((len(page.path) for page in states), default=0)
    lines = []
    for page in states:
        lines.append(f"{page.path or '/':<{width}}  {page.state:<8}  {_counts([page])}")
        for section in page.unfinished:
            lines += [f"    {line}" for line in _section(section, page)]
    lines.append(f"{len(states)} pages, {_counts(states)}")
    return "\n".join(lines)


def _counts(states: Sequence[PageState]) -> str:
    counts = {state: sum(page.counts[state] for page in states) for state in STATES}
    listed = [f"{count} {state}" for state, count in counts.items() if count]
    return f"{sum(counts.values())} sections: {', '.join(listed)}"


def _section(section: SectionState, page: PageState) -> Iterator[str]:
    width = max(len(other.id) for other in page.sections)
    locale, shown = section.shown_to(ORIGINAL)
    place = f"{page.shown_to(locale).file}:{shown.line}"
    yield f"{section.state:<8}  {section.id:<{width}}  {place}"
    if section.state == "stale":
        for line in _changes(section, page):
            yield f"    {line}"


def _changes(section: SectionState, page: PageState) -> list[str]:
    """Return what has changed in the original since the translation, or why it is unknown."""
    assert page.original
    assert section.original
    if section.recorded is None:
        return ["no hash is recorded: compare it with the original, then accept"]
    try:
        before = section_at(page.original.file, section.id, section.recorded)
    except NoHistoryError as error:
        return [str(error)]
    return word_diff(before.text, section.original.text)
