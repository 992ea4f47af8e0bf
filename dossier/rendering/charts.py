"""The values of each chart's template."""

from collections.abc import Callable
from typing import Any

from dossier.charts.axis import axis
from dossier.charts.grok import grok, lives
from dossier.charts.makers import STATES, counts, makers
from dossier.charts.prices import priced, prices
from dossier.charts.story import tell
from dossier.content import Dossier
from dossier.locales import Locale

ChartValues = Callable[[Dossier, Locale], dict[str, Any]]


def axis_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the timeline as an axis."""
    first = next(iter(dossier.events.values())).date.date.year
    return {"first": first, "drawings": axis(dossier.events, locale, dossier.wording)}


def grok_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the life of each Grok model on Azure."""
    chart = dossier.charts.grok
    told = lives(dossier.catalog.of("xai"), chart)
    return {"chart": chart, "lives": told, "drawings": grok(told, chart, locale, dossier.wording)}


def makers_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the number of models by maker and state."""
    counted = counts(dossier.catalog)
    drawings = makers(counted, locale, dossier.wording)
    return {"counts": counted, "fillings": STATES, "drawings": drawings}


def prices_values(dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the models' prices against their context windows."""
    points = priced(dossier.catalog)
    as_of = max((m.listing.as_of for m in dossier.catalog.models if m.listing), key=str)
    drawings = prices(points, locale, dossier.wording)
    return {"as_of": as_of, "points": points, "drawings": drawings}


def story_values(block: str, dossier: Dossier, locale: Locale) -> dict[str, Any]:
    """Return the chart of a story, a file of data/charts/."""
    chart = dossier.charts.stories[block]
    name = block.removeprefix("chart-")
    return {"name": name, "chart": chart, "story": tell(chart, locale)}
