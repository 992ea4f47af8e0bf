"""The parts of a drawn chart, and SVG paths for their outlines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal

Anchor = Literal["start", "middle", "end"]

Words = Mapping[str, str]
"""The wording in one language, by key."""

Size = Literal["narrow", "wide", "any"]
"""Whether a drawing is for a phone, a desk or both."""


@dataclass(frozen=True)
class TextLines:
    """Lines of text: `y` is the baseline of the first, `kind` the CSS class."""

    kind: str
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Shape:
    """An SVG path; `kind` is the CSS class."""

    kind: str
    path: str


@dataclass(frozen=True)
class NamedShapes:
    """Shapes with a name as tooltip and, optionally, a link."""

    name: str
    shapes: tuple[Shape, ...]
    href: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Drawing:
    """A whole chart, its parts from back to front."""

    size: Size
    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[TextLines, ...]
    named: tuple[NamedShapes, ...] = ()

    @property
    def interactive(self) -> bool:
        """Return True if any part is a link."""
        return any(part.href for part in self.named)


def short(number: float) -> str:
    """Format a length with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the path of a straight line."""
    return f"M{short(x1)} {short(y1)}L{short(x2)} {short(y2)}"


def box(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the path of a rectangle, given two opposite corners."""
    return f"M{short(x1)} {short(y1)}H{short(x2)}V{short(y2)}H{short(x1)}Z"


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    # Round once: an arc is a half circle only if its ends are exactly two radii apart.
    radius = round(radius, 1)
    r, across = short(radius), short(2 * radius)
    return f"M{short(x - radius)} {short(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z"


def polygon(points: Iterable[tuple[float, float]]) -> str:
    """Return the closed path through `points`."""
    return f"M{'L'.join(f'{short(x)} {short(y)}' for x, y in points)}Z"


def cross(x: float, y: float, arm: float) -> str:
    """Return the path of an X."""
    return line(x - arm, y - arm, x + arm, y + arm) + line(x - arm, y + arm, x + arm, y - arm)


def chevron(x: float, y: float, arm: float) -> str:
    """Return the path of an arrowhead with its point at x, y; `arm` < 0 points left."""
    a, b = short(x - arm), abs(arm)
    return f"M{a} {short(y - b)}L{short(x)} {short(y)}L{a} {short(y + b)}"


def hatched_box(x1: float, y1: float, x2: float, y2: float, step: float = 5) -> str:
    """Return the path of diagonal lines that fill a rectangle."""
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
    """Return the path of diagonal lines that fill a circle, `step` apart."""
    lines = []
    count = int(radius / step)
    for index in range(-count, count + 1):
        distance = index * step
        half = sqrt(max(radius * radius - distance * distance, 0)) / sqrt(2)
        mid_x, mid_y = x + distance / sqrt(2), y + distance / sqrt(2)
        lines.append(line(mid_x - half, mid_y + half, mid_x + half, mid_y - half))
    return "".join(lines)
