"""The charts of data/charts/ that are rows on a scale: hours, dates or parties."""

import datetime
from collections.abc import Iterator, Sequence

from babel.dates import format_date, format_time

from dossier.charts.drawing import Drawing
from dossier.charts.row_layout import LAYOUTS, ChartRow, RowGroup, RowLayout, row_drawings
from dossier.charts.scales import DateScale, Tick
from dossier.charts.schema import CitedRow, DateChart, DateMark, HourChart, RowChart, Tie, TieChart
from dossier.charts.track_marks import Mark
from dossier.files.dates import Moment
from dossier.locales import Locale

_TIE_LAYOUTS = (RowLayout("narrow", 328, 328, (24, 304)), RowLayout("wide", 680, 316, (352, 652)))


def row_chart(chart: RowChart, locale: Locale) -> tuple[list[RowGroup], list[Drawing]]:
    """Return the rows of a chart in one language, and its drawings."""
    layouts = LAYOUTS
    match chart:
        case HourChart():
            groups, ticks = _hours(chart, locale)
        case DateChart():
            groups, ticks = _dates(chart, locale)
        case TieChart():
            groups, ticks = _ties(chart, locale)
            layouts = _TIE_LAYOUTS
    return groups, row_drawings(groups, ticks, chart.legend_in(locale), layouts)


def _hours(chart: HourChart, locale: Locale) -> tuple[list[RowGroup], list[Tick]]:
    """Return the days, each on the same scale of 24 hours."""
    groups = []
    for day in chart.days:
        rows = (
            _row(row, [Mark(m.shape, m.start / 24, (m.end or 0) / 24) for m in row.marks], locale)
            for row in day.rows
        )
        groups.append(RowGroup(_weekday(day.day.first_day(), locale), tuple(rows)))
    return groups, [Tick(hour / 24, _hour(hour % 24, locale)) for hour in range(0, 25, 6)]


def _dates(chart: DateChart, locale: Locale) -> tuple[list[RowGroup], list[Tick]]:
    scale = DateScale(chart.start, chart.end)

    def marks(mark: DateMark) -> Iterator[Mark]:
        at, end = scale.at(mark.start.date.first_day()), mark.end
        if mark.start.date.month is None:
            after = scale.at(mark.start.date.day_after())
            yield Mark("year", at, after)
            at = (at + after) / 2
        yield Mark(mark.shape, at, scale.at(_last_day(end)) if end else 0, mark.billions or 0)

    groups = []
    for group in chart.groups:
        rows = (
            _row(row, [mark for written in row.marks for mark in marks(written)], locale)
            for row in group.rows
        )
        groups.append(RowGroup(group.title[locale], tuple(rows)))
    return groups, list(scale.ticks(locale))


def _ties(chart: TieChart, locale: Locale) -> tuple[list[RowGroup], list[Tick]]:
    """Return arrows between columns, whose names alternate between two levels to have room."""
    names = {party: name[locale] for party, name in chart.parties.items()}
    places = {party: index / (len(names) - 1) for index, party in enumerate(names)}

    def row(tie: Tie, style: str) -> ChartRow:
        start, end = (", ".join(names[party] for party in side) for side in (tie.from_, tie.to))
        lead = f"{start} {'↔' if style == 'both' else '→'} {end}"
        shape = f"{style} subject" if tie.subject else style
        marks = (Mark(shape, places[one], places[other]) for one in tie.from_ for other in tie.to)
        return ChartRow(lead, tie.what[locale], tuple(marks), tie.when[locale], tuple(tie.claims))

    groups = [
        RowGroup(group.title[locale], tuple(row(tie, group.style) for tie in group.rows))
        for group in chart.groups
    ]
    return groups, [Tick(places[party], names[party], i % 2) for i, party in enumerate(names)]


def _row(row: CitedRow, marks: Sequence[Mark], locale: Locale) -> ChartRow:
    return ChartRow(row.when[locale], row.what[locale], tuple(marks), claims=tuple(row.claims))


def _last_day(moment: Moment) -> datetime.date:
    """Return the end of a bar: the day itself, or the day after a month or a year."""
    return moment.date.first_day() if moment.date.day else moment.date.day_after()


def _hour(hour: int, locale: Locale) -> str:
    if locale == "fr":
        return f"{hour}\N{NO-BREAK SPACE}h"
    return format_time(datetime.time(hour), "h a", locale=locale)


def _weekday(day: datetime.date, locale: Locale) -> str:
    text = format_date(day, "EEEE d MMMM" if locale == "fr" else "EEEE, MMMM d", locale=locale)
    return text[0].upper() + text[1:]
