"""Citations: `[^claim]` in a page, for which the build writes a footnote."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from dossier.evidence.claims import Claim
from dossier.files.problems import Problem
from dossier.pages.page import Page, blank_code
from dossier.pages.sections import page_sections
from dossier.translation.state import translation_states

_CITATION = re.compile(r"\[\^([^\]\n]*)\](:?)")


class Citation(NamedTuple):
    """The id of a claim, the line (from 1) that cites it, and a colon if it is a footnote."""

    claim: str
    colon: str
    line: int


def cited_claims(markdown: str) -> list[str]:
    """Return the ids of the claims that Markdown cites, each once, in order of first citation."""
    return list(dict.fromkeys(match[1] for match in _CITATION.finditer(blank_code(markdown))))


@lru_cache(maxsize=1024)
def find_citations(page: Page) -> list[Citation]:
    """Return the citations of a page, in order."""
    return [
        Citation(match[1], match[2], line)
        for line, text in enumerate(page.text.split("\n"), 1)
        for match in _CITATION.finditer(text)
    ]


def check_citations(
    pages: Sequence[Page], claims: Mapping[str, Claim], claims_file: Path
) -> Iterator[Problem]:
    """Yield the errors in the citations of all pages.

    An unknown claim, a footnote written by hand, or a claim that only one language cites
    although the translation is up to date.
    """
    for page in pages:
        for claim, colon, line in find_citations(page):
            if colon:
                message = f"“[^{claim}]:” is a footnote written by hand: cite a claim instead, "
                yield Problem(page.file, line, message + "the build writes its footnote")
            elif claim not in claims:
                message = f"“[^{claim}]” cites an unknown claim: add it to {claims_file} "
                yield Problem(page.file, line, message + "or correct its name")
    yield from _unpaired(pages, claims)


def _unpaired(pages: Sequence[Page], claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """Yield the claims that only one language cites, except in sections that are behind."""
    for state in translation_states(pages):
        if state.original and state.translation:
            behind = {section.id for section in state.sections if section.is_behind}
            for page, other in permutations((state.original, state.translation)):
                yield from _missing_in(other, page, claims, behind)


def _missing_in(
    other: Page, page: Page, claims: Mapping[str, Claim], behind: Set[str]
) -> Iterator[Problem]:
    """Yield the first citation of each claim that `page` cites and `other` does not."""
    known = {citation.claim for citation in find_citations(other)}
    sections = page_sections(page)
    first_lines: dict[str, int] = {}
    for citation in find_citations(page):
        section = [section.id for section in sections if section.line <= citation.line][-1]
        if citation.claim in claims and citation.claim not in known and section not in behind:
            first_lines.setdefault(citation.claim, citation.line)
    for claim, line in first_lines.items():
        message = f"cites “{claim}” but {other.file} does not: cite it there too, or in neither"
        yield Problem(page.file, line, message)
