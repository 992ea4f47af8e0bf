"""Readings: what each document states about models, as printed, one table per document.

A table starts with lines about its document, "# date: 2026-10-05"; a row has a model, its version
if the document distinguishes versions, a field and the printed value.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from dossier.catalog.fields import FIELDS, PARTIAL, REGIONS, parse
from dossier.catalog.kinds import kind_of_name
from dossier.catalog.schema import MICROSOFT, CatalogDocument, Statement
from dossier.catalog.values import key_of
from dossier.files.plain_text import read_rows
from dossier.files.problems import DossierError, Problem, checking, gathering, read_text, reason_of

COLUMNS = ("model", "version", "field", "value")

Statements = dict[str, list[Statement]]
"""The statements about each model, by its key."""


def load_readings(
    folder: Path, keys: Mapping[str, str] | None, notes: Collection[str]
) -> Statements:
    """Return what the tables in a folder state.

    `keys` maps the key of a printed name to that of its model, None if it is not known; `notes`
    are the known ones.

    Raises:
        DossierError: one problem for each error in the files.
    """
    statements: Statements = defaultdict(list)
    with checking() as problems:
        files = sorted(folder.glob("*.csv"))
        if not files:
            raise DossierError.at(folder, 1, "the folder has no reading: restore its files")
        for file in files:
            with gathering(problems):
                for statement in _read(file, keys, notes):
                    statements[statement.model].append(statement)
    return statements


def read_document(file: Path) -> tuple[CatalogDocument, int]:
    """Return the document of a reading, and the number of lines that describe it.

    Raises:
        DossierError: a line is not "# name: value", or the document cannot be found by them.
    """
    head = {"id": file.stem}
    for line in read_text(file).splitlines():
        if not line.startswith("#"):
            break
        name, colon, value = line[1:].partition(":")
        if not colon:
            raise DossierError.at(file, len(head), f"“{line}”: write it as # name: value")
        head[name.strip()] = value.strip()
    try:
        return CatalogDocument.model_validate(head), len(head) - 1
    except ValidationError as error:
        names = list(head)
        raise DossierError(
            Problem(
                file,
                max(1, names.index(str(at[0]))) if (at := e["loc"]) and at[0] in names else 1,
                f"{'.'.join(map(str, at)) or 'the head'}: {reason_of(e)}",
            )
            for e in error.errors()
        ) from None


def _read(
    file: Path, keys: Mapping[str, str] | None, notes: Collection[str]
) -> Iterator[Statement]:
    document, head = read_document(file)
    found: list[Statement] = []
    with checking() as problems:
        for row in read_rows(file, COLUMNS, head):
            model, field, value = (row.cells.get(name, "") for name in ("model", "field", "value"))
            message = ""
            key = key_of(model) if keys is None else keys.get(key_of(model))
            if not key:
                message = f"models.csv has no “{model}”: add a row, or the name to its aliases"
            elif field not in FIELDS:
                message = f"{model}: “{field}” is not a field: write one of {', '.join(FIELDS)}"
            elif field == "notes" and (unknown := set(value.split(";")) - set(notes)):
                names = "”, “".join(sorted(unknown))
                message = (
                    f"{model}, notes: notes.yml has no “{names}”: add it there or correct the name"
                )
            else:
                version = row.cells.get("version", "")
                try:
                    found += [
                        Statement(key, model, name, value, read, document, version, name != field)
                        for name, read in parse(field, value)
                    ]
                except ValueError as error:
                    message = f"{model}, {field}: {error}"
            if message:
                problems.append(Problem(file, row.line, message))
    yield from found
    yield from _implied(found)


def _implied(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the versions that a document distinguishes, the deployments that have regions, and
    the kinds that Microsoft's names say.
    """
    names = {one.model: one for one in reversed(statements) if one.document.publisher in MICROSOFT}
    for model, one in names.items():
        if kind := kind_of_name(one.name):
            yield Statement(model, one.name, "named_kind", one.name, kind, one.document)
    versions: dict[str, dict[str, Statement]] = defaultdict(dict)
    deployments: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    outright = {one.model for one in statements if one.field == "versions"}
    for one in statements:
        if one.field in PARTIAL:
            continue
        if one.version and one.model not in outright:
            versions[one.model].setdefault(one.version, one)
        if one.field in REGIONS:
            deployments[one.model, one.version].setdefault(REGIONS[one.field], one)
    for model, stated in versions.items():
        yield _of_several("versions", model, "", sorted(stated), stated.values())
    for (model, version), stated in deployments.items():
        yield _of_several("deployments", model, version, list(stated), stated.values())


def _of_several(
    field: str, model: str, version: str, values: list[str], stated: Iterable[Statement]
) -> Statement:
    one = next(iter(stated))
    printed = ";".join(values)
    return Statement(model, one.name, field, printed, tuple(values), one.document, version)
