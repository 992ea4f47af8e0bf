"""The glossary as /a-z/ lists it: in the alphabet's order, which is each language's own."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

from dossier.glossary.terms import Term
from dossier.locales import Locale


def by_letter(glossary: Mapping[str, Term], locale: Locale) -> dict[str, list[tuple[str, Term]]]:
    """Return the terms with their keys, by first letter, both in the alphabet's order."""
    letters: dict[str, list[tuple[str, Term]]] = {}
    for rank, key, term in sorted(
        (_rank(term.term[locale]), key, term) for key, term in glossary.items()
    ):
        letters.setdefault(rank[0].upper(), []).append((key, term))
    return letters


def without_plurals(words: Iterable[str]) -> list[str]:
    """Return words without those that are the plural, in -s, of one that stands before them."""
    singular: dict[str, str] = {}
    for word in words:
        singular.setdefault(re.sub(r"s\b", "", word), word)
    return list(singular.values())


def _rank(words: str) -> str:
    """Return words as a dictionary ranks them: without accents, case or leading marks."""
    plain = normalize("NFKD", words.casefold().replace("œ", "oe"))
    return "".join(sign for sign in plain if not combining(sign)).lstrip("«“ ")
