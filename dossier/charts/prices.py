"""Price against context window, both on logarithmic scales, with labels where they fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from babel.numbers import format_decimal

from dossier.catalog import notation
from dossier.catalog.schema import Catalog, Model
from dossier.charts.drawing import Drawing, NamedShapes, Shape, Size, TextLines, Words, circle, line
from dossier.charts.label_placement import LabeledPoint, place_labels
from dossier.charts.scales import logarithmic, powers_of_ten
from dossier.locales import Locale

_SUBJECT = "xai"
"""The maker whose models stand out."""

_CONTEXTS, _PRICES = (400, 3_000_000), (0.01, 100)
"""The ranges of the scales, in tokens and in dollars per million tokens."""

_TOP = 24
"""The top of the scale of prices, below its name."""


@dataclass(frozen=True)
class PricePlot:
    """The positions of the scales in a drawing, and the maximum number of labels."""

    size: Size
    width: float
    height: float
    left: float
    bottom: float
    labels: int

    def x(self, tokens: float) -> float:
        """Return the position of a context window."""
        return self.left + logarithmic(tokens, *_CONTEXTS) * (self.width - self.left)

    def y(self, dollars: float) -> float:
        """Return the position of a price."""
        return self.bottom - logarithmic(dollars, *_PRICES) * (self.bottom - _TOP)


_PLOTS = (
    PricePlot("narrow", 328, 380, 48, 340, 14),
    PricePlot("wide", 680, 440, 52, 400, 34),
)


@dataclass(frozen=True)
class PricePoint:
    """The models that share a price and a context window."""

    context: int
    price: Decimal
    models: tuple[Model, ...]

    @property
    def stands_out(self) -> bool:
        """Return True if any of them is by the maker that stands out."""
        return any(model.maker.slug == _SUBJECT for model in self.models)

    @property
    def label(self) -> str:
        """The common start of the ids or, if it is too short, the first id and a count.

        If any of the models stands out, only such models are named.
        """
        named = [model.id for model in self.models if model.maker.slug == _SUBJECT]
        ids = named or [model.id for model in self.models]
        parts = zip(*(name.split("-") for name in ids), strict=False)
        common = "-".join(one[0] for one in takewhile(lambda same: len(set(same)) == 1, parts))
        label, covered = (common, len(ids)) if "-" in common else (ids[0], 1)
        others = len(self.models) - covered
        return f"{label} +{others}" if others else label


def price_points(catalog: Catalog) -> list[PricePoint]:
    """Return the models whose price and context window models.dev gives, cheapest first."""
    groups: dict[tuple[int, Decimal], list[Model]] = {}
    for model in catalog.models:
        listing = model.listing
        if listing and listing.context and listing.price_input:
            groups.setdefault((listing.context, listing.price_input), []).append(model)
    by_price = sorted(groups.items(), key=lambda group: (group[0][1], group[0][0]))
    return [PricePoint(*place, tuple(models)) for place, models in by_price]


def price_drawings(points: Sequence[PricePoint], locale: Locale, t: Words) -> list[Drawing]:
    """Draw a point for each price and context window, larger if several models share it."""
    return [_drawing(points, plot, locale, t) for plot in _PLOTS]


def _drawing(points: Sequence[PricePoint], plot: PricePlot, locale: Locale, t: Words) -> Drawing:
    grid, texts = _scales(plot, locale, t)
    places = [_place(point, plot) for point in points]
    named = []
    for point, place in sorted(zip(points, places, strict=True), key=lambda it: it[1].stands_out):
        figures = t["price-point"].format(
            context=notation.number(point.context, locale),
            price=_dollars(point.price, locale, t),
        )
        name = f"{', '.join(model.id for model in point.models)} · {figures}"
        shape = Shape("", circle(place.x, place.y, place.radius))
        named.append(NamedShapes(name, (shape,), kind="subject" if place.stands_out else "other"))
    labels = place_labels(places, (plot.left, _TOP - 8, plot.width, plot.bottom), plot.labels)
    texts += [label.text for label in labels]
    leaders = Shape("leader", "".join(line(*label.leader) for label in labels if label.leader))
    shapes = (grid, leaders)
    return Drawing(plot.size, plot.width, plot.height, shapes, tuple(texts), tuple(named))


def _place(point: PricePoint, plot: PricePlot) -> LabeledPoint:
    radius = 3.2 + 0.9 * (len(point.models) - 1)
    x, y = plot.x(point.context), plot.y(float(point.price))
    return LabeledPoint(point.label, x, y, radius, point.stands_out)


def _scales(plot: PricePlot, locale: Locale, t: Words) -> tuple[Shape, list[TextLines]]:
    """Return the grid and its labels."""
    texts = [
        TextLines("tick", 0, 10, (t["axis-price"],)),
        TextLines("tick", plot.width, plot.height - 4, (t["axis-context"],), "end"),
    ]
    grid = ""
    for tokens in powers_of_ten(*_CONTEXTS):
        grid += line(plot.x(tokens), _TOP, plot.x(tokens), plot.bottom)
        label = notation.number(int(tokens), locale)
        texts.append(TextLines("tick", plot.x(tokens), plot.bottom + 16, (label,), "middle"))
    for dollars in powers_of_ten(*_PRICES):
        grid += line(plot.left, plot.y(dollars), plot.width, plot.y(dollars))
        label = _dollars(Decimal(str(dollars)), locale, t)
        texts.append(TextLines("tick", plot.left - 6, plot.y(dollars) + 4, (label,), "end"))
    return Shape("guide", grid), texts


def _dollars(price: Decimal, locale: Locale, t: Words) -> str:
    pattern = "0" if price == int(price) else "0.00##"
    return t["dollars"].format(format_decimal(price, pattern, locale=locale))
