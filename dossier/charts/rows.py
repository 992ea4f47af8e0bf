"""The frame that most charts share: rows of words, each with a track of marks.

On a desk the words stand beside the track, and on a phone above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.charts.drawing import Anchor, Drawing, Shape, Size, Text, line
from dossier.charts.marks import Mark, is_point, mark_shapes, radius_of
from dossier.charts.words import width_of, wrapped

SIZE = 12
"""The font size of all words but the ticks."""
TICK_SIZE = 11
LINE = 16
"""From one line of words to the next."""
BAND = 22
"""The least height of a track."""


@dataclass(frozen=True)
class Frame:
    """How a chart is laid out.

    Attributes:
        width: of the whole.
        words: of the column of words.
        track: where the marks' scale starts and ends.
        gap: between two rows.
    """

    size: Size
    width: float
    words: float
    track: tuple[float, float]
    gap: float = 10

    @property
    def beside(self) -> bool:
        """Say whether the words stand beside the track, not above it."""
        return self.track[0] > self.words


NARROW = Frame("narrow", 328, 328, (10, 318))
WIDE = Frame("wide", 680, 296, (330, 664))
FRAMES = (NARROW, WIDE)


@dataclass(frozen=True)
class Row:
    """A row: what leads, in bold, what may stand at the end of that line, and what follows.

    `claims` are what it rests on, for the table of the same data.
    """

    lead: str
    what: str
    marks: tuple[Mark, ...]
    aside: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A line across the tracks at a fraction of them; a label on the first or the second level."""

    at: float
    label: str = ""
    level: int = 0


@dataclass(frozen=True)
class Group:
    """Rows under one title."""

    title: str
    rows: tuple[Row, ...]


@dataclass
class _Canvas:
    frame: Frame
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def x(self, fraction: float) -> float:
        start, end = self.frame.track
        return start + fraction * (end - start)


def rows_drawing(
    groups: Sequence[Group],
    ticks: Sequence[Tick],
    frame: Frame,
    legend: Sequence[tuple[str, str]] = (),
) -> Drawing:
    """Lay groups of rows out; the legend's shapes and words stand below them."""
    canvas = _Canvas(frame)
    y = 0.0
    for index, group in enumerate(groups):
        y = _head(canvas, group, ticks, y, first=index == 0)
        top = y
        for row in group.rows:
            y = _row(canvas, row, ticks, y)
        if frame.beside:
            guides = "".join(
                line(canvas.x(tick.at), top - 4, canvas.x(tick.at), y - frame.gap) for tick in ticks
            )
            canvas.shapes.insert(0, Shape("guide", guides))
        y += 6
    y = _legend(canvas, legend, y)
    return Drawing(frame.size, frame.width, y, tuple(canvas.shapes), tuple(canvas.texts))


def _head(canvas: _Canvas, group: Group, ticks: Sequence[Tick], y: float, first: bool) -> float:
    """Write a group's title and, above the tracks, the labels of their scale."""
    frame = canvas.frame
    canvas.shapes.append(Shape("rule", line(0, y + 1, frame.width, y + 1)))
    lines = wrapped(group.title, frame.words, SIZE + 1, bold=True) if group.title else ()
    below = y + 2 + LINE * len(lines)
    if lines:
        canvas.texts.append(Text("title", 0, y + 18, lines))
    if frame.beside and not first:
        return below + 14
    labels = y + 18 if frame.beside or not lines else below + 20
    levels = max(tick.level for tick in ticks)
    for tick in ticks:
        if tick.label:
            canvas.texts.append(_tick_label(canvas, tick, labels + 14 * tick.level))
    return max(below, labels + 14 * levels) + 14


def _tick_label(canvas: _Canvas, tick: Tick, y: float) -> Text:
    """Center a label on its line, unless it would then leave the chart."""
    x, half = canvas.x(tick.at), width_of(tick.label, TICK_SIZE) / 2
    anchor: Anchor = "middle"
    if x + half > canvas.frame.width:
        x, anchor = canvas.frame.width, "end"
    elif x - half < 0:
        x, anchor = 0, "start"
    return Text("tick", x, y, (tick.label,), anchor)


def _row(canvas: _Canvas, row: Row, ticks: Sequence[Tick], y: float) -> float:
    """Draw a row from `y` down and return where the next one starts."""
    frame = canvas.frame
    aside = width_of(row.aside, SIZE) + 8 if row.aside else 0
    leads = wrapped(row.lead, frame.words - aside, SIZE, bold=True)
    whats = wrapped(row.what, frame.words, SIZE) if row.what else ()
    words = LINE * (len(leads) + len(whats))
    band = max(BAND, *(2 * radius_of(mark.size) + 6 for mark in row.marks))
    height = max(words, band) if frame.beside else words + band
    middle = y - 2 + (height if frame.beside else height + words) / 2
    # One line of words stands at the height of its marks.
    baseline = max(y + 10, middle + 4) if frame.beside and words == LINE else y + 10
    canvas.texts.append(Text("head", 0, baseline, leads))
    if row.aside:
        canvas.texts.append(Text("aside", frame.words, baseline, (row.aside,), "end"))
    if whats:
        canvas.texts.append(Text("what", 0, baseline + LINE * len(leads), whats))
    if not frame.beside:
        guides = (
            line(canvas.x(tick.at), middle - 7, canvas.x(tick.at), middle + 7) for tick in ticks
        )
        canvas.shapes.append(Shape("guide", "".join(guides)))
    canvas.shapes.append(Shape("guide", line(canvas.x(0), middle, canvas.x(1), middle)))
    for mark in row.marks:
        canvas.shapes += mark_shapes(mark, frame.track, middle, frame.width)
    return y + height + frame.gap


def _legend(canvas: _Canvas, legend: Sequence[tuple[str, str]], y: float) -> float:
    """Write what the shapes mean, side by side as far as there is room."""
    if not legend:
        return y
    frame, x = canvas.frame, 0.0
    canvas.shapes.append(Shape("rule faint", line(0, y, frame.width, y)))
    y += 18
    for shape, words in legend:
        room = 34 + width_of(words, TICK_SIZE) + 14
        if x and x + room > frame.width:
            x, y = 0.0, y + 20
        canvas.texts.append(Text("tick", x + 34, y + 4, (words,)))
        mark = Mark(shape, 0.5 if is_point(shape) else 0, 1, 6)
        canvas.shapes += mark_shapes(mark, (x + 1, x + 25), y, x + 25)
        x += room
    return y + 14
