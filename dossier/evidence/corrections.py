"""Corrections of what was published: data/corrections.yml."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from dossier.files.dates import Date, PartialDate
from dossier.files.problems import checking, read_text
from dossier.files.records import StrictRecord, parse_yaml, validate
from dossier.locales import Bilingual
from dossier.pages.page import Page
from dossier.pages.sections import missing_section, section_titles


class Correction(StrictRecord):
    """A correction of a fact, a date, a quotation or an attribution.

    Attributes:
        date: the day of the correction.
        page: the address, within a language, of the section or page that was corrected:
            "incident/#may-14" or "dates/".
        said: what it said.
        says: what it says now.
        why: the reason, in one sentence.
    """

    date: Date
    page: str
    said: Bilingual
    says: Bilingual
    why: Bilingual

    @property
    def path(self) -> str:
        """The address of the page within a language."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """The id of the section, or ""."""
        return self.page.partition("#")[2]


def load_corrections(file: Path, pages: Sequence[Page]) -> dict[str, Correction]:
    """Read the corrections, newest first.

    The id of each comes from its date and place, so that new ones change no address.

    Raises:
        DossierError: an entry is malformed, or names an unknown section.
    """
    parsed = parse_yaml(read_text(file), file)
    corrections: list[Correction] = validate(parsed, list[Correction])
    known = section_titles(pages).keys() | {page.path for page in pages}
    with checking() as problems:
        for place, correction in enumerate(corrections):
            if correction.page not in known:
                message = f"{place}.page: {missing_section(correction.page)}"
                problems.append(parsed.problem([place, "page"], message))
    newest = sorted(_with_ids(corrections), key=lambda item: item[1].date, reverse=True)
    return dict(newest)


def by_day(corrections: Mapping[str, Correction]) -> dict[PartialDate, dict[str, Correction]]:
    """Return the corrections of each day by id, in the order given."""
    days = groupby(corrections.items(), key=lambda item: item[1].date)
    return {day: dict(items) for day, items in days}


def _with_ids(corrections: Sequence[Correction]) -> Iterator[tuple[str, Correction]]:
    seen: dict[str, int] = {}
    for correction in corrections:
        words = [str(correction.date), *correction.path.split("/"), correction.section]
        name = "-".join(filter(None, words))
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}", correction
