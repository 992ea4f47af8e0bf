"""The glossary: data/glossary.yml, each term in both languages, and how it is met in a text."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator

from dossier.evidence.claims import Claim, Text
from dossier.files.problems import DossierError, Problem
from dossier.files.records import Yaml, load_records
from dossier.locales import LOCALES, Bilingual, Locale

ADDRESS = "a-z/"
"""Where the glossary stands, within each language."""


class Words(BaseModel):
    """Words of each language; either may have none."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    fr: list[str] = []
    en: list[str] = []

    def __getitem__(self, locale: Locale) -> list[str]:
        """Return the words of one language."""
        return self.fr if locale == "fr" else self.en


class Term(BaseModel):
    """A notion that readers meet, with its rendering in each language.

    Attributes:
        term: how each language calls it.
        definition: one or two sentences, plain text, the last with its point.
        forms: how else a text writes it: plurals, variants.
        avoid: renderings that no text of the dossier uses; it writes the term.
        claims: what the definition rests on, where it states a fact.
        tooltip: whether pages explain it at first use; not where the word has other
            senses, nor where the pages themselves explain it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    term: Text
    definition: Bilingual
    forms: Words = Words()
    avoid: Words = Words()
    claims: list[str] = []
    tooltip: bool = True

    @field_validator("definition")
    @classmethod
    def _is_a_sentence(cls, definition: Bilingual) -> Bilingual:
        if not all(definition[locale].endswith(".") for locale in LOCALES):
            raise ValueError("end the definition with a point, in both languages")
        return definition

    def spellings(self, locale: Locale) -> list[str]:
        """Return all that a text may write for the term, the term itself first."""
        return [self.term[locale], *self.forms[locale]]


def load_glossary(file: Path, claims: Mapping[str, Claim]) -> dict[str, Term]:
    """Read the glossary; a term's key is its anchor, the same in both languages.

    Raises:
        DossierError: a record is malformed, a claim is unknown, a spelling belongs to
            two terms, or a rendering to avoid is one that a term uses.
    """
    glossary, lines = load_records(file, Term)
    problems = [*_unknown_claims(glossary, claims, lines)]
    for locale in LOCALES:
        problems += _ambiguous(glossary, locale, lines)
    if problems:
        raise DossierError(problems)
    return glossary


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds whole words, the longest first; at least one is given.

    A first letter may be a capital, for a sentence may start with it; any space and
    either apostrophe match. What an elision precedes is a whole word (“l’invite”); a
    part of a compound, of an address or of a number is not (“Grok-1”, “grok.com”).
    """
    either = "|".join(_flexible(word) for word in sorted(set(words), key=len, reverse=True))
    return re.compile(rf"(?<![\w@/.-])(?:{either})(?![\w@/]|[.-]\w)")


def normal(text: str) -> str:
    """Return the form under which two spellings of one word are the same."""
    words = " ".join(text.replace("'", "’").split())
    return words[:1].casefold() + words[1:]


def _flexible(word: str) -> str:
    escaped = re.escape(word[1:]).replace("'", "’").replace("’", "['’]")
    spaced = re.sub(r"(?:\\?\s)+", r"\\s+", escaped)
    first = word[0]
    return (f"[{first}{first.upper()}]" if first.islower() else re.escape(first)) + spaced


def _unknown_claims(
    glossary: Mapping[str, Term], claims: Collection[str], lines: Yaml
) -> Iterator[Problem]:
    for key, term in glossary.items():
        for claim in term.claims:
            if claim not in claims:
                message = f"{key} names the claim “{claim}”, which claims.yml lacks: "
                message += "add it or correct its name"
                yield Problem(lines.file, lines.line([key, "claims"]), message)


def _ambiguous(glossary: Mapping[str, Term], locale: Locale, lines: Yaml) -> Iterator[Problem]:
    """Give the spellings that two terms share, and those that another term says to avoid."""
    owners: dict[str, str] = {}
    for key, term in glossary.items():
        for spelling in term.spellings(locale):
            owner = owners.setdefault(normal(spelling), key)
            if owner != key or term.spellings(locale).count(spelling) > 1:
                message = f"{key}: “{spelling}” stands already under {owner}: keep one of the two"
                yield Problem(lines.file, lines.line([key]), message)
    for key, term in glossary.items():
        for rendering in term.avoid[locale]:
            if user := owners.get(normal(rendering)):
                message = f"{key} says to avoid “{rendering}”, which {user} uses: drop one of them"
                yield Problem(lines.file, lines.line([key, "avoid"]), message)
