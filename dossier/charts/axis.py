"""The timeline as an axis: a mark for each event, by year and then by month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from babel.dates import get_month_names

from dossier.charts.drawing import Drawing, NamedShapes, Shape, TextLines, Words, line, short
from dossier.evidence.events import Event, Theme
from dossier.locales import Locale

MONTHS_FROM = 2025
"""The first year that is shown by month: the year of the announcement."""

_WIDTH = 328
_PITCH = 10.5
"""The distance from one mark to the mark above it."""
_LEGEND = 4 * 18 + 12
"""The height of the legend and of the marks below it."""
_LONGEST_NAME = 54
_FOOT = 34
"""The height of the labels of months and years: the same in both drawings, so that their lines
meet when they are side by side."""

MARKS: dict[Theme, str] = {
    "announcement": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "incident": "m0-5l4.5 8h-9z",
    "openai": "m-3.4-3.4h6.8v6.8h-6.8z",
    "models": "m0-4.7l4.7 4.7l-4.7 4.7l-4.7-4.7z",
}
"""The shape of each theme, as an SVG path from its center."""

_Column = tuple[int, int]
"""A year and a month, or a year and 0."""


def axis_drawings(events: Mapping[str, Event], locale: Locale, t: Words) -> tuple[Drawing, Drawing]:
    """Draw the events before MONTHS_FROM, one column per year, and the others, one per month.

    `events` are by id, oldest first; `t` has the names of the themes.
    """
    dates = [event.date.date for event in events.values()]
    first, last = dates[0], dates[-1]
    years = [(year, 0) for year in range(first.year, MONTHS_FROM)]
    months = [(y, m) for y in range(MONTHS_FROM, last.year + 1) for m in range(1, 13)]
    months = months[: months.index((last.year, last.month or 12)) + 1]
    early, late = _panel(events, years, locale, _LEGEND), _panel(events, months, locale, 0)
    # There are so few early events that the legend fits above them.
    keys, labels = [], []
    for index, theme in enumerate(get_args(Theme)):
        label = t[f"theme-{theme}"]
        outline = Shape("", _mark(theme, 6, 12 + 18 * index))
        keys.append(NamedShapes(label, (outline,), kind=f"mark {theme}"))
        labels.append(TextLines("tick", 18, 16 + 18 * index, (label,)))
    legend = replace(early, named=(*early.named, *keys), texts=(*early.texts, *labels))
    return legend, late


def _shortened(text: str) -> str:
    """Return the beginning of a text: the list below the chart has the whole."""
    return text if len(text) <= _LONGEST_NAME else text[: text.rindex(" ", 0, _LONGEST_NAME)] + "…"


def _mark(theme: Theme, x: float, y: float) -> str:
    return f"M{short(x)} {short(y)}{MARKS[theme]}"


def _panel(
    events: Mapping[str, Event], columns: Sequence[_Column], locale: Locale, least: float
) -> Drawing:
    """Draw a stack of marks for each column, with room for a height of `least`."""
    stacks: dict[_Column, list[tuple[str, Event]]] = {column: [] for column in columns}
    for key, event in events.items():
        date = event.date.date
        column = (date.year, (date.month or 1) if date.year >= MONTHS_FROM else 0)
        if column in stacks:
            stacks[column].append((key, event))
    ground = max(least, max(len(stack) for stack in stacks.values()) * _PITCH + 4)
    step = _WIDTH / len(columns)
    names = get_month_names("narrow", context="stand-alone", locale=locale)
    named: list[NamedShapes] = []
    texts: list[TextLines] = []
    rules = [line(0, ground, _WIDTH, ground)]
    for index, ((year, month), stack) in enumerate(stacks.items()):
        middle = (index + 0.5) * step
        for height, (key, event) in enumerate(stack):
            outline = _mark(event.theme, middle, ground - 7 - height * _PITCH)
            name = f"{event.date.format(locale)} · {_shortened(event.what[locale])}"
            named.append(NamedShapes(name, (Shape("", outline),), f"#{key}", f"mark {event.theme}"))
        if month:
            texts.append(TextLines("tick", middle, ground + 14, (names[month],), "middle"))
        if month in (0, 1):
            rules.append(line(index * step, ground, index * step, ground + (28 if month else 6)))
            place = (index * step + 4, ground + 28) if month else (middle, ground + 14)
            texts.append(TextLines("tick", *place, (str(year),), "start" if month else "middle"))
    rule = Shape("rule", "".join(rules))
    return Drawing("any", _WIDTH, ground + _FOOT, (rule,), tuple(texts), tuple(named))
