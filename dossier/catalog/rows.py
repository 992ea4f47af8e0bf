"""Rows of data/catalog/models.csv and prices.csv as records."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from dossier.catalog.schema import Listing, MakerNamed, Model
from dossier.catalog.values import Name
from dossier.files.plain_text import Row
from dossier.files.problems import DossierError, Problem, reason_of

MODEL_COLUMNS = (
    "id", "maker", "server", "kind", "apis", "inputs", "outputs", "context", "max_input",
    "max_output", "capabilities", "lacks", "formats", "languages", "deployments",
    "deployments_as_of", "regions", "regions_count", "regions_deployment", "regions_as_of",
    "lifecycle", "lifecycle_as_of", "retirement", "replacement", "sold_by", "versions",
    "knowledge_cutoff", "notes", "documents",
)  # fmt: skip

PRICE_COLUMNS = (
    "id", "name", "maker", "model", "family", "inputs", "outputs", "context", "max_output",
    "tools", "reasoning", "structured_outputs", "open_weights", "price_input", "price_output",
    "price_cached_input", "status", "knowledge_cutoff", "release_date", "listed", "unlisted_on",
    "notes", "revision", "as_of",
)  # fmt: skip

_LISTS = {
    "apis", "inputs", "outputs", "capabilities", "lacks", "formats", "languages", "deployments",
    "regions", "replacement", "versions", "notes", "documents",
}  # fmt: skip
"""The columns whose cells are lists, separated by “;”."""

Context = Mapping[str, Mapping[str, Any]]
"""What cells name by a key: "makers", "notes", "documents"."""

_Row = TypeVar("_Row", bound=BaseModel)


class Entry(BaseModel):
    """A row of prices.csv: a listing, its maker and its id in models.csv, where that differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    maker: MakerNamed
    model: Name | None = None
    listing: Listing


def model_of(row: Row, file: Path, context: Context) -> Model:
    """Return the model that a row of models.csv describes.

    JSON as a format of answers is a capability too.

    Raises:
        DossierError: with one problem for each bad cell.
    """
    cells = _cells(row)
    for field in ("deployments", "regions"):
        parts = {name: cells.pop(name) for name in MODEL_COLUMNS if _part_of(name, field, cells)}
        if parts:
            cells[field] = {_part(name, field): value for name, value in parts.items()}
    regions = cells.get("regions", {})
    if "names" in regions:
        regions.setdefault("count", len(regions["names"]))
    if "json" in cells.get("formats", ()):
        cells.setdefault("capabilities", []).append("json")
    return _record(Model, cells, row, file, context)


def entry_of(row: Row, file: Path, context: Context) -> Entry:
    """Return what a row of prices.csv says.

    Raises:
        DossierError: with one problem for each bad cell.
    """
    cells = _cells(row)
    about: dict[str, Any] = {name: cells.pop(name) for name in ("maker", "model") if name in cells}
    return _record(Entry, {**about, "listing": cells}, row, file, context)


def _cells(row: Row) -> dict[str, Any]:
    return {
        name: [item.strip() for item in cell.split(";")] if name in _LISTS else cell
        for name, cell in row.cells.items()
    }


def _part_of(column: str, field: str, cells: Mapping[str, Any]) -> bool:
    return column in cells and (column == field or column.startswith(f"{field}_"))


def _part(column: str, field: str) -> str:
    return column.removeprefix(field).removeprefix("_") or "names"


def _record(
    record: type[_Row], cells: dict[str, Any], row: Row, file: Path, context: Context
) -> _Row:
    try:
        return record.model_validate(cells, context=dict(context))
    except ValidationError as error:
        name = row.cells.get("id", "the row")
        raise DossierError(
            Problem(file, row.line, f"{name}{_column(fault)}: {reason_of(fault)}")
            for fault in error.errors()
        ) from None


def _column(fault: ErrorDetails) -> str:
    steps = [step for step in fault["loc"] if isinstance(step, str) and step != "listing"]
    return f", column {'_'.join(steps).removesuffix('_names')}" if steps else ""
