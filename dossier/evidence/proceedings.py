"""The proceedings of authorities and courts over Grok: data/proceedings.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from dossier.evidence.claims import Claim, check_claims
from dossier.files.dates import Date
from dossier.files.problems import checking
from dossier.files.records import StrictRecord, load_records
from dossier.locales import Bilingual

ProceedingState = Literal["open", "ended", "unknown"]
"""Whether a proceeding was under way, as of its last step."""


class KnownStep(StrictRecord):
    """The last step that a source reports: a later one may have escaped us."""

    date: Date
    what: Bilingual


class Proceeding(StrictRecord):
    """An inquiry, a demand, a block or a lawsuit. None is a finding by itself.

    Attributes:
        authority: who acts.
        country: where.
        about: on what.
        since: the date of its first step.
        state: as of the last step, and not of today.
        claims: the claims that support it.
    """

    authority: Bilingual
    country: Bilingual
    about: Bilingual
    since: Date
    last: KnownStep
    state: ProceedingState
    claims: list[str] = Field(min_length=1)


def load_proceedings(file: Path, claims: Mapping[str, Claim]) -> dict[str, Proceeding]:
    """Read the proceedings, oldest first.

    Raises:
        DossierError: a record is malformed, names an unknown claim, or ends before it begins.
    """
    proceedings, parsed = load_records(file, Proceeding)
    with checking() as problems:
        problems.extend(check_claims(parsed, claims)[1])
        for key, proceeding in proceedings.items():
            if proceeding.last.date.day_after() <= proceeding.since.first_day():
                message = f"{key}.last.date: the last step is older than the first, "
                message += f"{proceeding.since}: correct one of the two"
                problems.append(parsed.problem([key, "last", "date"], message))
    return dict(sorted(proceedings.items(), key=lambda item: str(item[1].since)))
