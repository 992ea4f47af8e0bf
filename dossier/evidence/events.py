"""The events of the timeline and its feeds: data/events.yml."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from dossier.evidence.claims import Claim, Source, check_claims
from dossier.files.dates import Moment, MomentInTime, PartialDate
from dossier.files.problems import checking
from dossier.files.records import StrictRecord, load_records
from dossier.locales import Bilingual
from dossier.pages.page import Page
from dossier.pages.sections import missing_section, section_titles

Theme = Literal["announcement", "incident", "openai", "models"]
"""The story that an event is part of."""


class Event(StrictRecord):
    """An event.

    Attributes:
        date: its date, as precise as in the source.
        what: what happened, in one sentence.
        claims: the claims that support it.
        page: the address of the section about it, within a language: "incident/#may-14".
        key: True if the home page shows it.
    """

    date: MomentInTime
    what: Bilingual
    theme: Theme
    claims: list[str] = Field(min_length=1)
    page: str
    key: bool = False


def load_events(
    file: Path,
    claims: Mapping[str, Claim],
    sources: Mapping[str, Source],
    pages: Sequence[Page],
) -> dict[str, Event]:
    """Read the events, oldest first.

    Raises:
        DossierError: a record is malformed, names an unknown claim or section, or is later than
            every source of a claim that supports it.
    """
    events, parsed = load_records(file, Event)
    sections = section_titles(pages)
    with checking() as problems:
        problems.extend(check_claims(parsed, claims)[1])
        for key, event in events.items():
            if event.page not in sections:
                message = f"{key}.page: {missing_section(event.page)}"
                problems.append(parsed.problem([key, "page"], message))
            for claim in event.claims:
                if claim in claims and (newest := _newest_before(event, claims[claim], sources)):
                    message = f"{key}: the newest source of “{claim}” is of {newest}, before the "
                    message += "event: correct one of the dates, or name another claim"
                    problems.append(parsed.problem([key, "date"], message))
    return dict(sorted(events.items(), key=lambda item: _order(item[1].date)))


def _newest_before(event: Event, claim: Claim, sources: Mapping[str, Source]) -> PartialDate | None:
    """Return the date of the newest source of a claim if an event is later."""
    dates = [sources[source].date for source in claim.sources]
    known = [date for date in dates if date]
    newest = max(known, key=PartialDate.day_after, default=None)
    if newest and len(known) == len(dates) and newest.day_after() <= event.date.date.first_day():
        return newest
    return None


def by_year(events: Mapping[str, Event]) -> dict[int, dict[str, Event]]:
    """Return the events of each year by id, in the order given."""
    years: dict[int, dict[str, Event]] = {}
    for key, event in events.items():
        years.setdefault(event.date.date.year, {})[key] = event
    return years


def key_dates(events: Mapping[str, Event]) -> dict[str, Event]:
    """Return the events that the home page shows."""
    return {key: event for key, event in events.items() if event.key}


def _order(moment: Moment) -> tuple[str, str]:
    """Return a sort key: a month after its days, times of a day without regard to their zones."""
    return str(moment.date).ljust(10, "~"), f"{moment.time:%H:%M}" if moment.time else ""
