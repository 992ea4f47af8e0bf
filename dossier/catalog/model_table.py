"""The table of all models: what its cells say, and what it can be filtered by."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Literal, get_args

from babel.numbers import format_decimal

from dossier.catalog import notation, values
from dossier.catalog.schema import Catalog, Maker, Model
from dossier.files.dates import Date
from dossier.locales import Bilingual, Locale

ROWS_AT_FIRST = 400
"""How many rows the page holds; scripts fetch the others, and the makers' pages have them all."""


@dataclass(frozen=True)
class Column:
    """A column: its name, the schema's own, the key of its title, and how it is sorted."""

    name: str
    word: str
    type: Literal["text", "number", "date"] = "text"


@dataclass(frozen=True)
class _Values:
    """The values that a column can hold, in the order to show them, and their labels' group."""

    group: str
    all: tuple[str, ...]


_VALUES = {
    "kind": _Values("kind", get_args(values.Kind)),
    "inputs": _Values("modality", get_args(values.Modality)),
    "outputs": _Values("modality", get_args(values.Modality)),
    "capabilities": _Values("capability", get_args(values.Capability)),
    "lifecycle": _Values("lifecycle", get_args(values.Lifecycle)),
    "sold_by": _Values("seller", get_args(values.Seller)),
}
_LISTS = {"inputs", "outputs", "capabilities"}

Match = Literal["any", "all"]
Labels = Mapping[str, Mapping[str, str]]
"""What values are called, by column and value."""

COLUMNS = (
    Column("id", "column-model"),
    Column("maker", "column-maker"),
    Column("kind", "column-kind"),
    Column("inputs", "column-input"),
    Column("outputs", "column-output"),
    Column("context", "column-context", "number"),
    Column("max_input", "column-max-input", "number"),
    Column("max_output", "column-max-output", "number"),
    Column("capabilities", "column-capabilities"),
    Column("lifecycle", "column-lifecycle"),
    Column("retirement", "column-retirement", "date"),
    Column("sold_by", "column-seller"),
    Column("price_input", "column-price-input", "number"),
    Column("price_output", "column-price-output", "number"),
)


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the same for machines; lists are separated by spaces there."""

    text: str = ""
    value: str = ""


@dataclass(frozen=True)
class Row:
    """A model: its key, the address of its entry from the catalog's page, a cell a column."""

    key: str
    page: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Choice:
    """A value to filter by, and how many models have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A column to filter by: a model must have any of the values chosen, or all of them."""

    column: Column
    match: Match
    choices: list[Choice]


@dataclass(frozen=True)
class ModelTable:
    """The table in one language, rows in the order of the data."""

    rows: list[Row]
    facets: list[Facet]
    makers: list[Maker]
    columns: tuple[Column, ...] = COLUMNS

    @cached_property
    def first(self) -> list[Row]:
        """The rows that stand in the page."""
        return self.rows[:ROWS_AT_FIRST]

    @cached_property
    def others(self) -> list[Row]:
        """The rows that scripts fetch."""
        return self.rows[ROWS_AT_FIRST:]


def model_table(catalog: Catalog, wording: Mapping[str, Bilingual], locale: Locale) -> ModelTable:
    """Return the table of a catalog in one language."""
    labels = {
        name: {value: wording[f"catalog-{values.group}-{value}"][locale] for value in values.all}
        for name, values in _VALUES.items()
    }
    write = _writers(labels, locale)
    rows = [
        Row(
            model.key,
            f"{model.maker.slug}/#{model.key}",
            tuple(write[column.name](model) for column in COLUMNS),
        )
        for model in catalog.models
    ]
    makers = sorted({model.maker for model in catalog.models}, key=lambda one: one.name.casefold())
    labels["maker"] = {maker.slug: maker.name for maker in makers}
    return ModelTable(rows, list(_facets(rows, labels)), makers)


def rows_json(rows: Sequence[Row]) -> str:
    """Return rows as scripts read them (models/rows.js).

    A list for each: its key, its address, then for each cell its text, or its text and its
    value where the two differ.
    """
    lists = [[row.key, row.page, *map(_compact, row.cells)] for row in rows]
    return json.dumps(lists, ensure_ascii=False, separators=(",", ":"))


def _compact(cell: Cell) -> str | list[str]:
    return cell.text if cell.text == cell.value else [cell.text, cell.value]


def _writers(labels: Labels, locale: Locale) -> dict[str, Callable[[Model], Cell]]:
    """Return, by column, what writes its cells."""

    def listed(column: str, values: Sequence[str | None]) -> Cell:
        stated = [value for value in values if value]
        return Cell(", ".join(labels[column][value] for value in stated), " ".join(stated))

    @cache
    def number(value: int | None) -> Cell:
        return Cell(format_decimal(value, locale=locale), str(value)) if value else Cell()

    @cache
    def price(value: Decimal | None) -> Cell:
        if value is None:
            return Cell()
        return Cell(notation.price(value, locale), f"{value.normalize():f}")

    @cache
    def date(value: Date | None) -> Cell:
        return Cell(value.format(locale), str(value)) if value else Cell()

    return {
        "id": lambda model: Cell(model.id, model.id),
        "maker": lambda model: Cell(model.maker.name, model.maker.slug),
        "kind": lambda model: listed("kind", [model.kind]),
        "inputs": lambda model: listed("inputs", model.inputs),
        "outputs": lambda model: listed("outputs", model.outputs),
        "context": lambda model: number(model.context),
        "max_input": lambda model: number(model.max_input),
        "max_output": lambda model: number(model.max_output),
        "capabilities": lambda model: listed("capabilities", model.capabilities),
        "lifecycle": lambda model: listed("lifecycle", [model.lifecycle]),
        "retirement": lambda model: date(model.retirement),
        "sold_by": lambda model: listed("sold_by", [model.sold_by]),
        "price_input": lambda model: price(model.listing and model.listing.price_input),
        "price_output": lambda model: price(model.listing and model.listing.price_output),
    }


def _facets(rows: Sequence[Row], labels: Labels) -> Iterator[Facet]:
    """Give the columns to filter by, each with the values that it holds."""
    for at, column in enumerate(COLUMNS):
        if column.name in labels:
            counts = Counter(value for row in rows for value in row.cells[at].value.split())
            choices = [
                Choice(value, label, counts[value])
                for value, label in labels[column.name].items()
                if counts[value]
            ]
            yield Facet(column, "all" if column.name in _LISTS else "any", choices)
