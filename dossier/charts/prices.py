"""Price against context window, each on a logarithmic scale, with labels where there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from babel.numbers import format_decimal

from dossier.catalog.model_table import ROWS_AT_FIRST
from dossier.catalog.schema import Catalog, Model
from dossier.charts.drawing import Drawing, Named, Shape, Size, Text, circle, line
from dossier.charts.labels import Point, place_labels
from dossier.charts.scales import logarithmic, powers_of_ten
from dossier.locales import Bilingual, Locale

SUBJECT = "xai"
"""The maker whose models stand out."""

CONTEXTS, PRICES = (400, 3_000_000), (0.01, 100)
"""What the scales reach, in tokens and in dollars per million of them."""

TOP = 24
"""Where the scale of prices ends, below its name."""


@dataclass(frozen=True)
class Plot:
    """Where the scales stand in a drawing, and how many points get a label at most."""

    size: Size
    width: float
    height: float
    left: float
    bottom: float
    labels: int

    def x(self, tokens: float) -> float:
        """Return where a context window stands."""
        return self.left + logarithmic(tokens, *CONTEXTS) * (self.width - self.left)

    def y(self, dollars: float) -> float:
        """Return where a price stands."""
        return self.bottom - logarithmic(dollars, *PRICES) * (self.bottom - TOP)


PLOTS = (
    Plot("narrow", 328, 380, 48, 340, 14),
    Plot("wide", 680, 440, 52, 400, 34),
)


@dataclass(frozen=True)
class Priced:
    """The models that have one price and one context window."""

    context: int
    price: Decimal
    models: tuple[Model, ...]

    @property
    def stands_out(self) -> bool:
        """Say whether one of them is by the maker that stands out."""
        return any(model.maker.slug == SUBJECT for model in self.models)

    @property
    def label(self) -> str:
        """Return what the ids have in common or, where that is no name, the first and a number.

        Of several makers' models, only those that stand out are named.
        """
        named = [model.id for model in self.models if model.maker.slug == SUBJECT]
        ids = named or [model.id for model in self.models]
        parts = zip(*(name.split("-") for name in ids), strict=False)
        common = "-".join(one[0] for one in takewhile(lambda same: len(set(same)) == 1, parts))
        label, told = (common, len(ids)) if "-" in common else (ids[0], 1)
        return f"{label} +{len(self.models) - told}" if told < len(self.models) else label


def priced(catalog: Catalog) -> list[Priced]:
    """Return the models whose price and context window models.dev gives, from the cheapest.

    Of those that the page's table begins with: more points than these say nothing.
    """
    groups: dict[tuple[int, Decimal], list[Model]] = {}
    for model in catalog.models[:ROWS_AT_FIRST]:
        listing = model.listing
        if listing and listing.context and listing.price_input:
            groups.setdefault((listing.context, listing.price_input), []).append(model)
    by_price = sorted(groups.items(), key=lambda group: (group[0][1], group[0][0]))
    return [Priced(*place, tuple(models)) for place, models in by_price]


def prices(
    points: Sequence[Priced], locale: Locale, wording: Mapping[str, Bilingual]
) -> list[Drawing]:
    """Draw a point a price and context window, larger where several models share it."""
    return [_drawing(points, plot, locale, wording) for plot in PLOTS]


def _drawing(
    points: Sequence[Priced], plot: Plot, locale: Locale, wording: Mapping[str, Bilingual]
) -> Drawing:
    grid, texts = _scales(plot, locale, wording)
    places = [_place(point, plot) for point in points]
    named = []
    for point, place in sorted(zip(points, places, strict=True), key=lambda it: it[1].stands_out):
        figures = wording["price-point"][locale].format(
            context=format_decimal(point.context, locale=locale),
            price=_dollars(point.price, locale, wording),
        )
        name = f"{', '.join(model.id for model in point.models)} · {figures}"
        shape = Shape("", circle(place.x, place.y, place.radius))
        named.append(Named(name, (shape,), kind="subject" if place.stands_out else "other"))
    labels = place_labels(places, (plot.left, TOP - 8, plot.width, plot.bottom), plot.labels)
    texts += [label.text for label in labels]
    leaders = Shape("leader", "".join(line(*label.leader) for label in labels if label.leader))
    shapes = (grid, leaders)
    return Drawing(plot.size, plot.width, plot.height, shapes, tuple(texts), tuple(named))


def _place(point: Priced, plot: Plot) -> Point:
    radius = 3.2 + 0.9 * (len(point.models) - 1)
    x, y = plot.x(point.context), plot.y(float(point.price))
    return Point(point.label, x, y, radius, point.stands_out)


def _scales(
    plot: Plot, locale: Locale, wording: Mapping[str, Bilingual]
) -> tuple[Shape, list[Text]]:
    """Return the grid and the words at its edges."""
    texts = [
        Text("tick", 0, 10, (wording["axis-price"][locale],)),
        Text("tick", plot.width, plot.height - 4, (wording["axis-context"][locale],), "end"),
    ]
    grid = ""
    for tokens in powers_of_ten(*CONTEXTS):
        grid += line(plot.x(tokens), TOP, plot.x(tokens), plot.bottom)
        label = format_decimal(int(tokens), locale=locale)
        texts.append(Text("tick", plot.x(tokens), plot.bottom + 16, (label,), "middle"))
    for dollars in powers_of_ten(*PRICES):
        grid += line(plot.left, plot.y(dollars), plot.width, plot.y(dollars))
        label = _dollars(Decimal(str(dollars)), locale, wording)
        texts.append(Text("tick", plot.left - 6, plot.y(dollars) + 4, (label,), "end"))
    return Shape("guide", grid), texts


def _dollars(price: Decimal, locale: Locale, wording: Mapping[str, Bilingual]) -> str:
    pattern = "0" if price == int(price) else "0.00##"
    return wording["dollars"][locale].format(format_decimal(price, pattern, locale=locale))
