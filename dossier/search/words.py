"""How text is cut into words, so that each can be found by itself."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from dossier.locales import Locale

JOINT = "\u2060"
"""A word joiner: a space behind it stands in no text, only between words of the index.

`excerpt.js` takes both out again.
"""
# What is elided stands before the apostrophe in French (l’annonce), behind it in English (xAI’s).
_ELISION: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(r"\b((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\w)", re.IGNORECASE),
    "en": re.compile(r"(\w)(?=['’]s\b)"),
}
_MOST = 5_000
"""Words of the vocabulary: it is loaded for a word misspelled."""
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def apart(text: str, locale: Locale) -> str:
    """Set what is elided apart from its word: “l’annonce” is to be found as “annonce”."""
    return _ELISION[locale].sub(rf"\1{JOINT} ", text)


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the words of four letters or more, the most frequent first, for the spelling.

    Words that differ by accents only are one, written as they mostly are.
    """
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        for word in _LETTERS.findall(text.lower()):
            spellings.setdefault(fold(word), Counter())[word] += 1
    ranked = sorted(spellings.items(), key=lambda item: (-item[1].total(), item[0]))
    return [min(forms, key=lambda form: (-forms[form], form)) for _, forms in ranked[:_MOST]]


def fold(word: str) -> str:
    """Return a word as searches compare it: no accents, no ligatures. As `fold` in query.js."""
    plain = word.lower().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
