"""The timeline as a scaled axis: each event a mark, by year at first and then by month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from babel.dates import get_month_names

from dossier.charts.drawing import Drawing, Named, Shape, Text, line, short
from dossier.evidence.events import Event, Theme
from dossier.locales import Bilingual, Locale

MONTHS_FROM = 2025
"""The first year that is shown by month: that of the announcement."""

WIDTH = 328
PITCH = 10.5
"""From one mark to the one above it."""
_LEGEND = 4 * 18 + 12
"""How high the legend is, with what is stacked below it."""
_FOOT = 34
"""Room for the labels of the months and of the years: the same in both drawings, for their lines
to meet where they stand side by side."""

MARKS: dict[Theme, str] = {
    "announcement": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "incident": "m0-5l4.5 8h-9z",
    "openai": "m-3.4-3.4h6.8v6.8h-6.8z",
    "models": "m0-4.7l4.7 4.7l-4.7 4.7l-4.7-4.7z",
}
"""Each theme has its shape, a path from the middle of the mark."""

_Column = tuple[int, int]
"""A year and a month, or a year and 0."""


def axis(
    events: Mapping[str, Event], locale: Locale, wording: Mapping[str, Bilingual]
) -> tuple[Drawing, Drawing]:
    """Draw what came before MONTHS_FROM, a column a year, and what came since, a column a month.

    Args:
        events: by id, oldest first.
        locale: the language of the labels and of the marks' names.
        wording: has the names of the themes.
    """
    dates = [event.date.date for event in events.values()]
    first, last = dates[0], dates[-1]
    years = [(year, 0) for year in range(first.year, MONTHS_FROM)]
    months = [(y, m) for y in range(MONTHS_FROM, last.year + 1) for m in range(1, 13)]
    months = months[: months.index((last.year, last.month or 12)) + 1]
    early, late = _panel(events, years, locale, _LEGEND), _panel(events, months, locale, 0)
    # What came before 2023 is so little that the legend stands above it.
    keys, labels = [], []
    for index, theme in enumerate(get_args(Theme)):
        label = wording[f"theme-{theme}"][locale]
        outline = Shape("", mark(theme, 6, 12 + 18 * index))
        keys.append(Named(label, (outline,), kind=f"mark {theme}"))
        labels.append(Text("tick", 18, 16 + 18 * index, (label,)))
    legend = replace(early, named=(*early.named, *keys), texts=(*early.texts, *labels))
    return legend, late


def mark(theme: Theme, x: float, y: float) -> str:
    """Return the outline of an event's mark around a point."""
    return f"M{short(x)} {short(y)}{MARKS[theme]}"


def _panel(
    events: Mapping[str, Event], columns: Sequence[_Column], locale: Locale, least: float
) -> Drawing:
    """Stack the events of each column on a line, at least `least` high."""
    stacks: dict[_Column, list[tuple[str, Event]]] = {column: [] for column in columns}
    for key, event in events.items():
        date = event.date.date
        column = (date.year, (date.month or 1) if date.year >= MONTHS_FROM else 0)
        if column in stacks:
            stacks[column].append((key, event))
    ground = max(least, max(len(stack) for stack in stacks.values()) * PITCH + 4)
    step = WIDTH / len(columns)
    names = get_month_names("narrow", context="stand-alone", locale=locale)
    named: list[Named] = []
    texts: list[Text] = []
    rules = [line(0, ground, WIDTH, ground)]
    for index, ((year, month), stack) in enumerate(stacks.items()):
        middle = (index + 0.5) * step
        for height, (key, event) in enumerate(stack):
            outline = mark(event.theme, middle, ground - 7 - height * PITCH)
            name = f"{event.date.format(locale)} · {event.what[locale]}"
            named.append(Named(name, (Shape("", outline),), f"#{key}", f"mark {event.theme}"))
        if month:
            texts.append(Text("tick", middle, ground + 14, (names[month],), "middle"))
        if month in (0, 1):
            rules.append(line(index * step, ground, index * step, ground + (28 if month else 6)))
            place = (index * step + 4, ground + 28) if month else (middle, ground + 14)
            texts.append(Text("tick", *place, (str(year),), "start" if month else "middle"))
    rule = Shape("rule", "".join(rules))
    return Drawing("any", WIDTH, ground + _FOOT, (rule,), tuple(texts), tuple(named))
