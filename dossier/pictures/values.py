"""What the template of each picture is given."""

from typing import Any

from dossier.load import Dossier
from dossier.locales import Locale
from dossier.pictures.axis import axis
from dossier.pictures.grok import grok, lives
from dossier.pictures.makers import STATES, counts, makers
from dossier.pictures.prices import priced, prices
from dossier.pictures.story import tell


def picture(block: str, dossier: Dossier, locale: Locale) -> tuple[str, dict[str, Any]]:
    """Return the template that writes the picture of a block, and its values."""
    name, wording, catalog = block.removeprefix("picture-"), dossier.wording, dossier.catalog
    if written := dossier.pictures.stories.get(block):
        story = tell(written, locale)
        return "pictures/rows.html", {"name": block, "picture": written, "story": story}
    match name:
        case "axis":
            first = next(iter(dossier.events.values())).date.date.year
            values = {"first": first, "drawings": axis(dossier.events, locale, wording)}
        case "grok":
            told = lives(catalog.of("xai"), dossier.pictures.grok)
            drawings = grok(told, dossier.pictures.grok, locale, wording)
            values = {"picture": dossier.pictures.grok, "lives": told, "drawings": drawings}
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
            raise ValueError(f"there is no picture “{block}”")
    return f"pictures/{name}.html", values
