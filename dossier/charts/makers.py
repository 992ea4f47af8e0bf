"""The models of the catalog by maker and lifecycle, as stacked bars."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.catalog.schema import Catalog
from dossier.catalog.values import Lifecycle
from dossier.charts.drawing import Drawing, Words
from dossier.charts.row_layout import ChartRow, RowGroup, RowLayout, row_drawings
from dossier.charts.scales import Tick
from dossier.charts.track_marks import Mark

_LAYOUTS = (
    RowLayout("narrow", 328, 150, (156, 326), gap=0),
    RowLayout("wide", 680, 170, (180, 676), gap=0),
)

FILLINGS: dict[str, tuple[Lifecycle | None, ...]] = {
    "solid": ("ga",),
    "hatched": ("preview", "gated-research-preview"),
    "ruled": ("legacy", "deprecated", "date-passed"),
    "empty": ("retired",),
    "dotted": (None,),
}
"""The lifecycles that each filling of a bar shows."""


@dataclass(frozen=True)
class MakerCount:
    """The number of models of a maker, in all and by filling."""

    slug: str
    name: str
    total: int
    by_filling: dict[str, int]


def count_by_maker(catalog: Catalog) -> list[MakerCount]:
    """Count the models of each maker, largest first."""
    counts = []
    for slug, maker in catalog.makers.items():
        states = Counter(model.lifecycle for model in catalog.of(slug))
        by_filling = {name: sum(states[one] for one in of) for name, of in FILLINGS.items()}
        if states:
            counts.append(MakerCount(slug, maker.name, states.total(), by_filling))
    return sorted(counts, key=lambda count: (-count.total, count.name))


def maker_drawings(counts: Sequence[MakerCount], t: Words) -> list[Drawing]:
    """Draw a bar for each maker, in parts by lifecycle."""
    most = max(count.total for count in counts)
    rows = tuple(
        ChartRow(count.name, "", tuple(_parts(count, most)), str(count.total)) for count in counts
    )
    ticks = [Tick(number / most, str(number)) for number in range(0, most + 1, 20)]
    legend = [(filling, t[f"filling-{filling}"]) for filling in FILLINGS]
    return row_drawings([RowGroup("", rows)], ticks, legend, _LAYOUTS)


def _parts(count: MakerCount, most: int) -> Iterator[Mark]:
    start = 0
    for filling, number in count.by_filling.items():
        if number:
            yield Mark(filling, start / most, (start + number) / most)
        start += number
