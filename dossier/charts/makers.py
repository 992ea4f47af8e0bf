"""The models of the catalog by maker and by state, as stacked bars."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.catalog.schema import Catalog
from dossier.catalog.values import Lifecycle
from dossier.charts.drawing import Drawing
from dossier.charts.marks import Mark
from dossier.charts.rows import Frame, Group, Row, Tick, rows_drawing
from dossier.locales import Bilingual, Locale

FRAMES = (
    Frame("narrow", 328, 150, (156, 326), gap=0),
    Frame("wide", 680, 170, (180, 676), gap=0),
)

STATES: dict[str, tuple[Lifecycle | None, ...]] = {
    "solid": ("ga",),
    "hatched": ("preview", "gated-research-preview"),
    "ruled": ("legacy", "deprecated"),
    "empty": ("retired",),
    "dotted": (None,),
}
"""The states that a filling stands for."""


@dataclass(frozen=True)
class Count:
    """How many models a maker has, in all and by filling."""

    slug: str
    name: str
    total: int
    by_filling: dict[str, int]


def counts(catalog: Catalog) -> list[Count]:
    """Count the models of each maker, the largest first."""
    found = []
    for slug, maker in catalog.makers.items():
        states = Counter(model.lifecycle for model in catalog.of(slug))
        by_filling = {name: sum(states[one] for one in of) for name, of in STATES.items()}
        if states.total():
            found.append(Count(slug, maker.name, states.total(), by_filling))
    return sorted(found, key=lambda count: (-count.total, count.name))


def makers(counted: list[Count], locale: Locale, wording: Mapping[str, Bilingual]) -> list[Drawing]:
    """Draw a bar a maker, in parts by state."""
    most = max(count.total for count in counted)
    rows = tuple(
        Row(count.name, "", tuple(_parts(count, most)), str(count.total)) for count in counted
    )
    ticks = [Tick(number / most, str(number)) for number in range(0, most + 1, 20)]
    legend = [(filling, wording[f"filling-{filling}"][locale]) for filling in STATES]
    return [rows_drawing([Group("", rows)], ticks, frame, legend) for frame in FRAMES]


def _parts(count: Count, most: int) -> Iterator[Mark]:
    start = 0
    for filling, number in count.by_filling.items():
        if number:
            yield Mark(filling, start / most, (start + number) / most)
        start += number
