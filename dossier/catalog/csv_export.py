"""The catalog as one flat CSV table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from dossier.catalog.schema import Model

# A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def column_name(path: str) -> str:
    """Return the column name of a path: listing.price_input is "listing_price_input"."""
    return path.replace(".", "_")


def models_csv(models: Iterable[Model], columns: Sequence[str]) -> str:
    """Return the models as CSV (RFC 4180), with lists separated by “;”.

    `columns` are paths into a model.

    A text that a spreadsheet would run as a formula starts with an apostrophe (OWASP, “CSV
    injection”).
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(map(column_name, columns))
    paths = [path.split(".") for path in columns]
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
