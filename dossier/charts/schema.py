"""What people write of a chart: its words, its marks, what they rest on."""

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from dossier.files.dates import Date, MomentInTime, PartialDate
from dossier.files.records import Key
from dossier.locales import Bilingual

_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")


def _hours(written: object) -> float:
    if isinstance(written, float):
        return written
    match = _CLOCK.fullmatch(str(written))
    if not match or str(written) > "24:00":
        raise ValueError(f"“{written}” is not an hour of a day: write 03:15, or 24:00 for its end")
    return int(match[1]) + int(match[2]) / 60


Hours = Annotated[float, BeforeValidator(_hours)]
"""An hour of the day, from 0 to 24."""


class Entry(BaseModel):
    """A part of a chart."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Sourced(Entry):
    """A row of a chart: when, what, and the claims that say so."""

    when: Bilingual
    what: Bilingual
    claims: list[str] = Field(min_length=1)


class HourMark(Entry):
    """A mark in a day: an hour, or two between which it was."""

    shape: Literal["point", "unsure"]
    start: Hours
    end: Hours | None = None

    @model_validator(mode="after")
    def _has_its_limits(self) -> "HourMark":
        if (self.end is None) != (self.shape == "point") or (self.end or 24) <= self.start:
            raise ValueError("a point has a start alone; what is unsure has an end too, after it")
        return self


class HourRow(Sourced):
    """A row of a day."""

    marks: list[HourMark] = Field(min_length=1)


class Day(Entry):
    """A day and what is known of its hours."""

    day: Date
    rows: list[HourRow] = Field(min_length=1)


class DateMark(Entry):
    """A mark on a scale of dates; `billions` of dollars are the area of a circle."""

    shape: Literal["point", "span", "open", "none", "announced", "reported", "value"]
    start: MomentInTime
    end: MomentInTime | None = None
    billions: int | None = None

    @model_validator(mode="after")
    def _has_what_its_shape_needs(self) -> "DateMark":
        if (self.billions is not None) != (self.shape in ("announced", "reported", "value")):
            raise ValueError("an amount has its billions, and nothing else has")
        if self.shape == "span" and self.end is None:
            raise ValueError("a span has an end: add it, or make it open")
        if self.end is not None and self.end.first_day() <= self.start.first_day():
            raise ValueError("it ends before it starts: correct one of the two")
        return self


class DateRow(Sourced):
    """A row of a scale of dates."""

    marks: list[DateMark] = Field(min_length=1)


class DateGroup(Entry):
    """Rows under one title."""

    title: Bilingual
    rows: list[DateRow] = Field(min_length=1)


class Tie(Sourced):
    """What ties some parties to others; the `subject` is the one that the dossier is about."""

    from_: list[str] = Field(min_length=1, alias="from")
    to: list[str] = Field(min_length=1)
    subject: bool = False


class TieGroup(Entry):
    """The ties of one kind, and how their arrows are drawn."""

    title: Bilingual
    style: Literal["plain", "thick", "dashed", "both"]
    rows: list[Tie] = Field(min_length=1)


class Legend(Entry):
    """What a shape means."""

    shape: str
    words: Bilingual


class Picture(Entry):
    """What every chart has."""

    title: Bilingual
    description: Bilingual
    legend: list[Legend] = []

    @property
    def claims(self) -> Iterator[str]:
        """Give the claims that it rests on."""
        raise NotImplementedError


class Hourly(Picture):
    """A chart of days, each from midnight to midnight."""

    days: list[Day] = Field(min_length=1)

    @property
    def claims(self) -> Iterator[str]:
        """Give the claims that it rests on."""
        return (claim for day in self.days for row in day.rows for claim in row.claims)


class Dated(Picture):
    """A chart on one scale of dates, from `start` to `end`."""

    start: Date
    end: Date
    groups: list[DateGroup] = Field(min_length=1)

    @property
    def claims(self) -> Iterator[str]:
        """Give the claims that it rests on."""
        return (claim for group in self.groups for row in group.rows for claim in row.claims)

    @model_validator(mode="after")
    def _holds_its_marks(self) -> "Dated":
        first, last = first_day(self.start), first_day(self.end)
        for row in (row for group in self.groups for row in group.rows):
            for mark in row.marks:
                ends = mark.end.first_day() if mark.end else mark.start.first_day()
                if mark.start.first_day() < first or ends > last:
                    raise ValueError(f"“{row.when.en}” lies outside of the scale: widen it")
        return self


class Ties(Picture):
    """A chart of parties, a column each, and of what ties them."""

    parties: dict[Key, Bilingual] = Field(min_length=2)
    groups: list[TieGroup] = Field(min_length=1)

    @property
    def claims(self) -> Iterator[str]:
        """Give the claims that it rests on."""
        return (claim for group in self.groups for tie in group.rows for claim in tie.claims)

    @model_validator(mode="after")
    def _knows_its_parties(self) -> "Ties":
        for tie in (tie for group in self.groups for tie in group.rows):
            for party in (*tie.from_, *tie.to):
                if party not in self.parties:
                    raise ValueError(
                        f"“{party}” is not one of the parties: {', '.join(self.parties)}"
                    )
        return self


StepName = Literal["announced", "available", "preview", "ga"]


class Step(Entry):
    """A step of a model's life on Azure."""

    step: StepName
    date: Date
    claims: list[str] = Field(min_length=1)


class Lives(Picture):
    """The lives of models, by the key of the model, as far as claims date them.

    `until` is the day of the last document that lists what is sold.
    """

    start: Date
    end: Date
    until: Date
    steps: dict[Key, list[Step]] = Field(min_length=1)

    @property
    def claims(self) -> Iterator[str]:
        """Give the claims that it rests on."""
        return (claim for steps in self.steps.values() for step in steps for claim in step.claims)


def first_day(date: PartialDate) -> datetime.date:
    """Return a date or, for a month or a year, the first of its days."""
    return datetime.date(date.year, date.month or 1, date.day or 1)
