"""The layout that most charts share: rows of words, each with a track of marks.

The words are beside the track on a desk, and above it on a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.charts.drawing import Anchor, Drawing, Shape, Size, TextLines, line
from dossier.charts.scales import Tick
from dossier.charts.text_width import width_of, wrapped
from dossier.charts.track_marks import Mark, is_point, mark_shapes, radius_of

_SIZE = 12
"""The font size of all words but the ticks."""
_TICK_SIZE = 11
_LINE = 16
"""The line height."""
_TRACK = 22
"""The minimum height of a track."""


@dataclass(frozen=True)
class RowLayout:
    """The width of a chart and of its words, the ends of its scale, and the gap between rows."""

    size: Size
    width: float
    words: float
    track: tuple[float, float]
    gap: float = 10

    @property
    def beside(self) -> bool:
        """Return True if the words are beside the track, not above it."""
        return self.track[0] > self.words


LAYOUTS = (RowLayout("narrow", 328, 328, (10, 318)), RowLayout("wide", 680, 296, (330, 664)))


@dataclass(frozen=True)
class ChartRow:
    """A row: bold words, optional words at the end of their line, and words below them.

    `claims` are those that it cites, for the table of the same data.
    """

    lead: str
    what: str
    marks: tuple[Mark, ...]
    aside: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowGroup:
    """Rows under one title."""

    title: str
    rows: tuple[ChartRow, ...]


@dataclass
class _Canvas:
    layout: RowLayout
    ticks: Sequence[Tick]
    shapes: list[Shape] = field(default_factory=list)
    texts: list[TextLines] = field(default_factory=list)

    def x(self, fraction: float) -> float:
        start, end = self.layout.track
        return start + fraction * (end - start)

    def guides(self, top: float, bottom: float) -> Shape:
        """Return the lines of all ticks."""
        places = [self.x(tick.at) for tick in self.ticks]
        return Shape("guide", "".join(line(x, top, x, bottom) for x in places))


def row_drawings(
    groups: Sequence[RowGroup],
    ticks: Sequence[Tick],
    legend: Sequence[tuple[str, str]],
    layouts: Sequence[RowLayout] = LAYOUTS,
) -> list[Drawing]:
    """Draw groups of rows in each layout, with the legend's shapes and words below them."""
    drawings = []
    for layout in layouts:
        canvas = _Canvas(layout, ticks)
        y = 0.0
        for group in groups:
            y = top = _draw_head(canvas, group, y)
            for row in group.rows:
                y = _draw_row(canvas, row, y)
            if layout.beside:
                canvas.shapes.insert(0, canvas.guides(top - 4, y - layout.gap))
            y += 6
        y = _draw_legend(canvas, legend, y)
        shapes, texts = tuple(canvas.shapes), tuple(canvas.texts)
        drawings.append(Drawing(layout.size, layout.width, y, shapes, texts))
    return drawings


def _draw_head(canvas: _Canvas, group: RowGroup, y: float) -> float:
    """Draw a group's title and the labels of its ticks, and return the top of the first row."""
    layout, ticks = canvas.layout, canvas.ticks
    canvas.shapes.append(Shape("rule", line(0, y + 1, layout.width, y + 1)))
    lines = wrapped(group.title, layout.words, _SIZE + 1, bold=True) if group.title else ()
    below = y + 2 + _LINE * len(lines)
    if lines:
        canvas.texts.append(TextLines("title", 0, y + 18, lines))
    if layout.beside and y > 0:  # the labels above the first group serve all tracks
        return below + 14
    labels = y + 18 if layout.beside or not lines else below + 20
    canvas.texts += (
        _tick_label(canvas, tick, labels + 14 * tick.level) for tick in ticks if tick.label
    )
    return max(below, labels + 14 * max(tick.level for tick in ticks)) + 14


def _tick_label(canvas: _Canvas, tick: Tick, y: float) -> TextLines:
    """Center a label on its line, unless it would leave the chart."""
    x, half = canvas.x(tick.at), width_of(tick.label, _TICK_SIZE) / 2
    anchor: Anchor = "middle"
    if x + half > canvas.layout.width:
        x, anchor = canvas.layout.width, "end"
    elif x - half < 0:
        x, anchor = 0, "start"
    return TextLines("tick", x, y, (tick.label,), anchor)


def _draw_row(canvas: _Canvas, row: ChartRow, y: float) -> float:
    """Draw a row from `y` down and return the top of the next one."""
    layout = canvas.layout
    aside = width_of(row.aside, _SIZE) + 8 if row.aside else 0
    leads = wrapped(row.lead, layout.words - aside, _SIZE, bold=True)
    whats = wrapped(row.what, layout.words, _SIZE) if row.what else ()
    words = _LINE * (len(leads) + len(whats))
    track = max(_TRACK, *(2 * radius_of(mark.size) + 6 for mark in row.marks))
    height = max(words, track) if layout.beside else words + track
    middle = y - 2 + (height if layout.beside else height + words) / 2
    # A single line of words is level with its marks.
    baseline = max(y + 10, middle + 4) if layout.beside and words == _LINE else y + 10
    canvas.texts.append(TextLines("head", 0, baseline, leads))
    if row.aside:
        canvas.texts.append(TextLines("aside", layout.words, baseline, (row.aside,), "end"))
    if whats:
        canvas.texts.append(TextLines("what", 0, baseline + _LINE * len(leads), whats))
    if not layout.beside:
        canvas.shapes.append(canvas.guides(middle - 7, middle + 7))
    canvas.shapes.append(Shape("guide", line(canvas.x(0), middle, canvas.x(1), middle)))
    for mark in row.marks:
        canvas.shapes += mark_shapes(mark, layout.track, middle, layout.width)
    return y + height + layout.gap


def _draw_legend(canvas: _Canvas, legend: Sequence[tuple[str, str]], y: float) -> float:
    """Draw the meaning of the shapes, in as few lines as fit, and return the bottom."""
    if not legend:
        return y
    width, x = canvas.layout.width, 0.0
    canvas.shapes.append(Shape("rule faint", line(0, y, width, y)))
    y += 18
    for shape, words in legend:
        room = 34 + width_of(words, _TICK_SIZE) + 14
        if x and x + room > width:
            x, y = 0.0, y + 20
        canvas.texts.append(TextLines("tick", x + 34, y + 4, (words,)))
        mark = Mark(shape, 0.5 if is_point(shape) else 0, 1, 6)
        canvas.shapes += mark_shapes(mark, (x + 1, x + 25), y, x + 25)
        x += room
    return y + 14
