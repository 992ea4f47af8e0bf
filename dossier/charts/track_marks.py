"""The marks on the track of a row, and their outlines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt

from dossier.charts import drawing as draw
from dossier.charts.drawing import Shape, box, circle, line

_AREA = 5
"""The area of a circle for one unit of its amount, divided by pi."""

_POINTS: dict[str, Callable[[float, float], Shape]] = {
    "point": lambda x, y: Shape("point", circle(x, y, 5)),
    "hollow": lambda x, y: Shape("ground", circle(x, y, 4.5)),
    "diamond": lambda x, y: Shape(
        "ground", draw.polygon([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)])
    ),
    # Beyond the end of its bar, to be visible.
    "retired": lambda x, y: Shape("stroke", draw.cross(x + 8, y, 4.5)),
}
_AMOUNTS = {"announced", "reported", "value"}


@dataclass(frozen=True)
class Mark:
    """A mark at, or between, fractions of the track; the area of a circle shows `size`."""

    shape: str
    start: float
    end: float = 0
    size: float = 0


def is_point(shape: str) -> bool:
    """Return True if a shape is at one fraction, not between two."""
    return shape in _POINTS or shape in _AMOUNTS


def radius_of(size: float) -> float:
    """Return the radius of the circle for an amount."""
    return sqrt(_AREA * size)


def mark_shapes(mark: Mark, track: tuple[float, float], y: float, edge: float) -> Iterator[Shape]:
    """Yield the outlines of a mark around `y`; an open mark continues to `edge`."""
    start, end = (track[0] + at * (track[1] - track[0]) for at in (mark.start, mark.end))
    match mark.shape:
        case shape if shape in _POINTS:
            yield _POINTS[shape](start, y)
        case shape if shape in _AMOUNTS:
            yield from _amount(shape, start, y, radius_of(mark.size))
        case "solid" | "hatched" | "ruled" | "empty" | "dotted":
            yield from _bar(mark.shape, start, end, y)
        case "open" | "none" if not mark.end:
            yield from _period(mark.shape, start, edge - 1, y, is_open=True)
        case "span" | "unsure" | "none" | "year" | "scheduled":
            yield from _period(mark.shape, start, end, y, is_open=False)
        case arrow:
            yield from _arrow(arrow, start, end, y)


def _amount(style: str, x: float, y: float, radius: float) -> Iterator[Shape]:
    """Yield a circle: filled if announced, hatched if reported, empty if it is a value."""
    yield Shape("blank", circle(x, y, radius))
    if style == "reported":
        yield Shape("hatch", draw.hatched_circle(x, y, radius))
    yield Shape("point" if style == "announced" else "outline", circle(x, y, radius))


def _period(style: str, start: float, end: float, y: float, *, is_open: bool) -> Iterator[Shape]:
    """Yield a period: a bar, or dots if nothing happens in it or nothing is known of it."""
    match style:
        case "span" | "open":
            yield Shape("span", box(start, y - 4, max(end - 6 * is_open, start + 3), y + 4))
        case "unsure":
            yield Shape("blank", box(start, y - 5, end, y + 5))
            yield Shape("hatch", draw.hatched_box(start, y - 5, end, y + 5))
            yield Shape("outline", box(start, y - 5, end, y + 5))
        case "scheduled":
            yield Shape("dots", line(start, y, end - 4, y))
            yield Shape("stroke", draw.cross(end, y, 4.5))
        case _:
            ends = (start,) if is_open else (start, end)
            yield Shape("dots", line(start, y, end, y))
            yield Shape("stroke", "".join(line(x, y - 4, x, y + 4) for x in ends))
    if is_open:
        yield Shape("stroke", draw.chevron(end, y, 5))


def _arrow(style: str, start: float, end: float, y: float) -> Iterator[Shape]:
    """Yield an arrow: plain, thick, dashed or both ways; "subject" makes it stand out."""
    way = 1 if end > start else -1
    yield Shape(f"arrow {style}", line(start, y, end - 3 * way, y))
    yield Shape(f"tip {style}", draw.chevron(end, y, 5 * way))
    if style == "both":
        yield Shape("tip", draw.chevron(start, y, -5 * way))
    else:
        yield Shape(f"dot {style}", circle(start, y, 2.5))


def _bar(style: str, start: float, end: float, y: float) -> Iterator[Shape]:
    """Yield a part of a stacked bar with its fill."""
    top, bottom = y - 6, y + 6
    yield Shape("blank", box(start, top, end, bottom))
    match style:
        case "solid":
            yield Shape("point", box(start, top, end, bottom))
        case "hatched":
            yield Shape("hatch", draw.hatched_box(start, top, end, bottom, 4))
        case "ruled":
            yield Shape("rules", "".join(line(start, y + at, end, y + at) for at in (-3, 0, 3)))
    yield Shape("part dotted" if style == "dotted" else "part", box(start, top, end, bottom))
