"""The table of all models in one language: its cells, what to filter by, its presets."""

import datetime
from calendar import monthrange
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
Unit = Literal["", "tokens", "dollars"]


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        name: the field of the model, or of its listing.
        word: the key of its title in the wording.
        type: how it is sorted, and how scripts read its text.
        labels: the group of its values' labels in the wording, catalog-GROUP-VALUE.
        choices: its values, in the order of the filter.
        match: how the filter combines the values chosen: see Facet.
        unit: the key of its unit in the wording, unit-UNIT.
    """

    name: str
    word: str
    type: Literal["text", "number", "date"] = "text"
    labels: str = ""
    choices: tuple[str, ...] = ()
    match: Match = "any"
    unit: Unit = ""


_MODALITIES = get_args(values.Modality)

COLUMNS = (
    Column("id", "column-model"),
    Column("maker", "column-maker"),
    Column("kind", "column-kind", "text", "kind", get_args(values.Kind)),
    Column("inputs", "column-input", "text", "modality", _MODALITIES, "all"),
    Column("outputs", "column-output", "text", "modality", _MODALITIES, "all"),
    Column("context", "column-context", "number", unit="tokens"),
    Column("max_input", "column-max-input", "number", unit="tokens"),
    Column("max_output", "column-max-output", "number", unit="tokens"),
    Column(
        "capabilities", "column-capabilities", "text", "capability", get_args(values.Capability),
        "all",
    ),
    Column("lifecycle", "column-lifecycle", "text", "lifecycle", get_args(values.Lifecycle)),
    Column("retirement", "column-retirement", "date"),
    Column("sold_by", "column-seller", "text", "seller", get_args(values.Seller)),
    Column("price_input", "column-price-input", "number", unit="dollars"),
    Column("price_output", "column-price-output", "number", unit="dollars"),
)  # fmt: skip

RANGES = (
    ("context", ("context", "max_input")),
    ("price_input", ("price_input",)),
    ("retirement", ("retirement",)),
)
"""Columns to filter by a range, each with those that answer its question: the first counts."""

_CHEAPEST = "capabilities=tools&lifecycle=ga&lifecycle=preview&price_input=0..&sort=price_input"

PRESETS = (
    ("large", "context=1000000.."),
    ("retiring", "retirement=0m..6m&sort=retirement"),
    ("cheapest", _CHEAPEST),
    ("grok", "find=grok"),
)
"""Queries of the table's address, with the word of each, preset-WORD: see state.js."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell and its machine-readable value, in which spaces separate a list.

    Scripts find the value from the text: by the labels of the filter, or as a number.
    """

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
class Range:
    """A column to filter by its least and its greatest value, both included.

    Attributes:
        column: the column whose name it has.
        names: the columns that it reads; of a model, the first that states a value.
        bounds: the least and the greatest text in them; none for dates.
    """

    column: Column
    names: tuple[str, ...]
    bounds: tuple[str, ...]


@dataclass(frozen=True)
class Retirements:
    """The models that retire in the six months from a day, for readers without scripts."""

    first: PartialDate
    last: PartialDate
    rows: list[ModelRow]


@dataclass(frozen=True)
class ModelTable:
    """The table in one language, rows in the order of the data."""

    rows: list[ModelRow]
    facets: list[Facet]
    ranges: list[Range]
    retirements: Retirements | None
    columns: tuple[Column, ...] = COLUMNS
    presets: tuple[tuple[str, str], ...] = PRESETS


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
    return ModelTable(
        rows,
        list(_facets(rows, labels)),
        [_range(rows, *names) for names in RANGES],
        _retirements(rows, catalog.as_of.first_day()) if catalog.as_of else None,
    )


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


def _range(rows: Sequence[ModelRow], name: str, names: tuple[str, ...]) -> Range:
    at = {column.name: index for index, column in enumerate(COLUMNS)}
    column = COLUMNS[at[name]]
    cells = [row.cells[at[one]] for row in rows for one in names if row.cells[at[one]].value]
    if column.type != "number" or not cells:
        return Range(column, names, ())
    bounds = (bound(cells, key=lambda cell: float(cell.value)).text for bound in (min, max))
    return Range(column, names, tuple(bounds))


def _retirements(rows: Sequence[ModelRow], day: datetime.date) -> Retirements:
    """Return the models that retire in the six months from `day`, both ends included."""
    months = day.month + 6
    year, month = day.year + (months - 1) // 12, (months - 1) % 12 + 1
    last = datetime.date(year, month, min(day.day, monthrange(year, month)[1]))
    at = next(index for index, column in enumerate(COLUMNS) if column.name == "retirement")
    dated = [(date, row) for row in rows if (date := row.cells[at].value)]
    found = [(date, row) for date, row in dated if str(day) <= date <= str(last)]
    found.sort(key=lambda one: one[0])
    first, end = PartialDate.parse(str(day)), PartialDate.parse(str(last))
    return Retirements(first, end, [row for _, row in found])
