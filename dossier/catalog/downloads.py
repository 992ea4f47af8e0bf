"""The catalog as files to download: CSV, JSON with its JSON Schema, and a Data Package."""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from dossier.catalog.flat import COLUMNS, column, flat_csv
from dossier.catalog.schema import Catalog, Model
from dossier.locales import LOCALES, Bilingual

FOLDER = "catalogue/"
"""Where the files are served, once for both languages: their addresses do not change."""

CSV, JSON, SCHEMA, PACKAGE = "models.csv", "models.json", "models.schema.json", "datapackage.json"

_LICENSES = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0: Microsoft's documentation, and this selection",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    },
    {
        "name": "MIT",
        "title": "MIT: the entries of models.dev (columns listing_*)",
        "path": "https://opensource.org/license/mit",
    },
]
_SOURCES = [
    {
        "title": "Microsoft, documentation of Azure AI Foundry (CC BY 4.0)",
        "path": "https://github.com/MicrosoftDocs/azure-ai-docs",
    },
    {
        "title": "Microsoft, list of models that Aspire generates",
        "path": "https://github.com/microsoft/aspire",
    },
    {
        "title": "Microsoft, log of model releases",
        "path": "https://github.com/microsoft-foundry/model-releases",
    },
    {"title": "models.dev (MIT)", "path": "https://github.com/anomalyco/models.dev"},
]


def downloads(catalog: Catalog, wording: Mapping[str, Bilingual]) -> dict[str, bytes]:
    """Return the files by name: the tables and, last, what describes them."""
    tables = _tables(catalog)
    return {**tables, PACKAGE: _written(_package(catalog, wording, tables)).encode()}


@lru_cache(maxsize=1)
def _tables(catalog: Catalog) -> dict[str, bytes]:
    lines = (json.dumps(m.model_dump(mode="json"), ensure_ascii=False) for m in catalog.models)
    schema = TypeAdapter(tuple[Model, ...]).json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": JSON}
    return {
        CSV: flat_csv(catalog.models).encode(),
        # One model a line: what changes between two versions can be seen.
        JSON: ("[\n" + ",\n".join(lines) + "\n]\n").encode(),
        SCHEMA: _written({**head, **schema}).encode(),
    }


def _package(
    catalog: Catalog, wording: Mapping[str, Bilingual], tables: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return a Data Package (Frictionless, version 1) whose version is the latest date read."""
    dates = [str(d.date) for m in catalog.models for d in m.documents if d.date]
    read_in = [str(model.listing.as_of) for model in catalog.models if model.listing]
    return {
        "profile": "data-package",
        "name": "azure-foundry-models",
        "title": " / ".join(wording["package-title"][locale] for locale in LOCALES),
        "description": "\n\n".join(wording["package-about"][locale] for locale in LOCALES),
        "version": max(dates + read_in, default=""),
        "licenses": _LICENSES,
        "sources": _SOURCES,
        "resources": [
            {
                **_resource("models", CSV, tables),
                "profile": "tabular-data-resource",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
                "schema": {
                    "fields": [
                        {"name": column(path), "type": kind} for path, kind in COLUMNS.items()
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


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
