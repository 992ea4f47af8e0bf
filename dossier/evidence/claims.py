"""Claims and their sources: data/claims.yml and data/sources.yml."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from dossier.files.dates import Date
from dossier.files.problems import Problem, checking, gathering
from dossier.files.records import StrictRecord, Yaml, load_records
from dossier.locales import ORIGINAL, Bilingual, Locale

Strength = Literal["primary", "agency", "press", "secondary", "weak"]
"""The strength of a source or claim, strongest first."""

_RANKS = get_args(Strength)

Agency = Literal["AFP", "AP", "ATS", "Europa Press", "PTI", "Reuters", "Xinhua"]
"""A news agency, as the publishers of its dispatches name it: "AFP via CP24"."""

_AGENCIES = re.compile(rf"\b(?:{'|'.join(get_args(Agency))})\b")


def agency_id(agency: str) -> str:
    """Return an agency's id in addresses: "europa-press"."""
    return agency.casefold().replace(" ", "-")


Extent = Literal["page", "excerpt", "quoted"]
"""How much of a source was read: the page, an excerpt of it, or words that another text quotes."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


def _same_in_both(value: object) -> object:
    return {"fr": value, "en": value} if isinstance(value, str) else value


BilingualName = Annotated[Bilingual, BeforeValidator(_same_in_both)]
"""A name in both languages, or one string if it is the same in both."""


class Source(StrictRecord):
    """A document that was read.

    It has the `title` as printed or, if that was not seen, a `description` of the document
    (editorial line, rule 4).
    """

    publisher: BilingualName
    title: str | None = None
    description: Bilingual | None = None
    date: Date | None = None
    url: Annotated[str, Field(pattern=r"^https://[^\s\"'<>`\\]+$")] | None = None
    lang: Language
    tier: Strength
    seen: Extent
    consulted: Date
    reprint: bool = False
    """Whether it was read where another publisher carries it."""

    @model_validator(mode="after")
    def _is_named(self) -> "Source":
        if self.title is None and self.description is None:
            raise ValueError("give the title as printed or, if it was not seen, a description")
        if self.title is not None and self.description is not None:
            raise ValueError("a description is for a title that was not seen: remove one")
        if self.tier == "agency" and not self.agencies:
            known = ", ".join(get_args(Agency))
            raise ValueError(f"name the agency in the publisher: {known} (see Agency)")
        return self

    @property
    def agencies(self) -> list[str]:
        """Return the agencies that reported it, if it is a dispatch."""
        return _AGENCIES.findall(self.publisher[ORIGINAL]) if self.tier == "agency" else []


class Quotation(StrictRecord):
    """The words of a source that support a claim, in the language in which they were read.

    `translation` has them in the languages of the site whose pages print them translated.
    """

    text: str = Field(min_length=1)
    lang: Language
    translation: dict[Locale, str] = Field(default={})


class Claim(StrictRecord):
    """A statement that pages may make, and its sources.

    Attributes:
        disputed_by: the claims in which somebody denies or doubts it; itself if it says so.
        contradicted_by: the claims that give another account, date or figure; itself if its own
            sources do.
        ref: the facts and statements of the founding article behind it.
    """

    statement: Bilingual
    sources: list[str] = Field(min_length=1)
    quotation: Quotation | None = None
    strength: Strength
    disputed_by: list[str] = Field(default=[])
    contradicted_by: list[str] = Field(default=[])
    ref: list[str] = Field(min_length=1)


def load_claims(data_dir: Path) -> tuple[dict[str, Claim], dict[str, Source]]:
    """Read claims.yml and sources.yml.

    Raises:
        DossierError: a record is malformed, a claim has an unknown source, names an unknown
            claim or is graded stronger than its sources, or a source supports no claim.
    """
    loaded: list[tuple[dict[str, Any], Yaml]] = []
    with checking() as problems:
        for name, record in (("claims.yml", Claim), ("sources.yml", Source)):
            with gathering(problems):
                loaded.append(load_records(data_dir / name, record))
    (claims, claims_yaml), (sources, sources_yaml) = loaded
    with checking() as problems:
        for key, claim in claims.items():
            for source in set(claim.sources) - sources.keys():
                message = f"{key} names the source “{source}”, missing in sources.yml: "
                problems.append(claims_yaml.problem([key], f"{message}add it or correct its name"))
            named = [sources[source].tier for source in claim.sources if source in sources]
            if named and _RANKS.index(claim.strength) < min(map(_RANKS.index, named)):
                message = f"{key}.strength: no source of the claim is as strong as that: "
                message += "write the tier of the strongest"
                problems.append(claims_yaml.problem([key, "strength"], message))
            for field in ("disputed_by", "contradicted_by"):
                for other in set(getattr(claim, field)) - claims.keys():
                    message = f"{key}.{field}: there is no claim “{other}”: correct its name"
                    problems.append(claims_yaml.problem([key, field], message))
        for key in sources.keys() - claims_by_source(claims).keys():
            message = f"{key} supports no claim: name it in claims.yml or remove it"
            problems.append(sources_yaml.problem([key], message))
    return claims, sources


def check_claims(parsed: Yaml, claims: Collection[str]) -> tuple[list[str], list[Problem]]:
    """Return the claims that a file names under a key `claims`, and a problem for each unknown."""
    named = {path: node.value for path, node in parsed.scalars.items() if "claims" in path}
    problems = []
    for path, claim in named.items():
        if claim not in claims:
            message = f"claims.yml has no “{claim}”: add it or correct its name"
            problems.append(parsed.problem(path, f"{'.'.join(map(str, path))}: {message}"))
    return list(dict.fromkeys(named.values())), problems


Doubt = Literal["disputed", "contradicted", "weak"]
"""Why a claim is not certain: somebody denies it, sources differ, or it rests on weak ones only."""


def doubts(claim: Claim) -> list[Doubt]:
    """Return why a claim is not certain, most serious first; nothing if it is."""
    found: dict[Doubt, bool] = {
        "disputed": bool(claim.disputed_by),
        "contradicted": bool(claim.contradicted_by),
        "weak": claim.strength in ("secondary", "weak"),
    }
    return [doubt for doubt, applies in found.items() if applies]


def claims_by_source(claims: Mapping[str, Claim]) -> dict[str, list[str]]:
    """Return the ids of the claims that each source supports, in the order of the file."""
    supported: dict[str, list[str]] = {}
    for key, claim in claims.items():
        for source in claim.sources:
            supported.setdefault(source, []).append(key)
    return supported
