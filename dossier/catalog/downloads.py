"""The downloads of the catalog: CSV, JSON, its JSON Schema, and a Data Package."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from dossier.catalog.schema import Catalog, Model
from dossier.locales import LOCALES, Bilingual

CSV, JSON, SCHEMA, PACKAGE = "models.csv", "models.json", "models.schema.json", "datapackage.json"

_STATED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
COLUMNS: dict[str, str] = _STATED["columns"]
"""The Table Schema type of each column of models.csv, by its path into a model."""

# A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def column_name(path: str) -> str:
    """Return the column name of a path: listing.price_input is "listing_price_input"."""
    return path.replace(".", "_")


def downloads(catalog: Catalog, wording: Mapping[str, Bilingual]) -> dict[str, bytes]:
    """Return the content of the files by name: the tables, then the Data Package."""
    tables = _tables(catalog)
    return {**tables, PACKAGE: _json(_package(catalog, wording, tables))}


@lru_cache(maxsize=1)
def _tables(catalog: Catalog) -> dict[str, bytes]:
    lines = (json.dumps(m.model_dump(mode="json"), ensure_ascii=False) for m in catalog.rows)
    schema = TypeAdapter(tuple[Model, ...]).json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": JSON}
    return {
        CSV: _models_csv(catalog.rows).encode(),
        # One model a line, so that a diff of two versions is readable.
        JSON: ("[\n" + ",\n".join(lines) + "\n]\n").encode(),
        SCHEMA: _json({**head, **schema}),
    }


def _models_csv(models: Iterable[Model]) -> str:
    """Return the models as CSV (RFC 4180), with lists separated by “;”.

    A text that a spreadsheet would run as a formula starts with an apostrophe (OWASP, “CSV
    injection”).
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(map(column_name, COLUMNS))
    for model in models:
        record = model.model_dump(mode="json")
        writer.writerow(_cell(record, path.split(".")) for path in COLUMNS)
    return table.getvalue()


def _cell(value: Any, path: list[str], separator: str = ";") -> str:
    """Return the cell of a value; spaces separate the items of a list in a list."""
    if isinstance(value, list):
        return separator.join(_cell(item, path, " ") for item in value)
    if path and value is not None:
        return _cell(value[path[0]], path[1:], separator)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _package(
    catalog: Catalog, wording: Mapping[str, Bilingual], tables: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return a Frictionless Data Package (version 1), whose version is the latest date read."""
    dates = [str(d.date) for m in catalog.models for d in m.documents if d.date]
    read_in = [str(model.listing.as_of) for model in catalog.models if model.listing]
    return {
        "profile": "data-package",
        "name": "azure-foundry-models",
        "title": " / ".join(wording["package-title"][locale] for locale in LOCALES),
        "description": "\n\n".join(wording["package-about"][locale] for locale in LOCALES),
        "version": max(dates + read_in, default=""),
        "licenses": _STATED["licenses"],
        "sources": _STATED["sources"],
        "resources": [
            {
                **_resource("models", CSV, tables),
                "profile": "tabular-data-resource",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
                "schema": {
                    "fields": [
                        {"name": column_name(path), "type": type_}
                        for path, type_ in COLUMNS.items()
                    ],
                    "missingValues": [""],
                    "primaryKey": ["key"],
                },
            },
            {**_resource("models-json", JSON, tables), "jsonSchema": SCHEMA},
            _resource("models-schema", SCHEMA, tables),
        ],
    }


def _resource(name: str, path: str, tables: Mapping[str, bytes]) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    return {
        "name": name,
        "type": "table" if kind == "csv" else "json",
        "path": path,
        "format": kind,
        "mediatype": "text/csv" if kind == "csv" else "application/json",
        "encoding": "utf-8",
        "bytes": len(tables[path]),
        "hash": f"sha256:{hashlib.sha256(tables[path]).hexdigest()}",
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
