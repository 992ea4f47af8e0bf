"""The alphabetical list of terms on /a-z/, which has another order in each language."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

from dossier.glossary.terms import Term
from dossier.locales import Locale


def by_letter(glossary: Mapping[str, Term], locale: Locale) -> dict[str, list[tuple[str, Term]]]:
    """Return the terms with their keys by first letter, in alphabetical order."""
    letters: dict[str, list[tuple[str, Term]]] = {}
    for sort_key, key, term in sorted(
        (_sort_key(term.term[locale]), key, term) for key, term in glossary.items()
    ):
        letters.setdefault(sort_key[0].upper(), []).append((key, term))
    return letters


def without_plurals(words: Iterable[str]) -> list[str]:
    """Return the words, except those that are the plural in -s of an earlier one."""
    singular: dict[str, str] = {}
    for word in words:
        singular.setdefault(re.sub(r"s\b", "", word), word)
    return list(singular.values())


def _sort_key(words: str) -> str:
    """Return the sort key of words: without accents, case or leading marks."""
    plain = normalize("NFKD", words.casefold().replace("œ", "oe"))
    return "".join(sign for sign in plain if not combining(sign)).lstrip("«“ ")
