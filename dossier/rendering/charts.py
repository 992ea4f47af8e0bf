"""What the template of each chart is given."""

from typing import Any

from dossier.charts.axis import axis
from dossier.charts.grok import grok, lives
from dossier.charts.makers import STATES, counts, makers
from dossier.charts.prices import priced, prices
from dossier.charts.story import tell
from dossier.content import Dossier
from dossier.locales import Locale


def chart_values(block: str, dossier: Dossier, locale: Locale) -> tuple[str, dict[str, Any]]:
    """Return the template that writes the chart of a block, and its values."""
    name, wording, catalog = block.removeprefix("chart-"), dossier.wording, dossier.catalog
    if written := dossier.charts.stories.get(block):
        story = tell(written, locale)
        return "charts/rows.html", {"name": name, "chart": written, "story": story}
    match name:
        case "axis":
            first = next(iter(dossier.events.values())).date.date.year
            values = {"first": first, "drawings": axis(dossier.events, locale, wording)}
        case "grok":
            told = lives(catalog.of("xai"), dossier.charts.grok)
            drawings = grok(told, dossier.charts.grok, locale, wording)
            values = {"chart": dossier.charts.grok, "lives": told, "drawings": drawings}
        case "makers":
            counted = counts(catalog)
            drawings = makers(counted, locale, wording)
            values = {"counts": counted, "fillings": STATES, "drawings": drawings}
        case "prices":
            points = priced(catalog)
            as_of = max((m.listing.as_of for m in catalog.models if m.listing), key=str)
            drawings = prices(points, locale, wording)
            values = {"as_of": as_of, "points": points, "drawings": drawings}
        case _:
            raise ValueError(f"there is no chart “{block}”")
    return f"charts/{name}.html", values
