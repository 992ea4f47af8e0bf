"""The table of all models in one language: its cells, and the values to filter by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from dossier.catalog import notation, values
from dossier.catalog.schema import Catalog, Maker, Model
from dossier.files.dates import PartialDate
from dossier.locales import Bilingual, Locale

Match = Literal["any", "all"]


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        name: the field of the model, or of its listing.
        word: the key of its title in the wording.
        type: how it is sorted.
        labels: the group of its values' labels in the wording, catalog-GROUP-VALUE.
        choices: its values, in the order of the filter.
        match: how the filter combines the values chosen: see Facet.
    """

    name: str
    word: str
    type: Literal["text", "number", "date"] = "text"
    labels: str = ""
    choices: tuple[str, ...] = ()
    match: Match = "any"


_MODALITIES = get_args(values.Modality)

COLUMNS = (
    Column("id", "column-model"),
    Column("maker", "column-maker"),
    Column("kind", "column-kind", "text", "kind", get_args(values.Kind)),
    Column("inputs", "column-input", "text", "modality", _MODALITIES, "all"),
    Column("outputs", "column-output", "text", "modality", _MODALITIES, "all"),
    Column("context", "column-context", "number"),
    Column("max_input", "column-max-input", "number"),
    Column("max_output", "column-max-output", "number"),
    Column(
        "capabilities", "column-capabilities", "text", "capability", get_args(values.Capability),
        "all",
    ),
    Column("lifecycle", "column-lifecycle", "text", "lifecycle", get_args(values.Lifecycle)),
    Column("retirement", "column-retirement", "date"),
    Column("sold_by", "column-seller", "text", "seller", get_args(values.Seller)),
    Column("price_input", "column-price-input", "number"),
    Column("price_output", "column-price-output", "number"),
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """The text of a cell, and its value for scripts, in which spaces separate a list."""

    text: str = ""
    value: str = ""


@dataclass(frozen=True)
class ModelRow:
    """A model or version: its key, the address of its entry from the catalog, a cell per column."""

    key: str
    page: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Choice:
    """A value to filter by, and the number of models that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A column to filter by: a model must have any of the values chosen, or all of them."""

    column: Column
    choices: list[Choice]


@dataclass(frozen=True)
class ModelTable:
    """The table in one language, rows in the order of the data."""

    rows: list[ModelRow]
    facets: list[Facet]
    columns: tuple[Column, ...] = COLUMNS


def model_table(catalog: Catalog, wording: Mapping[str, Bilingual], locale: Locale) -> ModelTable:
    """Return the table of a catalog in one language."""
    labels = {
        column.name: {
            value: wording[f"catalog-{column.labels}-{value}"][locale] for value in column.choices
        }
        for column in COLUMNS
    }
    rows = [
        ModelRow(
            # The key of a model stays in the addresses of comparisons.
            model.model if model.lasting else model.key,
            f"{model.maker.slug}/#{model.key}",
            tuple(_cell(_value(model, name), names, locale) for name, names in labels.items()),
        )
        for model in catalog.rows
    ]
    makers = sorted({model.maker for model in catalog.models}, key=lambda one: one.name.casefold())
    labels["maker"] = {maker.slug: maker.name for maker in makers}
    return ModelTable(rows, list(_facets(rows, labels)))


def _value(model: Model, column: str) -> Any:
    if column.startswith("price_"):
        return getattr(model.listing, column, None)
    return model.name if column == "id" else getattr(model, column)


def _cell(value: Any, labels: Mapping[str, str], locale: Locale) -> Cell:
    match value:
        case None | ():
            text, machine = "", ""
        case Maker():
            text, machine = value.name, value.slug
        case int():
            text, machine = notation.number(value, locale), str(value)
        case Decimal():
            text, machine = notation.price(value, locale), f"{value.normalize():f}"
        case PartialDate():
            text, machine = notation.date(value, locale), str(value)
        case tuple():
            text, machine = ", ".join(labels[one] for one in value), " ".join(value)
        case _:
            text, machine = labels.get(value, value), value
    return Cell(text, machine)


def _facets(rows: Sequence[ModelRow], labels: Mapping[str, Mapping[str, str]]) -> Iterator[Facet]:
    """Yield each column to filter by, with the values that it has."""
    for at, column in enumerate(COLUMNS):
        if names := labels[column.name]:
            counts = Counter(value for row in rows for value in row.cells[at].value.split())
            found = [(value, label) for value, label in names.items() if counts[value]]
            choices = [Choice(value, label, counts[value]) for value, label in found]
            yield Facet(column, choices)
