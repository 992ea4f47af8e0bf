"""What a translator has to do, as text for a terminal."""

from collections.abc import Iterator, Sequence

from dossier.translation.history import NoHistoryError, section_at, word_diff
from dossier.translation.state import STATES, PageState, SectionState


def report(states: Sequence[PageState]) -> str:
    """Return a line for each page, what is not current in it, and a line of counts."""
    width = max((len(page.path) for page in states), default=0)
    lines = []
    for page in states:
        lines.append(f"{page.path or '/':<{width}}  {page.state:<8}  {_counts([page])}")
        if page.original and page.translation:
            for section in page.sections:
                if section.state != "current":
                    lines += [f"    {line}" for line in _section(section, page)]
    lines.append(f"{len(states)} pages, {_counts(states)}")
    return "\n".join(lines)


def _counts(states: Sequence[PageState]) -> str:
    counts = {state: sum(page.counts[state] for page in states) for state in STATES}
    told = [f"{count} {state}" for state, count in counts.items() if count]
    return f"{sum(counts.values())} sections: {', '.join(told)}"


def _section(section: SectionState, page: PageState) -> Iterator[str]:
    width = max(len(other.id) for other in page.sections)
    yield f"{section.state:<8}  {section.id:<{width}}  {_place(section, page)}"
    if section.state == "stale":
        for line in _change(section, page):
            yield f"    {line}"


def _place(section: SectionState, page: PageState) -> str:
    """Return where the section stands: in the original unless it is an orphan."""
    if page.original and section.original:
        return f"{page.original.file}:{section.original.line}"
    assert page.translation
    assert section.translation
    return f"{page.translation.file}:{section.translation.line}"


def _change(section: SectionState, page: PageState) -> list[str]:
    """Return what has changed in the original since the translation, or why it cannot be told."""
    assert page.original
    assert section.original
    if section.recorded is None:
        return ["no hash is recorded: compare it with the original, then accept"]
    try:
        before = section_at(page.original.file, section.id, section.recorded)
    except NoHistoryError as error:
        return [str(error)]
    return word_diff(before.text, section.original.text)
