"""Quotations in pages: each is in a claim that its paragraph cites, word for word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.evidence.citations import cited_claims
from dossier.evidence.claims import Claim, Source
from dossier.files.problems import Problem
from dossier.locales import Locale
from dossier.pages.page import FRONT_MATTER, Page
from dossier.pages.syntax import MARKUP

_TERM_WORDS = 3
"""Up to so many quoted words are a term, a short title or the phrase (“white genocide”)."""

_MARKS: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile("«([^»]*)»"),
    "en": re.compile("“([^”]*)”"),
}
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_QUOTED_PARAGRAPH = re.compile(r"^>(?! *[—–])(?:.*\w.*(?:\n>)?)+", re.MULTILINE)
_FOREIGN = re.compile(r"\*([^*]+)\*\{:? *lang=([a-z]{2}) *\}")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^)]*\)")
_MARKUP = re.compile(MARKUP, re.MULTILINE | re.DOTALL)
_EDITED = re.compile(r"\[[^\]]*\]")
"""What editors cut or add in a quotation: “[…]”, “[Grok]”."""


class QuotedWords(NamedTuple):
    """The words of a quotation, their language, and where they start in their block."""

    text: str
    lang: str
    start: int


def check_quotations(
    pages: Sequence[Page],
    claims: Mapping[str, Claim],
    sources: Mapping[str, Source],
    claims_file: Path,
) -> Iterator[Problem]:
    """Yield the quotations of all pages that no claim cited in their paragraph has.

    A claim has the words of its quotation, those of its translation into the language of the
    page, and the titles of its sources.
    """
    for page in pages:
        text = FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), page.text)
        for block in _BLOCK.finditer(text):
            cited = [claims[claim] for claim in cited_claims(block[0]) if claim in claims]
            for words in _quotations(block[0], page.locale):
                if not any(_has(claim, words, sources, page.locale) for claim in cited):
                    line = text.count("\n", 0, block.start() + words.start) + 1
                    yield Problem(page.file, line, _message(words, page.locale, claims_file))


def _message(words: QuotedWords, locale: Locale, claims_file: Path) -> str:
    where = f"`quotation` in “{words.lang}”"
    if words.lang == locale:
        where += f", or its `quotation.translation.{locale}`"
    text = " ".join(words.text.split())
    message = f"no claim that the paragraph cites has the words “{text}”: "
    return f"{message}quote exactly what one has in {claims_file}, in its {where}"


def _quotations(block: str, locale: Locale) -> Iterator[QuotedWords]:
    """Yield what a block has in quotation marks or as a block quotation, except terms.

    Words that are marked as in another language are apart from those around them.
    """
    marks = _MARKS[locale]
    spans = [match.span(1) for match in marks.finditer(block)]
    for paragraph in _QUOTED_PARAGRAPH.finditer(block):
        if not marks.search(paragraph[0]):
            spans.append(paragraph.span())
    for start, end in spans:
        foreign = list(_FOREIGN.finditer(block, start, end))
        found = [QuotedWords(match[1], match[2], match.start(1)) for match in foreign]
        found.append(QuotedWords(_FOREIGN.sub("", block[start:end]), locale, start))
        for words in found:
            text = (
                _MARKUP.sub("", _LINK.sub(r"\1", words.text)).replace("\n>", "\n").removeprefix(">")
            )
            if len(re.findall(r"\w\S*", text)) > _TERM_WORDS:
                yield words._replace(text=text.strip())


def _has(claim: Claim, words: QuotedWords, sources: Mapping[str, Source], locale: Locale) -> bool:
    texts = [sources[source].title or "" for source in claim.sources]
    if quotation := claim.quotation:
        if quotation.lang == words.lang:
            texts.append(quotation.text)
        if words.lang == locale:
            texts.append(quotation.translation.get(locale, ""))
    parts = [part for part in map(_plain, _EDITED.split(words.text)) if part]
    return any(all(_is_in(part, _plain(text)) for part in parts) for text in texts)


def _is_in(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _plain(text: str) -> str:
    """Return text as it is compared: any quotation marks, spaces, capitals and ends are equal."""
    text = re.sub(r"[“«]\s*|\s*[”»]|[\"‘’']", "'", text).replace("\N{NON-BREAKING HYPHEN}", "-")
    return re.sub(r"\s+", " ", text).strip(" .,;:…'").casefold()
