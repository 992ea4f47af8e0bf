"""The article that the dossier grew from, statement by statement: data/founding-article.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from dossier.evidence.claims import Claim, check_claims
from dossier.files.problems import checking
from dossier.files.records import StrictRecord, load_records
from dossier.locales import Bilingual

ArticlePart = Literal["announcement", "incident", "conversation", "openai", "musk", "foundry"]
"""The parts of the article, in its order."""
Asserter = Literal["newsroom", "judgment", "microsoft", "xai", "musk", "quoted", "page"]
"""Who makes a statement: the newsroom, which may report somebody or judge, or a quotation."""
Verdict = Literal[
    "confirmed", "imprecise", "incomplete", "qualified",
    "opinion", "wording", "outside",
]  # fmt: skip
"""How a statement stands up; the last three are on what states no fact."""
_WITHOUT_CLAIMS: set[Verdict] = {"opinion", "wording", "outside"}


class ArticleStatement(StrictRecord):
    """A statement of the article.

    Attributes:
        part: the part of the article that has it.
        statement: what it states, in our words: the article is under copyright.
        who: who states it there.
        verdict: how it stands up.
        finding: what we found.
        claims: the claims that the finding rests on.
    """

    part: ArticlePart
    statement: Bilingual
    who: Asserter
    verdict: Verdict
    finding: Bilingual
    claims: list[str]

    @model_validator(mode="after")
    def _is_supported(self) -> "ArticleStatement":
        if not self.claims and self.verdict not in _WITHOUT_CLAIMS:
            raise ValueError(f"the verdict “{self.verdict}” needs a claim: name it in `claims`")
        return self


def load_founding_article(file: Path, claims: Mapping[str, Claim]) -> dict[str, ArticleStatement]:
    """Read the statements, in the order of the article.

    Raises:
        DossierError: a record is malformed, or names an unknown claim.
    """
    statements, parsed = load_records(file, ArticleStatement)
    with checking() as problems:
        problems.extend(check_claims(parsed, claims)[1])
    return statements


def by_part(
    statements: Mapping[str, ArticleStatement],
) -> dict[ArticlePart, dict[str, ArticleStatement]]:
    """Return the statements of each part by id, in the order given."""
    parts: dict[ArticlePart, dict[str, ArticleStatement]] = {}
    for key, statement in statements.items():
        parts.setdefault(statement.part, {})[key] = statement
    return parts
