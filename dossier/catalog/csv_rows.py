"""Rows of data/catalog/models.csv and prices.csv, parsed into records."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.catalog.schema import CatalogRecord, Listing, MakerRef, Model
from dossier.catalog.values import Name
from dossier.files.plain_text import CsvRow
from dossier.files.problems import DossierError, Problem, reason_of

MODEL_COLUMNS = (
    "id", "maker", "server", "kind", "apis", "inputs", "outputs", "context", "max_input",
    "max_output", "capabilities", "lacks", "formats", "languages", "deployments",
    "deployments_as_of", "regions", "regions_count", "regions_deployment", "regions_as_of",
    "lifecycle", "lifecycle_as_of", "retirement", "replacement", "sold_by", "versions",
    "knowledge_cutoff", "notes", "documents",
)  # fmt: skip

_PRICE_ONLY = ("maker", "model")
"""The columns of prices.csv that are not fields of a listing."""
PRICE_COLUMNS = ("id", "name", *_PRICE_ONLY, *list(Listing.model_fields)[2:])

_LISTS = {
    "apis", "inputs", "outputs", "capabilities", "lacks", "formats", "languages", "deployments",
    "regions", "replacement", "versions", "notes", "documents",
}  # fmt: skip
"""The columns whose cells are lists, separated by “;”."""

References = Mapping[str, Mapping[str, Any]]
"""The records that cells refer to by key: "makers", "notes" and "documents"."""

_Parsed = TypeVar("_Parsed", bound=CatalogRecord)


class PriceRow(CatalogRecord):
    """A row of prices.csv: a listing, its maker, and its id in models.csv if that differs."""

    maker: MakerRef
    model: Name | None = None
    listing: Listing


def parse_model(row: CsvRow, file: Path, references: References) -> Model:
    """Return the model in a row of models.csv; the format "json" is also a capability.

    Raises:
        DossierError: one problem for each invalid cell.
    """
    cells = _cells(row)
    for field in ("deployments", "regions"):
        columns = [name for name in cells if name.startswith(field)]
        if columns:
            parts = {name[len(field) + 1 :] or "names": cells.pop(name) for name in columns}
            cells[field] = parts
    regions = cells.get("regions", {})
    if "names" in regions:
        regions.setdefault("count", len(regions["names"]))
    if "json" in cells.get("formats", ()):
        cells.setdefault("capabilities", []).append("json")
    return _validate(Model, cells, row, file, references)


def parse_price(row: CsvRow, file: Path, references: References) -> PriceRow:
    """Return the record in a row of prices.csv.

    Raises:
        DossierError: one problem for each invalid cell.
    """
    listing = _cells(row)
    cells = {name: listing.pop(name) for name in _PRICE_ONLY if name in listing}
    return _validate(PriceRow, cells | {"listing": listing}, row, file, references)


def _cells(row: CsvRow) -> dict[str, Any]:
    return {
        name: [item.strip() for item in cell.split(";")] if name in _LISTS else cell
        for name, cell in row.cells.items()
    }


def _validate(
    record: type[_Parsed], cells: dict[str, Any], row: CsvRow, file: Path, references: References
) -> _Parsed:
    try:
        return record.model_validate(cells, context=dict(references))
    except ValidationError as error:
        name = row.cells.get("id", "the row")
        raise DossierError(
            Problem(file, row.line, f"{name}{_column(details)}: {reason_of(details)}")
            for details in error.errors()
        ) from None


def _column(error: ErrorDetails) -> str:
    steps = [step for step in error["loc"] if isinstance(step, str) and step != "listing"]
    return f", column {'_'.join(steps).removesuffix('_names')}" if steps else ""
