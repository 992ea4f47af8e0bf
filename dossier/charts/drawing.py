"""What a chart is made of, and the outlines of its marks as SVG paths."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Literal

Anchor = Literal["start", "middle", "end"]

Size = Literal["narrow", "wide", "any"]
"""For a phone, for a desk, or for both."""


@dataclass(frozen=True)
class Text:
    """Lines of text: `y` is the baseline of the first; `kind` is what the style sheet knows."""

    kind: str
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Shape:
    """An outline: `kind` is what the style sheet knows, `path` is an SVG path."""

    kind: str
    path: str


@dataclass(frozen=True)
class Named:
    """Shapes with a name, shown to who points at them, and maybe an address that they lead to."""

    name: str
    shapes: tuple[Shape, ...]
    href: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Drawing:
    """A whole chart: its size and what stands in it, the hindmost first."""

    size: Size
    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
    named: tuple[Named, ...] = ()

    @property
    def interactive(self) -> bool:
        """Say whether parts of it lead somewhere."""
        return any(part.href for part in self.named)


def short(number: float) -> str:
    """Write a length as briefly as a tenth of a unit allows."""
    return f"{number:.1f}".removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line."""
    return f"M{short(x1)} {short(y1)}L{short(x2)} {short(y2)}"


def box(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a rectangle from its upper left to its lower right corner."""
    return f"M{short(x1)} {short(y1)}H{short(x2)}V{short(y2)}H{short(x1)}Z"


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle around a point."""
    # Rounded once: an arc whose ends are not two radii apart is no half of a circle.
    radius = round(radius, 1)
    r, across = short(radius), short(2 * radius)
    return f"M{short(x - radius)} {short(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z"


def polygon(points: Iterable[tuple[float, float]]) -> str:
    """Return the closed outline through `points`."""
    return f"M{'L'.join(f'{short(x)} {short(y)}' for x, y in points)}Z"


def cross(x: float, y: float, arm: float) -> str:
    """Return an X around a point."""
    return line(x - arm, y - arm, x + arm, y + arm) + line(x - arm, y + arm, x + arm, y - arm)


def chevron(x: float, y: float, arm: float) -> str:
    """Return the two strokes of an arrowhead whose point is at x, y; `arm` < 0 points left."""
    a, b = short(x - arm), abs(arm)
    return f"M{a} {short(y - b)}L{short(x)} {short(y)}L{a} {short(y + b)}"


def hatched_box(x1: float, y1: float, x2: float, y2: float, step: float = 5) -> str:
    """Return the diagonal lines that fill a rectangle."""
    height = y2 - y1
    lines = []
    start = x1 - height + step / 2
    while start < x2:
        low, high = max(start, x1), min(start + height, x2)
        if high > low:
            lines.append(line(low, y2 - (low - start), high, y2 - (high - start)))
        start += step
    return "".join(lines)


def hatched_circle(x: float, y: float, radius: float, step: float = 4) -> str:
    """Return the diagonal lines that fill a circle."""
    return "".join(_chords(x, y, radius, step))


def _chords(x: float, y: float, radius: float, step: float) -> Iterator[str]:
    """Give the chords at 45° whose distances from the center are multiples of `step`."""
    count = int(radius / step)
    for index in range(-count, count + 1):
        away = index * step
        half = sqrt(max(radius * radius - away * away, 0)) / sqrt(2)
        mid_x, mid_y = x + away / sqrt(2), y + away / sqrt(2)
        yield line(mid_x - half, mid_y + half, mid_x + half, mid_y - half)
