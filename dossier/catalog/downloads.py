"""The downloads of the catalog: CSV, JSON, JSON Lines, JSON Schema, and a Data Package."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from dossier.addresses import DATA
from dossier.catalog.package import ColumnText, Package, TableColumn, columns_of, field_at
from dossier.catalog.schema import Catalog, Model
from dossier.catalog.tables import SEPARATOR, Json, row_schema, rows_of, value_at
from dossier.locales import LOCALES, Bilingual

JSON, LINES, SCHEMA, PACKAGE = (
    "models.json", "models.jsonl", "models.schema.json", "datapackage.json",
)  # fmt: skip

_FORMATS = {
    "csv": ("table", "text/csv"),
    "json": ("json", "application/json"),
    "jsonl": ("file", "application/jsonl"),
}
"""The type of a resource and its media type, by the end of its name."""
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

# A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_name(table: str) -> str:
    """Return the name of the file of a table."""
    return f"{table}.csv"


def dated_folder(catalog: Catalog) -> str:
    """Return the address of the folder of the files that has the date of the data."""
    return f"{DATA}{catalog.as_of}/"


@lru_cache(maxsize=1)
def downloads(catalog: Catalog, package: Package) -> dict[str, bytes]:
    """Return the content of the files by name: tables, JSON and its schema, Data Package."""
    models = [model.model_dump(mode="json") for model in catalog.rows]
    # One model a line, so that a diff of two versions is readable.
    lines = [json.dumps(model, ensure_ascii=False) for model in models]
    files = {
        **{
            csv_name(name): _csv(
                columns_of(name, table), rows_of(name, table.rows, catalog, models)
            )
            for name, table in package.tables.items()
        },
        JSON: ("[\n" + ",\n".join(lines) + "\n]\n").encode(),
        LINES: "".join(f"{line}\n" for line in lines).encode(),
        SCHEMA: _json(_schema(package)),
    }
    return {**files, PACKAGE: _json(_descriptor(catalog, package, files))}


def _csv(columns: Sequence[TableColumn], rows: Iterable[Json]) -> bytes:
    """Return a table as CSV (RFC 4180).

    A text that a spreadsheet would run as a formula starts with an apostrophe (OWASP, “CSV
    injection”).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in columns)
    for row in rows:
        writer.writerow(_cell(value_at(row, column.path)) for column in columns)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(map(_cell, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _schema(package: Package) -> Json:
    """Return the JSON Schema of all models, with what each column says of its field."""
    model = deepcopy(row_schema("models"))
    records = model.pop("$defs") | {Model.__name__: model}
    for record in records.values():
        # The rest of a docstring is for those who read the code.
        if about := record.get("description"):
            record["description"] = about.partition("\n")[0]
    for name, table in package.tables.items():
        if record := records.get(row_schema(name)["title"]):
            for column in columns_of(name, table):
                found = field_at({**record, "$defs": records}, column.path, table.rows)
                found.property.update(_words(column.text, package))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _both(package.title, " / "),
        "description": _both(package.about),
        "type": "array",
        "items": {"$ref": f"#/$defs/{Model.__name__}"},
        "$defs": records,
    }


def _descriptor(catalog: Catalog, package: Package, files: Mapping[str, bytes]) -> Json:
    """Return a Data Package (version 2), whose version is the date of the newest document."""
    return {
        "$schema": _PROFILE,
        "name": "azure-foundry-models",
        "title": _both(package.title, " / "),
        "description": _both(package.about),
        "version": str(catalog.as_of or ""),
        "licenses": [one.model_dump(exclude_none=True) for one in package.licenses],
        "sources": [one.model_dump(exclude_none=True) for one in package.sources],
        "resources": [
            *(_table_resource(name, package, files) for name in package.tables),
            {**_resource(JSON, files), "jsonSchema": SCHEMA},
            {**_resource(LINES, files), "jsonSchema": f"{SCHEMA}#/$defs/{Model.__name__}"},
            _resource(SCHEMA, files),
        ],
    }


def _table_resource(name: str, package: Package, files: Mapping[str, bytes]) -> Json:
    table = package.tables[name]
    columns = columns_of(name, table)
    schema = {
        "fields": [_field(column, package) for column in columns],
        "missingValues": [""],
        "primaryKey": [*table.unique],
        "foreignKeys": [
            {
                "fields": column.name,
                "reference": dict(zip(("resource", "fields"), refers.split("."), strict=True)),
            }
            for column in columns
            if (refers := column.text.refers)
        ],
    }
    return {
        **_resource(csv_name(name), files),
        "name": name,
        "description": _both(table.about),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {word: value for word, value in schema.items() if value},
    }


def _field(column: TableColumn, package: Package) -> Json:
    """Return a column in the words of Table Schema; “unit” and “items” are words of ours."""
    field = {"name": column.name, **_words(column.text, package)}
    if not column.is_list:
        return {**field, "type": column.type, "constraints": column.constraints}
    items = {"items": {"constraints": column.constraints}}
    return {**field, "type": "list", "delimiter": SEPARATOR, "itemType": column.type, **items}


def _words(text: ColumnText, package: Package) -> Json:
    unit = {"unit": _both(package.units[text.unit], " / ")} if text.unit else {}
    return {"description": _both(text), **unit}


def _both(text: Bilingual, between: str = "\n\n") -> str:
    return between.join(text[locale] for locale in LOCALES)


def _resource(path: str, files: Mapping[str, bytes]) -> Json:
    name, _, format_ = path.rpartition(".")
    type_, media_type = _FORMATS[format_]
    return {
        "name": f"{name}-{format_}".replace(".", "-"),
        "type": type_,
        "path": path,
        "format": format_,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(files[path]),
        "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}",
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
