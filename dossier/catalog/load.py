"""Load data/catalog/ into a Catalog."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationError

from dossier.catalog.changes import changes_of
from dossier.catalog.contradictions import contradictions_of
from dossier.catalog.history import histories_of
from dossier.catalog.readings import load_readings
from dossier.catalog.rule import (
    build_listing,
    build_model,
    cells_of,
    lasts,
    of_version,
    precedence,
    versions_of,
)
from dossier.catalog.schema import (
    MICROSOFT,
    Catalog,
    CatalogRecord,
    Maker,
    MakerRef,
    Model,
    Note,
    Statement,
)
from dossier.catalog.values import Name, key_of
from dossier.files.dates import PartialDate
from dossier.files.plain_text import CsvRow, load_plain_records, read_rows
from dossier.files.problems import DossierError, Problem, checking, gathering, reason_of
from dossier.locales import Bilingual

MODEL_COLUMNS = ("id", "maker", "server", "aliases", "notes")

_split = BeforeValidator(lambda cell: [item.strip() for item in cell.split(";")])


class _MakerEntry(CatalogRecord):
    """A record of makers.yml, whose key is the slug of the maker."""

    name: Name
    notes: tuple[Note, ...] = ()


class Identity(CatalogRecord):
    """A row of models.csv: what a model is called, and who makes and serves it."""

    id: Name
    maker: MakerRef
    server: MakerRef | None = None
    aliases: Annotated[tuple[Name, ...], _split] = ()
    notes: Annotated[tuple[Note, ...], _split] = ()


def load_catalog(folder: Path) -> Catalog:
    """Load the catalog from data/catalog/.

    Raises:
        DossierError: the data has errors; each problem names file, line and fix.
    """
    references = _load_references(folder)
    notes, makers = references["notes"], references["makers"]
    file = folder / "models.csv"
    keys = None
    with checking() as problems:
        with gathering(problems):
            identities, keys, lines = _load_identities(file, references)
        statements = load_readings(folder / "readings", keys, notes)
    ranked = {key: sorted(found, key=precedence) for key, found in statements.items()}
    dates = (s.document for found in statements.values() for s in found)
    official = [document for document in dates if document.publisher in MICROSOFT]
    newest = max(official, key=lambda one: one.day).date if official else None
    models: list[Model] = []
    versions: dict[str, list[Model]] = {}
    cells: dict[str, Mapping[str, Statement]] = {}
    with checking() as problems:
        for key, identity in identities.items():
            found = statements.get(key, [])
            fields = dict(identity)
            printed = (one.name for one in found)
            fields["aliases"] = tuple(sorted({*identity.aliases, *printed} - {identity.id}))
            try:
                fields["listing"] = build_listing(found, notes)
                made = _build(key, fields, found, newest, cells)
            except ValidationError as error:
                for details in error.errors():
                    message = f"{identity.id}: {reason_of(details)}"
                    problems.append(Problem(file, lines[key], message))
            else:
                problems += [
                    Problem(file, lines[key], f"{row.name} has the key of {other.id}: rename one")
                    for row in made[1:]
                    if (other := identities.get(row.key))
                ]
                models.append(made[0])
                versions |= {key: made[1:]} if made[1:] else {}
    return Catalog(
        makers,
        tuple(models),
        tuple(contradictions_of(ranked, cells, notes)),
        tuple(histories_of(ranked)),
        tuple(changes_of(statements)),
        cells,
        newest,
        versions,
    )


def load_identities(folder: Path) -> tuple[dict[str, Identity], dict[str, str]]:
    """Load from data/catalog/ the models by key, and the key of the model of each name.

    Raises:
        DossierError: the data has errors; each problem names file, line and fix.
    """
    return _load_identities(folder / "models.csv", _load_references(folder))[:2]


def _load_references(folder: Path) -> dict[str, Any]:
    """Return what models.csv refers to: notes and makers, by key."""
    notes = load_plain_records(folder / "notes.yml", Bilingual)[0]
    entries = load_plain_records(folder / "makers.yml", _MakerEntry, {"notes": notes})[0]
    makers = {
        slug: Maker(slug=slug, name=entry.name, notes=entry.notes)
        for slug, entry in entries.items()
    }
    return {"notes": notes, "makers": makers}


def _build(
    key: str,
    fields: Mapping[str, Any],
    found: Sequence[Statement],
    newest: PartialDate | None,
    cells: dict[str, Mapping[str, Statement]],
) -> list[Model]:
    """Return a model, then its versions if documents distinguish several, and add their cells."""
    versions = versions_of(found)
    stated = {version: of_version(found, version) for version in versions or [""]}
    shown = {version: cells_of(sorted(said, key=precedence)) for version, said in stated.items()}
    lasting = max(stated, key=lambda version: lasts(version, shown[version]))
    model = build_model(fields, found, shown[lasting], newest)
    cells[key] = shown[lasting]
    if not versions:
        return [model]
    rows = []
    for version in versions:
        named = {**fields, "version": version, "lasting": version == lasting}
        row = build_model(named, found, shown[version], newest)
        rows.append(row.model_copy(update={"versions": (version,)}))
        cells[row.key] = shown[version]
    return [model.model_copy(update={"versions": tuple(versions)}), *rows]


def _load_identities(
    file: Path, references: Mapping[str, Any]
) -> tuple[dict[str, Identity], dict[str, str], dict[str, int]]:
    """Return, from models.csv, the models by key, the key of each name, and the lines by key."""
    identities: dict[str, Identity] = {}
    keys: dict[str, str] = {}
    lines: dict[str, int] = {}
    with checking() as problems:
        for row in read_rows(file, MODEL_COLUMNS):
            with gathering(problems):
                identity = _parse(row, file, references)
                key = key_of(identity.id)
                for name in (identity.id, *identity.aliases):
                    if other := keys.get(key_of(name)):
                        other = identities[other].id
                        message = f"{name} has the key of {other}: remove one of the two"
                        raise DossierError.at(file, row.line, message)
                    keys[key_of(name)] = key
                identities[key], lines[key] = identity, row.line
        if not identities and not problems:
            raise DossierError.at(file, 1, "the file has no model: restore its rows")
    return identities, keys, lines


def _parse(row: CsvRow, file: Path, references: Mapping[str, Any]) -> Identity:
    try:
        return Identity.model_validate(row.cells, context=dict(references))
    except ValidationError as error:
        name = row.cells.get("id", "the row")
        raise DossierError(
            Problem(file, row.line, f"{name}, column {details['loc'][0]}: {reason_of(details)}")
            for details in error.errors()
        ) from None
