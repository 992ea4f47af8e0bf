"""Split text into words, so that each can be found."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from dossier.locales import Locale

JOINT = "\u2060"
"""A word joiner, followed by a space: it separates words in the index only.

The search's scripts remove both from excerpts.
"""
# The elided part is before the apostrophe in French (l’annonce), after it in English (xAI’s).
_ELISION: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(r"\b((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\w)", re.IGNORECASE),
    "en": re.compile(r"(\w)(?=['’]s\b)"),
}
_MOST = 5_000
"""Words of the vocabulary, which is loaded when a query is misspelled."""
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def apart(text: str, locale: Locale) -> str:
    """Separate elided parts from their word, so that “annonce” finds “l’annonce”."""
    return _ELISION[locale].sub(rf"\1{JOINT} ", text)


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the words of four letters or more, most frequent first, for spelling suggestions.

    Words that differ only by accents are one, in their most frequent spelling.
    """
    words = Counter(word for text in texts for word in _LETTERS.findall(text.lower()))
    spellings: dict[str, Counter[str]] = {}
    for word, count in words.items():
        spellings.setdefault(fold(word), Counter())[word] = count
    ranked = sorted(spellings.items(), key=lambda item: (-item[1].total(), item[0]))
    return [min(forms, key=lambda form: (-forms[form], form)) for _, forms in ranked[:_MOST]]


def fold(word: str) -> str:
    """Return a word as searches compare it, without accents or ligatures, like query.js."""
    plain = word.lower().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
