"""The reading time of a page."""

import math
import re

from dossier.locales import Locale
from dossier.pages.syntax import MARKUP

# Words per minute, measured with the IReST texts (Trauzettel-Klosinski and Dietz, Investigative
# Ophthalmology & Visual Science, 2012).
_SPEED: dict[Locale, int] = {"fr": 195, "en": 228}
_WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
_MARKUP = re.compile(MARKUP, re.MULTILINE | re.DOTALL)


def reading_minutes(markdown: str, locale: Locale) -> int:
    """Return the reading time of a page in minutes, at least 1."""
    words = _WORD.findall(_MARKUP.sub(" ", markdown))
    return max(1, math.ceil(len(words) / _SPEED[locale]))
