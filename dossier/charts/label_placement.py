"""Labels of points, placed so that none overlaps another label or a point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin

from dossier.charts.drawing import Anchor, TextLines
from dossier.charts.text_width import width_of

_SIZE = 11
"""The font size of a label."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class LabeledPoint:
    """A point to label; one that stands out may have its label farther away, with a line to it."""

    label: str
    x: float
    y: float
    radius: float
    stands_out: bool

    @property
    def box(self) -> Box:
        """The box around the point."""
        r = self.radius
        return self.x - r, self.y - r, self.x + r, self.y + r


@dataclass(frozen=True)
class PlacedLabel:
    """A possible place of a label: its text, its box, and the ends of a line to a far point."""

    text: TextLines
    box: Box
    leader: Box | None = None

    def fits(self, bounds: Box, labels: Sequence[Box], points: Sequence[Box]) -> bool:
        """Return True if it is inside and overlaps no other label, line or point."""
        left, top, right, bottom = self.box
        return (
            left >= bounds[0]
            and top >= bounds[1]
            and right <= bounds[2]
            and bottom <= bounds[3]
            and not _overlaps_any(self.box, labels)
            and not _overlaps_any(self.box, points)
            and not any(_overlaps_any(dot, labels) for dot in self.line())
        )

    def line(self) -> Iterator[Box]:
        """Yield boxes along the line to the point."""
        if self.leader:
            x1, y1, x2, y2 = self.leader
            for step in range(11):
                x, y = x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10
                yield x - 1, y - 1, x + 1, y + 1


def place_labels(points: Sequence[LabeledPoint], bounds: Box, most: int) -> list[PlacedLabel]:
    """Return at most `most` labels: first of points that stand out, then of remote points."""
    boxes = [point.box for point in points]
    placed: list[PlacedLabel] = []
    taken: list[Box] = []
    for point in sorted(points, key=lambda one: (not one.stands_out, -_distance(one, points))):
        if len(placed) == most:
            break
        if label := next((one for one in _places(point) if one.fits(bounds, taken, boxes)), None):
            placed.append(label)
            taken += (label.box, *label.line())
    return placed


def _places(point: LabeledPoint) -> Iterator[PlacedLabel]:
    """Yield the possible places of a label, best first."""
    away = point.radius + 3
    near: list[tuple[float, float, Anchor]] = [
        (away, 4, "start"), (-away, 4, "end"), (0, -away - 1, "middle"), (0, away + 9, "middle"),
        (away - 2, 1 - away, "start"), (away - 2, away + 6, "start"),
        (2 - away, 1 - away, "end"), (2 - away, away + 6, "end"),
    ]  # fmt: skip
    for dx, dy, anchor in near:
        yield _place(point, dx, dy, anchor)
    if point.stands_out:
        for distance, turn in product(range(16, 110, 6), range(24)):
            dx, dy = distance * cos(turn * pi / 12), distance * sin(turn * pi / 12)
            leader = (point.x, point.y, point.x + dx - (2 if dx > 0 else -2), point.y + dy)
            yield _place(point, dx, dy + 4, "start" if dx > 0 else "end", leader)


def _place(
    point: LabeledPoint, dx: float, dy: float, anchor: Anchor, leader: Box | None = None
) -> PlacedLabel:
    x, y = point.x + dx, point.y + dy
    width = width_of(point.label, _SIZE, bold=point.stands_out)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    kind = "label subject" if point.stands_out else "label"
    text = TextLines(kind, x, y, (point.label,), anchor)
    return PlacedLabel(text, (left, y - 10, left + width, y + 3), leader)


def _distance(point: LabeledPoint, points: Sequence[LabeledPoint]) -> float:
    """Return the distance to the nearest other point."""
    others = (other for other in points if other is not point)
    return min((abs(point.x - one.x) + abs(point.y - one.y) for one in others), default=0)


def _overlaps_any(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    for other in others:
        if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
            return True
    return False
