"""The rule that computes the catalog: which statement each cell of a model shows.

- State, retirement date and replacement: the newest schedule that gives the model a state, and
  nothing else; other documents only if no schedule does.
- Any other field: the newest dated document of Microsoft. Blog posts and documents of other
  companies fill no cell: they are compared with it.
- models.dev: only where no document of Microsoft states the field. A context window and a maximum
  input answer one question; what models.dev calls the output of an embedding is not used.
- Of one day, a schedule comes first, then what is stated outright over what is derived. Of one
  document, its newest version counts, then its first row.
- If a document distinguishes versions, each has a row: what is stated of it, and of the model as a
  whole. The version that retires last stands for the model: its state is that of the model, even
  if the dates of other versions have passed.
- A retirement date that has passed by the date of the newest document, without a document that
  confirms it, makes the state "date-passed", of a version as of a model.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossier.catalog.fields import CAPABILITIES, REGIONS, TUNING
from dossier.catalog.kinds import kind_of
from dossier.catalog.schema import MICROSOFT, CatalogDocument, Listing, Model, Statement
from dossier.files.dates import PartialDate

SCHEDULED = ("lifecycle", "retirement", "replacement")
LIMITS = ("context", "max_input")
PLACES = (*REGIONS, "deployments", *TUNING)
"""The fields of how a version can be deployed and fine-tuned."""

_FIELDS = (
    "apis", "inputs", "outputs", "context", "max_input", "max_output", "dimensions", "effort",
    "formats", "languages", "lifecycle", "retirement", "replacement", "sold_by", "hosting",
    "versions", "knowledge_cutoff",
)  # fmt: skip
"""The fields of a model that are the value of a statement."""


def precedence(statement: Statement) -> tuple[Any, ...]:
    """Return a sort key: of the statements on a field, the first is shown."""
    document = statement.document
    numbers = [-number for number in _numbers(statement.version)]
    return (
        document.publisher not in MICROSOFT,
        document.publisher != "models-dev",
        -document.day,
        not document.schedule,
        statement.derived,
        not numbers,
        numbers,
    )


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def versions_of(statements: Iterable[Statement]) -> list[str]:
    """Return the versions that a document distinguishes, newest first; none if there is only one.

    A table of regions distinguishes none: it lists each version that can be deployed.
    """
    named: dict[CatalogDocument, set[str]] = defaultdict(set)
    for one in statements:
        if one.version and one.field not in PLACES:
            named[one.document].add(one.version)
    found = {version for versions in named.values() if len(versions) > 1 for version in versions}
    return sorted(found, key=_numbers, reverse=True)


def of_version(statements: Iterable[Statement], version: str) -> list[Statement]:
    """Return what is stated of a version, or of its model as a whole; of all, if it is ""."""
    return [one for one in statements if not version or one.version in ("", version)]


def cells_of(statements: Iterable[Statement]) -> dict[str, Statement]:
    """Return the statement that each field of a model, or of a version, shows.

    The statements are in order of precedence, as load_catalog sorts them.
    """
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        stated[statement.field].append(statement)
    schedules = [one.document for one in stated["lifecycle"] if one.document.schedule]
    if schedules:
        for field in SCHEDULED:
            stated[field] = [one for one in stated[field] if one.document == schedules[0]]
    names = stated.pop("named_kind", [])
    stated["kind"] = stated["kind"] or names
    shown = {field: _shown(field, stated) for field, found in stated.items() if found}
    return {field: statement for field, statement in shown.items() if statement}


def lasts(version: str, cells: Mapping[str, Statement]) -> tuple[bool, bool, int, list[int]]:
    """Return a sort key: of versions, one without a retirement date, or the latest, is the last."""
    retirement = cells.get("retirement")
    day = retirement.value.first_day().toordinal() if retirement else 0
    return "lifecycle" in cells, not retirement, day, _numbers(version)


def _shown(field: str, stated: Mapping[str, Sequence[Statement]]) -> Statement | None:
    first = stated[field][0]
    if field in SCHEDULED:
        first = next((one for one in stated[field] if one.document.schedule), first)
    if first.document.publisher in MICROSOFT:
        return first
    question = LIMITS if field in LIMITS else (field,)
    asked = (other for name in question for other in stated.get(name, ()))
    answered = any(other.document.publisher in MICROSOFT for other in asked)
    is_vector = any(kind.value == "embedding" for kind in stated.get("kind", ()))
    unfit = answered or (is_vector and field in ("outputs", "max_output"))
    return first if first.document.publisher == "models-dev" and not unfit else None


def build_model(
    identity: Mapping[str, Any],
    statements: Sequence[Statement],
    cells: Mapping[str, Statement],
    newest: PartialDate | None,
) -> Model:
    """Return a model, with its entry of models.dev; `newest` is the date of the newest document."""
    values: dict[str, Any] = {name: cells[name].value for name in _FIELDS if name in cells}
    answers = {name.replace("_", "-"): cells[name].value for name in CAPABILITIES if name in cells}
    values["capabilities"] = tuple(name for name, answer in answers.items() if answer == "yes")
    values["lacks"] = tuple(name for name, answer in answers.items() if answer == "no")
    stated, reasoning = cells.get("kind"), cells.get("reasoning")
    reasons = bool(
        reasoning and reasoning.value == "yes" and reasoning.document.publisher in MICROSOFT
    )
    kind = stated.value if stated else None
    values["kind"] = kind_of(kind, reasons, values.get("apis", ()), values.get("outputs", ()))
    if "deployments" in cells:
        as_of = cells["deployments"].document.date
        values["deployments"] = {"names": cells["deployments"].value, "as_of": as_of}
    values["regions"] = tuple(_regions(cells))
    if tuning := {to: cells[name].value for name, to in TUNING.items() if name in cells}:
        as_of = cells["tuning"].document.date if "tuning" in cells else None
        values["fine_tuning"] = {**tuning, "as_of": as_of}
    if "lifecycle" in cells:
        values["lifecycle_as_of"] = cells["lifecycle"].document.date
        retirement = values.get("retirement")
        passed = retirement and newest and retirement.day_after() <= newest.first_day()
        if passed and values["lifecycle"] != "retired":
            values["lifecycle"] = "date-passed"
    named = {one.document.url or one.document.name: one.document for one in statements}
    documents = [one for one in named.values() if one.publisher in MICROSOFT]
    documents.sort(key=lambda one: (one.publisher != "microsoft-docs", -one.day))
    values["documents"] = documents
    return Model.model_validate({**identity, **values})


def _regions(cells: Mapping[str, Statement]) -> Iterable[dict[str, Any]]:
    """Yield the regions of each way of deploying.

    Tables for standard, provisioned and batch deployments have dates of their own: of each, the
    newest document that gives any region counts.
    """
    found = [cells[name] for name in REGIONS if name in cells]
    newest: dict[str, int] = defaultdict(int)
    for one in found:
        newest[_payment(one)] = max(newest[_payment(one)], one.document.day)
    for one in found:
        if one.document.day == newest[_payment(one)]:
            names = one.value if isinstance(one.value, tuple) else ()
            yield {
                "names": names,
                "count": len(names) or one.value,
                "deployment": REGIONS[one.field],
                "as_of": one.document.date,
            }


def _payment(regions: Statement) -> str:
    return next((way for way in ("provisioned", "batch") if way in regions.field), "standard")


def build_listing(statements: Iterable[Statement], notes: Mapping[str, Any]) -> Listing | None:
    """Return the entry of models.dev in the newest reading that has it."""
    readings: dict[int, dict[str, Statement]] = defaultdict(dict)
    for one in statements:
        if one.document.publisher == "models-dev":
            readings[one.document.day].setdefault(one.field, one)
    if not (days := [day for day, fields in readings.items() if "name" in fields]):
        return None
    fields = readings[max(days)]
    gone = readings[max(readings)].get("unlisted_on")
    document: CatalogDocument = fields["name"].document
    values = {name: one.value for name, one in fields.items() if name in Listing.model_fields}
    values |= {
        "id": fields["name"].name,
        "notes": tuple(notes[key] for key in values.get("notes", ())),
        "listed": gone is None,
        "unlisted_on": gone and gone.value,
        "revision": document.commit or f"sha256:{document.checksum}",
        "as_of": document.date,
    }
    return Listing.model_validate(values)
