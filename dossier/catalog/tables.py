"""The rows of the tables to download, as JSON has them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter

from dossier.catalog import values
from dossier.catalog.fields import FIELDS
from dossier.catalog.schema import (
    Catalog,
    CatalogDocument,
    CatalogRecord,
    Contradiction,
    DocumentId,
    History,
    Maker,
    Model,
    Statement,
)
from dossier.files.records import Key
from dossier.locales import Bilingual

SEPARATOR = "|"
"""Separates the items of a list in a cell: no item has it."""

Json = dict[str, Any]

_FieldName = Annotated[str, Field(json_schema_extra={"enum": sorted(FIELDS)})]


class StatementRow(CatalogRecord):
    """A statement of a document on a field of a model."""

    field: _FieldName
    value: str
    printed: str
    document: DocumentId


class CellRow(StatementRow):
    """The statement that a field shows."""

    key: Key
    derived: bool


class ContradictionRow(StatementRow):
    """A statement on a field on which documents differ."""

    model: Key
    version: str | None
    stated_as: _FieldName
    shown: bool
    convention: values.Convention | None
    note: Bilingual | None


class HistoryRow(StatementRow):
    """A value that a document gave to a field, from a date on."""

    model: Key
    version: str | None
    date: values.Date


class ChangeRow(CatalogRecord):
    """What the readings of a date changed in a field of a model."""

    date: values.Date
    model: Key
    version: str | None
    field: _FieldName | None
    change: values.Change
    before: str | None
    after: str | None
    document: DocumentId | None


def documents_of(catalog: Catalog) -> list[CatalogDocument]:
    """Return every document that the catalog was read from, newest first."""
    found = {document for model in catalog.models for document in catalog.documents(model)}
    compared: tuple[Contradiction | History, ...] = (*catalog.contradictions, *catalog.histories)
    found |= {one.document for each in compared for one in each.statements}
    for change in catalog.changes:
        found |= {one.document for one in (change.before, change.after) if one}
        found |= {change.document} if change.document else set()
    return sorted(found, key=lambda one: (-one.day, one.id))


def text_of(statement: Statement) -> str:
    """Return the text of a value, the items of a list separated by SEPARATOR.

    An empty list has no text: the document's words stand for it.
    """
    value = statement.value
    listed = SEPARATOR.join(map(str, value)) if isinstance(value, tuple) else str(value)
    return listed or statement.printed


def _stated(statement: Statement, field: str) -> Json:
    return {
        "field": field,
        "value": text_of(statement),
        "printed": statement.printed,
        "document": statement.document.id,
    }


def _cells(catalog: Catalog) -> Iterator[Json]:
    for model in catalog.rows:
        for field, statement in catalog.cells.get(model.key, {}).items():
            yield {**_stated(statement, field), "key": model.key, "derived": statement.derived}


def _contradictions(catalog: Catalog) -> Iterator[Json]:
    for found in catalog.contradictions:
        for position, statement in enumerate(found.statements):
            yield {
                **_stated(statement, found.field),
                "model": found.model,
                "version": found.version or None,
                "stated_as": statement.field,
                "shown": position == 0,
                "convention": found.convention,
                "note": found.note and found.note.model_dump(),
            }


def _history(catalog: Catalog) -> Iterator[Json]:
    for found in catalog.histories:
        for statement in found.statements:
            yield {
                **_stated(statement, found.field),
                "model": found.model,
                "version": found.version or None,
                "date": str(statement.document.date),
            }


def _changes(catalog: Catalog) -> Iterator[Json]:
    for one in catalog.changes:
        yield {
            "date": str(one.date),
            "model": one.model,
            "version": one.version or None,
            "field": one.field or None,
            "change": one.kind,
            "before": text_of(one.before) if one.before else None,
            "after": text_of(one.after) if one.after else None,
            "document": one.document and one.document.id,
        }


class _Rows(NamedTuple):
    """The type of a table's rows, and the function that returns them."""

    type: Any
    of: Callable[[Catalog], Iterable[Json]]


def _dumped(records: Iterable[CatalogRecord]) -> Iterator[Json]:
    return (record.model_dump(mode="json") for record in records)


_ROWS: dict[str, _Rows] = {
    "makers": _Rows(Maker, lambda catalog: _dumped(catalog.makers.values())),
    "documents": _Rows(CatalogDocument, lambda catalog: _dumped(documents_of(catalog))),
    "cells": _Rows(CellRow, _cells),
    "contradictions": _Rows(ContradictionRow, _contradictions),
    "history": _Rows(HistoryRow, _history),
    "changes": _Rows(ChangeRow, _changes),
}
"""The tables whose rows are not models, nor items of a list in a model."""


def rows_of(
    table: str, rows: str | None, catalog: Catalog, models: Sequence[Json]
) -> Iterable[Json]:
    """Return the rows of a table as JSON has them.

    `models` are the models of the catalog; if `rows` is a list in them, each item has a row.
    """
    if table in _ROWS:
        return _ROWS[table].of(catalog)
    if rows:
        return ({**model, rows: item} for model in models for item in model[rows])
    return models


@cache
def row_schema(name: str) -> Json:
    """Return the JSON Schema of a row: never change it."""
    type_ = _ROWS[name].type if name in _ROWS else Model
    return TypeAdapter(type_).json_schema(mode="serialization")


def value_at(row: Mapping[str, Any], path: Iterable[str]) -> Any:
    """Return the value of a cell, None if there is none; of a list of records, a list."""
    value: Any = row
    for step in path:
        if isinstance(value, list):
            value = [item[step] for item in value]
        elif value is not None:
            value = value[step]
    return value
