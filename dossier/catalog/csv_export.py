"""The catalog as one flat CSV table for spreadsheets."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from dossier.catalog.schema import Model

COLUMNS = (
    "id", "key", "maker.slug", "maker.name", "server.slug", "kind", "apis", "inputs", "outputs",
    "context", "max_input", "max_output", "capabilities", "lacks", "formats", "languages",
    "deployments.names", "deployments.as_of", "regions.names", "regions.count",
    "regions.deployment", "regions.as_of", "lifecycle", "lifecycle_as_of", "retirement",
    "replacement", "sold_by", "versions", "knowledge_cutoff", "notes.fr", "notes.en",
    "documents.title", "documents.date", "documents.url", "listing.id", "listing.context",
    "listing.max_output", "listing.tools", "listing.reasoning", "listing.structured_outputs",
    "listing.open_weights", "listing.price_input", "listing.price_output",
    "listing.price_cached_input", "listing.status", "listing.knowledge_cutoff",
    "listing.release_date", "listing.listed", "listing.unlisted_on", "listing.as_of",
    "listing.url",
)  # fmt: skip
"""The paths of the columns into a model."""

_TYPES = {
    "integer": "context max_input max_output regions.count listing.context listing.max_output",
    "number": "listing.price_input listing.price_output listing.price_cached_input",
    "boolean": "listing.tools listing.reasoning listing.structured_outputs listing.open_weights "
    "listing.listed",
    "date": "deployments.as_of regions.as_of lifecycle_as_of retirement listing.release_date "
    "listing.unlisted_on listing.as_of",
}
TYPES = {path: type_ for type_, paths in _TYPES.items() for path in paths.split()}
"""The Table Schema type of each column that is not a string."""

# A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def column_name(path: str) -> str:
    """Return the column name of a path: listing.price_input is "listing_price_input"."""
    return path.replace(".", "_")


def models_csv(models: Iterable[Model]) -> str:
    """Return the models as CSV (RFC 4180), with lists separated by “;”.

    A text that a spreadsheet would run as a formula starts with an apostrophe (OWASP, “CSV
    injection”).
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(map(column_name, COLUMNS))
    paths = [path.split(".") for path in COLUMNS]
    for model in models:
        record = model.model_dump(mode="json")
        writer.writerow(_cell(record, path) for path in paths)
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
