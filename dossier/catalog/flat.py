"""The catalog as one flat table, for spreadsheets: a column for each path into a model."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from dossier.catalog.schema import Model

COLUMNS = {
    "id": "string",
    "key": "string",
    "maker.slug": "string",
    "maker.name": "string",
    "server.slug": "string",
    "kind": "string",
    "apis": "string",
    "inputs": "string",
    "outputs": "string",
    "context": "integer",
    "max_input": "integer",
    "max_output": "integer",
    "capabilities": "string",
    "lacks": "string",
    "formats": "string",
    "languages": "string",
    "deployments.names": "string",
    "deployments.as_of": "date",
    "regions.names": "string",
    "regions.count": "integer",
    "regions.deployment": "string",
    "regions.as_of": "date",
    "lifecycle": "string",
    "lifecycle_as_of": "date",
    "retirement": "date",
    "replacement": "string",
    "sold_by": "string",
    "versions": "string",
    "knowledge_cutoff": "string",
    "notes.fr": "string",
    "notes.en": "string",
    "documents.title": "string",
    "documents.date": "string",
    "documents.url": "string",
    "listing.id": "string",
    "listing.context": "integer",
    "listing.max_output": "integer",
    "listing.tools": "boolean",
    "listing.reasoning": "boolean",
    "listing.structured_outputs": "boolean",
    "listing.open_weights": "boolean",
    "listing.price_input": "number",
    "listing.price_output": "number",
    "listing.price_cached_input": "number",
    "listing.status": "string",
    "listing.knowledge_cutoff": "string",
    "listing.release_date": "date",
    "listing.listed": "boolean",
    "listing.unlisted_on": "date",
    "listing.as_of": "date",
    "listing.url": "string",
}
"""The type of each column, in the words of Table Schema, by the path that it shows."""

# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def column(path: str) -> str:
    """Return the name of the column that shows a path: "listing_price_input"."""
    return path.replace(".", "_")


def flat_csv(models: Iterable[Model]) -> str:
    """Return a table of models as RFC 4180 has it: commas, CRLF, quotes where they are needed.

    Lists are separated by “;”. A text that a spreadsheet would take for a formula has an
    apostrophe before it (OWASP, “CSV injection”).
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(map(column, COLUMNS))
    for model in models:
        record = model.model_dump(mode="json")
        writer.writerow(_cell(record, path.split(".")) for path in COLUMNS)
    return table.getvalue()


def _cell(value: Any, path: list[str]) -> str:
    if isinstance(value, list):
        return ";".join(_cell(item, path) for item in value)
    if path and value is not None:
        return _cell(value[path[0]], path[1:])
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
