"""The marks that stand on a track, and their outlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from dossier.charts.drawing import (
    Shape,
    box,
    chevron,
    circle,
    cross,
    hatched_box,
    hatched_circle,
    line,
    polygon,
)

_AREA = 5
"""Square units of a circle, divided by pi, for one of what it counts."""


@dataclass(frozen=True)
class Mark:
    """A mark at, or between, fractions of the track; `size` is what a circle counts."""

    shape: str
    start: float
    end: float = 0
    size: float = 0


def is_point(shape: str) -> bool:
    """Say whether a shape stands at a fraction, not between two."""
    return shape in (
        "point", "hollow", "retired", "diamond", "announced", "reported", "value",
    )  # fmt: skip


def radius_of(size: float) -> float:
    """Return the radius of a circle that counts `size`."""
    return sqrt(_AREA * size)


def mark_shapes(mark: Mark, track: tuple[float, float], y: float, edge: float) -> Iterator[Shape]:
    """Give the outlines of a mark around `y`; `edge` is where what goes on leaves the chart."""
    start, end = (track[0] + at * (track[1] - track[0]) for at in (mark.start, mark.end))
    match mark.shape:
        case "point" | "hollow" | "diamond" | "retired":
            yield _point(mark.shape, start, y)
        case "announced" | "reported" | "value":
            yield from _amount(mark.shape, start, y, radius_of(mark.size))
        case "solid" | "hatched" | "ruled" | "empty" | "dotted":
            yield from _bar(mark.shape, start, end, y)
        case "open" | "none" if not mark.end:
            yield from _time(mark.shape, start, edge - 1, y, goes_on=True)
        case "span" | "unsure" | "none" | "year" | "scheduled":
            yield from _time(mark.shape, start, end, y, goes_on=False)
        case arrow:
            yield from _arrow(arrow, start, end, y)


def _point(style: str, x: float, y: float) -> Shape:
    match style:
        case "hollow":
            return Shape("ground", circle(x, y, 4.5))
        case "diamond":
            return Shape("ground", polygon([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)]))
        case "retired":
            # Beyond the end of its bar, where it can be seen.
            return Shape("stroke", cross(x + 8, y, 4.5))
    return Shape("point", circle(x, y, 5))


def _amount(style: str, x: float, y: float, radius: float) -> Iterator[Shape]:
    """Give a circle: full if it was announced, hatched if reported, empty if it is a value."""
    yield Shape("blank", circle(x, y, radius))
    if style == "reported":
        yield Shape("hatch", hatched_circle(x, y, radius))
    yield Shape("point" if style == "announced" else "outline", circle(x, y, radius))


def _time(style: str, start: float, end: float, y: float, *, goes_on: bool) -> Iterator[Shape]:
    """Give a time: a bar where something is so, dots where nothing is or nothing is known."""
    tip = Shape("stroke", chevron(end, y, 5))
    ends = [line(x, y - 4, x, y + 4) for x in (start, end)]
    match style:
        case "span" | "open":
            yield Shape("span", box(start, y - 4, max(end - 6 * goes_on, start + 3), y + 4))
        case "unsure":
            yield Shape("blank", box(start, y - 5, end, y + 5))
            yield Shape("hatch", hatched_box(start, y - 5, end, y + 5))
            yield Shape("outline", box(start, y - 5, end, y + 5))
        case "scheduled":
            yield Shape("dots", line(start, y, end - 4, y))
            yield Shape("stroke", cross(end, y, 4.5))
        case _:
            yield Shape("dots", line(start, y, end, y))
            yield Shape("stroke", "".join(ends[: 1 if goes_on else 2]))
    if goes_on:
        yield tip


def _arrow(style: str, start: float, end: float, y: float) -> Iterator[Shape]:
    """Give an arrow: plain, thick, dashed or of both ways, and "subject" if it stands out."""
    way = 1 if end > start else -1
    yield Shape(f"arrow {style}", line(start, y, end - 3 * way, y))
    yield Shape(f"tip {style}", chevron(end, y, 5 * way))
    if style == "both":
        yield Shape("tip", chevron(start, y, -5 * way))
    else:
        yield Shape(f"dot {style}", circle(start, y, 2.5))


def _bar(style: str, start: float, end: float, y: float) -> Iterator[Shape]:
    """Give a part of a stacked bar, told from its neighbors by its filling."""
    top, bottom = y - 6, y + 6
    yield Shape("blank", box(start, top, end, bottom))
    match style:
        case "solid":
            yield Shape("point", box(start, top, end, bottom))
        case "hatched":
            yield Shape("hatch", hatched_box(start, top, end, bottom, 4))
        case "ruled":
            yield Shape("rules", "".join(line(start, y + at, end, y + at) for at in (-3, 0, 3)))
    yield Shape("part dotted" if style == "dotted" else "part", box(start, top, end, bottom))
