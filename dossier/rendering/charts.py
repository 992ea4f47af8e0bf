"""The values of each chart's template."""

from collections.abc import Callable
from typing import Any

from dossier.charts.axis import axis_drawings
from dossier.charts.grok import life_drawings, model_lives
from dossier.charts.makers import FILLINGS, count_by_maker, maker_drawings
from dossier.charts.prices import price_drawings, price_points
from dossier.charts.row_charts import row_chart
from dossier.content import Dossier
from dossier.locales import Locale

ChartValues = Callable[[Dossier, Locale], dict[str, Any]]


def axis_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the timeline as an axis."""
    first = next(iter(dossier.events.values())).date.date.year
    drawings = axis_drawings(dossier.events, locale, dossier.words(locale))
    return {"first": first, "drawings": drawings}


def grok_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the life of each Grok model on Azure."""
    chart = dossier.charts.grok
    lives = model_lives(dossier.catalog.of("xai"), chart)
    drawings = life_drawings(lives, chart, locale, dossier.words(locale))
    return {"chart": chart, "lives": lives, "drawings": drawings}


def makers_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the number of models by maker and lifecycle."""
    counts = count_by_maker(dossier.catalog)
    drawings = maker_drawings(counts, dossier.words(locale))
    return {"counts": counts, "fillings": FILLINGS, "drawings": drawings}


def prices_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the models' prices against their context windows."""
    points = price_points(dossier.catalog)
    as_of = max((m.listing.as_of for m in dossier.catalog.models if m.listing), key=str)
    drawings = price_drawings(points, locale, dossier.words(locale))
    return {"as_of": as_of, "points": points, "drawings": drawings}


def row_chart_values(block: str, dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return a chart of data/charts/ that is drawn as rows."""
    chart = dossier.charts.rows[block]
    groups, drawings = row_chart(chart, locale)
    name = block.removeprefix("chart-")
    return {"name": name, "chart": chart, "groups": groups, "drawings": drawings}
