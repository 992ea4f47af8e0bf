"""Labels of points, where there is room: none touches another, or another point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin

from dossier.charts.drawing import Anchor, Text
from dossier.charts.words import width_of

SIZE = 11
"""The font size of a label."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Point:
    """A point to be labeled; one that stands out may have its label farther away, with a line."""

    label: str
    x: float
    y: float
    radius: float
    stands_out: bool

    @property
    def box(self) -> Box:
        """Return the room that it takes."""
        r = self.radius
        return self.x - r, self.y - r, self.x + r, self.y + r


@dataclass(frozen=True)
class Label:
    """A label where it could stand: its words, their box, and a line to a point farther away."""

    text: Text
    box: Box
    leader: Box | None = None

    def fits(self, bounds: Box, labels: Sequence[Box], points: Sequence[Box]) -> bool:
        """Say whether it is inside and touches no other label, line or point."""
        inside = (
            self.box[0] >= bounds[0]
            and self.box[1] >= bounds[1]
            and self.box[2] <= bounds[2]
            and self.box[3] <= bounds[3]
        )
        return (
            inside
            and not any(_overlap(self.box, other) for other in (*labels, *points))
            and not any(_overlap(dot, other) for dot in self.line() for other in labels)
        )

    def line(self) -> Iterator[Box]:
        """Give the room that the line to its point takes, dot by dot."""
        if self.leader:
            x1, y1, x2, y2 = self.leader
            for step in range(11):
                x, y = x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10
                yield x - 1, y - 1, x + 1, y + 1


def place_labels(points: Sequence[Point], bounds: Box, most: int) -> list[Label]:
    """Return at most `most` labels: of what stands out first, then of what stands alone."""
    boxes = [point.box for point in points]
    given: list[Label] = []
    for point in sorted(points, key=lambda one: (not one.stands_out, -_alone(one, points))):
        taken = [box for label in given for box in (label.box, *label.line())]
        label = next((one for one in _tries(point) if one.fits(bounds, taken, boxes)), None)
        if label and len(given) < most:
            given.append(label)
    return given


def _tries(point: Point) -> Iterator[Label]:
    """Give where a label may stand, the best first."""
    away = point.radius + 3
    near: list[tuple[float, float, Anchor]] = [
        (away, 4, "start"), (-away, 4, "end"), (0, -away - 1, "middle"), (0, away + 9, "middle"),
        (away - 2, 1 - away, "start"), (away - 2, away + 6, "start"),
        (2 - away, 1 - away, "end"), (2 - away, away + 6, "end"),
    ]  # fmt: skip
    for dx, dy, anchor in near:
        yield _label(point, dx, dy, anchor)
    if point.stands_out:
        for distance, turn in product(range(16, 110, 6), range(24)):
            dx, dy = distance * cos(turn * pi / 12), distance * sin(turn * pi / 12)
            leader = (point.x, point.y, point.x + dx - (2 if dx > 0 else -2), point.y + dy)
            yield _label(point, dx, dy + 4, "start" if dx > 0 else "end", leader)


def _label(point: Point, dx: float, dy: float, anchor: Anchor, leader: Box | None = None) -> Label:
    x, y = point.x + dx, point.y + dy
    width = width_of(point.label, SIZE, bold=point.stands_out)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    text = Text("label subject" if point.stands_out else "label", x, y, (point.label,), anchor)
    return Label(text, (left, y - 10, left + width, y + 3), leader)


def _alone(point: Point, points: Sequence[Point]) -> float:
    """Return how far the nearest other point is."""
    others = (other for other in points if other is not point)
    return min((abs(point.x - one.x) + abs(point.y - one.y) for one in others), default=0)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
