"""The glossary: the terms in data/glossary.yml, and a pattern that finds them in a text."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from dossier.evidence.claims import BilingualName, Claim, check_claims
from dossier.files.problems import Problem, checking
from dossier.files.records import StrictRecord, Yaml, load_records
from dossier.locales import LOCALES, Bilingual, Locale


class BilingualWords(StrictRecord):
    """A list of words in each language."""

    fr: list[str] = Field(default=[])
    en: list[str] = Field(default=[])

    def __getitem__(self, locale: Locale) -> list[str]:
        """Return the words in one language."""
        return self.fr if locale == "fr" else self.en


class Term(StrictRecord):
    """A concept, with its name in each language.

    Attributes:
        definition: one or two sentences of plain text, with a final period.
        forms: other spellings in a text: plurals, variants.
        avoid: banned renderings; texts must use the term instead.
        claims: the claims that support the definition, if it states a fact.
        tooltip: True if pages explain it at first use. False if the word has other senses,
            or if the pages explain it themselves.
    """

    term: BilingualName
    definition: Bilingual
    forms: BilingualWords = BilingualWords()
    avoid: BilingualWords = BilingualWords()
    claims: list[str] = Field(default=[])
    tooltip: bool = True

    @field_validator("definition")
    @classmethod
    def _is_a_sentence(cls, definition: Bilingual) -> Bilingual:
        if not all(definition[locale].endswith(".") for locale in LOCALES):
            raise ValueError("end the definition with a period, in both languages")
        return definition

    def spellings(self, locale: Locale) -> list[str]:
        """Return all spellings of the term in a text, the term itself first."""
        return [self.term[locale], *self.forms[locale]]


def load_glossary(file: Path, claims: Mapping[str, Claim]) -> dict[str, Term]:
    """Read the glossary. The key of a term is its anchor, the same in both languages.

    Raises:
        DossierError: a record is malformed, a claim is unknown, a spelling belongs to two
            terms, or a term uses a banned rendering.
    """
    glossary, parsed = load_records(file, Term)
    with checking() as problems:
        problems.extend(check_claims(parsed, claims)[1])
        for locale in LOCALES:
            problems.extend(_ambiguous(glossary, locale, parsed))
    return glossary


@lru_cache(maxsize=8)
def words_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern that finds whole words, the longest first; none if there are no words.

    The first letter may be a capital, as at the start of a sentence; any space and either
    apostrophe match. A word after an elision is whole (“l’invite”); a part of a compound, an
    address or a number is not (“Grok-1”, “grok.com”).
    """
    either = "|".join(map(_flexible, sorted(words, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<![\w@/.-])(?:{either})(?![\w@/]|[.-]\w)")


def normal(text: str) -> str:
    """Return the normal form of words: without differences in spaces, apostrophes, capital."""
    words = " ".join(text.replace("'", "’").split())
    return words[:1].casefold() + words[1:]


def _flexible(word: str) -> str:
    escaped = re.escape(word[1:]).replace("'", "’").replace("’", "['’]")
    spaced = re.sub(r"(?:\\?\s)+", r"\\s+", escaped)
    first = word[0]
    return (f"[{first}{first.upper()}]" if first.islower() else re.escape(first)) + spaced


def _ambiguous(glossary: Mapping[str, Term], locale: Locale, lines: Yaml) -> Iterator[Problem]:
    """Yield the spellings that two terms share, and those that a term bans."""
    owners: dict[str, str] = {}
    for key, term in glossary.items():
        for spelling in term.spellings(locale):
            owner = owners.setdefault(normal(spelling), key)
            if owner != key or term.spellings(locale).count(spelling) > 1:
                message = f"{key}: “{spelling}” is already under {owner}: keep one of the two"
                yield Problem(lines.file, lines.line([key]), message)
    for key, term in glossary.items():
        for rendering in term.avoid[locale]:
            if user := owners.get(normal(rendering)):
                message = f"{key} says to avoid “{rendering}”, which {user} uses: drop one of them"
                yield Problem(lines.file, lines.line([key, "avoid"]), message)
