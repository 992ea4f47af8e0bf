"""The charts in data/charts/: words, marks, and the claims that they cite."""

import re
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from dossier.charts.scales import DateScale
from dossier.files.dates import Date, MomentInTime
from dossier.files.records import Key, StrictRecord
from dossier.locales import Bilingual, Locale

_Mark = TypeVar("_Mark")

_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")


def _hours(written: object) -> float:
    if isinstance(written, float):
        return written
    match = _CLOCK.fullmatch(str(written))
    if not match or str(written) > "24:00":
        raise ValueError(f"“{written}” is not a time of day: write 03:15, or 24:00 for its end")
    return int(match[1]) + int(match[2]) / 60


class CitedRow(StrictRecord):
    """A row of a chart, with the claims that it cites."""

    when: Bilingual
    what: Bilingual
    claims: list[str] = Field(min_length=1)


class MarkedRow(CitedRow, Generic[_Mark]):
    """A row with marks on a scale of hours or dates."""

    marks: list[_Mark] = Field(min_length=1)


class HourMark(StrictRecord):
    """A time of day, or two that an event was between, as hours from 0 to 24."""

    shape: Literal["point", "unsure"]
    start: Annotated[float, BeforeValidator(_hours)]
    end: Annotated[float, BeforeValidator(_hours)] | None = None

    @model_validator(mode="after")
    def _has_its_limits(self) -> "HourMark":
        if (self.end is None) != (self.shape == "point") or (self.end or 24) <= self.start:
            raise ValueError("a point has only a start, and “unsure” a later end: correct the mark")
        return self


class Day(StrictRecord):
    """A day and the rows of its hours."""

    day: Date
    rows: list[MarkedRow[HourMark]] = Field(min_length=1)


class DateMark(StrictRecord):
    """A mark on a scale of dates; the area of a circle shows `billions` of dollars."""

    shape: Literal["point", "span", "open", "none", "announced", "reported", "value"]
    start: MomentInTime
    end: MomentInTime | None = None
    billions: int | None = None

    @model_validator(mode="after")
    def _fits_its_shape(self) -> "DateMark":
        if (self.billions is not None) != (self.shape in ("announced", "reported", "value")):
            raise ValueError("give billions for announced, reported and value, and only for them")
        if self.shape == "span" and self.end is None:
            raise ValueError("a span has an end: add it, or make it open")
        if self.end is not None and self.end.date.first_day() <= self.start.date.first_day():
            raise ValueError("it ends before it starts: correct one of the two")
        return self


class DateGroup(StrictRecord):
    """Rows under one title."""

    title: Bilingual
    rows: list[MarkedRow[DateMark]] = Field(min_length=1)


class Tie(CitedRow):
    """A tie from some parties to others; the tie with the `subject` of the dossier stands out."""

    from_: list[str] = Field(min_length=1, alias="from")
    to: list[str] = Field(min_length=1)
    subject: bool = False


class TieGroup(StrictRecord):
    """Ties of one kind, and the style of their arrows."""

    title: Bilingual
    style: Literal["plain", "thick", "dashed", "both"]
    rows: list[Tie] = Field(min_length=1)


class Chart(StrictRecord):
    """The fields that all charts share; the legend has the meaning of each shape."""

    title: Bilingual
    description: Bilingual
    legend: dict[str, Bilingual] = Field(default={})

    def legend_in(self, locale: Locale) -> list[tuple[str, str]]:
        """Return each shape of the legend with its meaning in one language."""
        return [(shape, words[locale]) for shape, words in self.legend.items()]


class HourChart(Chart):
    """A chart of days, each from midnight to midnight."""

    days: list[Day] = Field(min_length=1)


class DateChart(Chart):
    """A chart on one scale of dates, from `start` to `end`."""

    start: Date
    end: Date
    groups: list[DateGroup] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_its_marks(self) -> "DateChart":
        scale = DateScale(self.start, self.end)
        for row in (row for group in self.groups for row in group.rows):
            for mark in row.marks:
                last = (mark.end or mark.start).date.first_day()
                if mark.start.date.first_day() < scale.first or last > scale.last:
                    raise ValueError(f"“{row.when.en}” is outside the scale: widen it")
        return self


class TieChart(Chart):
    """A chart of parties, a column each, and the ties between them."""

    parties: dict[Key, Bilingual] = Field(min_length=2)
    groups: list[TieGroup] = Field(min_length=1)

    @model_validator(mode="after")
    def _knows_its_parties(self) -> "TieChart":
        known = ", ".join(self.parties)
        for tie in (tie for group in self.groups for tie in group.rows):
            for party in (*tie.from_, *tie.to):
                if party not in self.parties:
                    raise ValueError(f"“{party}” is not a party: name one of {known}")
        return self


RowChart = HourChart | DateChart | TieChart

StepName = Literal["announced", "available", "preview", "ga"]


class LifeStep(StrictRecord):
    """A step of a model's life on Azure."""

    step: StepName
    date: Date
    claims: list[str] = Field(min_length=1)


class LifeChart(Chart):
    """The lives of models on Azure: the steps that claims date, by the key of the model.

    `until` is the day of the last document that lists the models on sale.
    """

    start: Date
    end: Date
    until: Date
    steps: dict[Key, list[LifeStep]] = Field(min_length=1)
