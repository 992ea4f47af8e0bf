"""How long a page takes to read."""

import math
import re

from dossier.locales import Locale
from dossier.pages.syntax import MARKUP

# Words a minute, silently and with understanding, as the IReST texts measure them
# (Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science, 2012).
_SPEED: dict[Locale, int] = {"fr": 195, "en": 228}
_WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
_MARKUP = re.compile(MARKUP, re.MULTILINE | re.DOTALL)


def reading_minutes(markdown: str, locale: Locale) -> int:
    """Return the minutes, from 1, that the running text of a page takes in its language."""
    words = _WORD.findall(_MARKUP.sub(" ", markdown))
    return max(1, math.ceil(len(words) / _SPEED[locale]))
