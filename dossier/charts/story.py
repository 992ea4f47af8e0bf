"""The charts of the stories, from what people wrote of them to rows on a scale."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_date, format_time

from dossier.charts.drawing import Drawing
from dossier.charts.marks import Mark
from dossier.charts.rows import FRAMES, Frame, Group, Row, Tick, rows_drawing
from dossier.charts.scales import dates
from dossier.charts.schema import Dated, DateMark, Hourly, Sourced, Tie, Ties, first_day
from dossier.files.dates import Moment
from dossier.locales import Locale

TIE_FRAMES = (
    Frame("narrow", 328, 328, (24, 304)),
    Frame("wide", 680, 316, (352, 652)),
)


@dataclass(frozen=True)
class Story:
    """A chart in one language: its rows, which the table repeats, and how they are drawn."""

    groups: list[Group]
    drawings: list[Drawing]


def tell(chart: Hourly | Dated | Ties, locale: Locale) -> Story:
    """Return what a chart shows."""
    frames: Sequence[Frame] = FRAMES
    match chart:
        case Hourly():
            groups, ticks = _hourly(chart, locale)
        case Dated():
            groups, ticks = _dated(chart, locale)
        case Ties():
            groups, ticks = _ties(chart, locale)
            frames = TIE_FRAMES
    legend = [(entry.shape, entry.words[locale]) for entry in chart.legend]
    return Story(groups, [rows_drawing(groups, ticks, frame, legend) for frame in frames])


def _hourly(chart: Hourly, locale: Locale) -> tuple[list[Group], list[Tick]]:
    """Days, each on the same scale of 24 hours."""
    groups = [
        Group(
            _weekday(first_day(day.day), locale),
            tuple(
                _row(
                    row, [Mark(m.shape, m.start / 24, (m.end or 0) / 24) for m in row.marks], locale
                )
                for row in day.rows
            ),
        )
        for day in chart.days
    ]
    return groups, [Tick(hour / 24, _hour(hour % 24, locale)) for hour in range(0, 25, 6)]


def _dated(chart: Dated, locale: Locale) -> tuple[list[Group], list[Tick]]:
    """Rows on one scale of dates, ticked by year or, where it is short, by month."""
    first, last = first_day(chart.start), first_day(chart.end)

    def fraction(day: datetime.date) -> float:
        return (day - first) / (last - first)

    def marks(mark: DateMark) -> Iterator[Mark]:
        at, end = fraction(mark.start.first_day()), mark.end
        if mark.start.date.month is None:
            after = fraction(mark.start.day_after())
            yield Mark("year", at, after)
            at = (at + after) / 2
        yield Mark(mark.shape, at, fraction(_last(end)) if end else 0, mark.billions or 0)

    groups = [
        Group(
            group.title[locale],
            tuple(
                _row(row, [mark for written in row.marks for mark in marks(written)], locale)
                for row in group.rows
            ),
        )
        for group in chart.groups
    ]
    return groups, [Tick(at, label) for at, label in dates(first, last, locale)]


def _ties(chart: Ties, locale: Locale) -> tuple[list[Group], list[Tick]]:
    """Arrows from column to column, whose names stand on two levels, for want of room."""
    names = {party: name[locale] for party, name in chart.parties.items()}
    places = {party: index / (len(names) - 1) for index, party in enumerate(names)}

    def row(tie: Tie, style: str) -> Row:
        start, end = (", ".join(names[party] for party in side) for side in (tie.from_, tie.to))
        shape = f"{style} subject" if tie.subject else style
        marks = [Mark(shape, places[one], places[other]) for one in tie.from_ for other in tie.to]
        return Row(
            f"{start} {'↔' if style == 'both' else '→'} {end}",
            tie.what[locale],
            tuple(marks),
            tie.when[locale],
            tuple(tie.claims),
        )

    groups = [
        Group(group.title[locale], tuple(row(tie, group.style) for tie in group.rows))
        for group in chart.groups
    ]
    return groups, [
        Tick(places[party], name, i % 2) for i, (party, name) in enumerate(names.items())
    ]


def _row(row: Sourced, marks: Sequence[Mark], locale: Locale) -> Row:
    return Row(row.when[locale], row.what[locale], tuple(marks), claims=tuple(row.claims))


def _last(moment: Moment) -> datetime.date:
    """A day is reached, a month or a year goes to its end."""
    return moment.first_day() if moment.date.day else moment.day_after()


def _hour(hour: int, locale: Locale) -> str:
    if locale == "fr":
        return f"{hour}\N{NO-BREAK SPACE}h"
    return format_time(datetime.time(hour), "h a", locale=locale)


def _weekday(day: datetime.date, locale: Locale) -> str:
    text = format_date(day, "EEEE d MMMM" if locale == "fr" else "EEEE, MMMM d", locale=locale)
    return text[0].upper() + text[1:]
