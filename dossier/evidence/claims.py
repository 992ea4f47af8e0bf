"""Claims and the sources that they rest on: data/claims.yml and data/sources.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from dossier.files.dates import Date
from dossier.files.problems import DossierError, Problem, gathering
from dossier.files.records import Yaml, load_records
from dossier.locales import Bilingual

Strength = Literal["primary", "agency", "press", "secondary", "weak"]
"""How firm a source, or what it was read to say, is: strongest first."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


def _same_in_both(value: object) -> object:
    return {"fr": value, "en": value} if isinstance(value, str) else value


Text = Annotated[Bilingual, BeforeValidator(_same_in_both)]
"""A text of two languages, or one string where both languages write the same (a name)."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(_Entry):
    """A document that was read.

    Where its headline was not seen, `description` says in both languages what the
    piece is; one of `title` and `description` is there (editorial line, rule 4).
    """

    publisher: Text
    title: str | None = None
    description: Bilingual | None = None
    date: Date | None = None
    url: Annotated[str, Field(pattern=r"^https://[^\s\"'<>`\\]+$")] | None = None
    lang: Language
    tier: Strength

    @model_validator(mode="after")
    def _is_named(self) -> "Source":
        if self.title is None and self.description is None:
            raise ValueError("give the title as printed or, where it was not seen, a description")
        if self.title is not None and self.description is not None:
            raise ValueError("a description stands only where the title was not seen: remove one")
        return self


class Quotation(_Entry):
    """The words of a source that support a claim, in the language they were read in."""

    text: str = Field(min_length=1)
    lang: Language


class Claim(_Entry):
    """A statement that pages may make, with what it rests on.

    `ref` names the facts and the statements of the founding article that it comes from.
    """

    statement: Bilingual
    sources: list[str] = Field(min_length=1)
    quotation: Quotation | None = None
    strength: Strength
    ref: list[str] = Field(min_length=1)


def load_claims(data_dir: Path) -> tuple[dict[str, Claim], dict[str, Source]]:
    """Read claims.yml and sources.yml.

    Raises:
        DossierError: a record is malformed, a claim names a source that is not
            there, or a source supports no claim.
    """
    loaded: list[tuple[dict[str, Any], Yaml]] = []
    problems: list[Problem] = []
    for name, record in (("claims.yml", Claim), ("sources.yml", Source)):
        with gathering(problems):
            loaded.append(load_records(data_dir / name, record))
    if problems:
        raise DossierError(problems)
    (claims, claim_lines), (sources, source_lines) = loaded

    cited = {source for claim in claims.values() for source in claim.sources}
    for key, claim in claims.items():
        for source in claim.sources:
            if source not in sources:
                message = f"{key} names the source “{source}”, which sources.yml lacks: "
                message += "add it or correct its name"
                problems.append(Problem(claim_lines.file, claim_lines.line([key]), message))
    for key in sources.keys() - cited:
        message = f"{key} supports no claim: name it in claims.yml or remove it"
        problems.append(Problem(source_lines.file, source_lines.line([key]), message))
    if problems:
        raise DossierError(problems)
    return claims, sources


def claims_by_source(claims: Mapping[str, Claim]) -> dict[str, list[str]]:
    """Return the ids of the claims that each source supports, in the file's order."""
    supported: dict[str, list[str]] = {}
    for key, claim in claims.items():
        for source in claim.sources:
            supported.setdefault(source, []).append(key)
    return supported
