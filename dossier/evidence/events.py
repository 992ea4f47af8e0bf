"""What happened, and when: data/events.yml, from which the timeline and its feeds are made."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dossier.evidence.claims import Claim
from dossier.files.dates import Moment, MomentInTime
from dossier.files.problems import DossierError, Problem
from dossier.files.records import load_records
from dossier.locales import Bilingual
from dossier.pages.page import Page
from dossier.pages.sections import page_sections

Theme = Literal["announcement", "incident", "openai", "models"]
"""What an event is part of: one of the four stories."""


class Event(BaseModel):
    """One event.

    Attributes:
        date: when, as precisely as its source says.
        what: one sentence.
        claims: what it rests on.
        page: where it is told, as its address within a language, with the section:
            "incident/#may-14".
        key: one of the few dates that the home page shows.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    date: MomentInTime
    what: Bilingual
    theme: Theme
    claims: list[str] = Field(min_length=1)
    page: str
    key: bool = False


def load_events(file: Path, claims: Mapping[str, Claim], pages: Sequence[Page]) -> dict[str, Event]:
    """Read the events, oldest first.

    Raises:
        DossierError: a record is malformed, rests on an unknown claim, or is told in no page.
    """
    events, lines = load_records(file, Event)
    sections = {(page.path, section.id) for page in pages for section in page_sections(page)}
    problems = []
    for key, event in events.items():
        for claim in event.claims:
            if claim not in claims:
                message = f"{key} rests on an unknown claim “{claim}”: add it to claims.yml"
                problems.append(Problem(file, lines.line([key, "claims"]), message))
        path, _, section = event.page.partition("#")
        if (path, section) not in sections:
            message = f"{key} is told in “{event.page}”, where there is no such section: "
            message += "write the page's address and the id of a heading, incident/#may-14"
            problems.append(Problem(file, lines.line([key, "page"]), message))
    if problems:
        raise DossierError(problems)
    return dict(sorted(events.items(), key=lambda item: _order(item[1].date)))


def by_year(events: Mapping[str, Event]) -> dict[int, dict[str, Event]]:
    """Return the events of each year by id, in the order given."""
    years: dict[int, dict[str, Event]] = {}
    for key, event in events.items():
        years.setdefault(event.date.date.year, {})[key] = event
    return years


def key_dates(events: Mapping[str, Event]) -> dict[str, Event]:
    """Return the few events that the home page shows."""
    return {key: event for key, event in events.items() if event.key}


def _order(moment: Moment) -> tuple[str, str]:
    """A month comes before its days; hours of one day in the order of their clocks."""
    return str(moment.date), f"{moment.time:%H:%M}" if moment.time else ""
