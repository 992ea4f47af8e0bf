"""The description of the downloads, data/catalog/downloads.yml, and the type of each column."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from dossier.catalog.schema import CatalogRecord
from dossier.catalog.tables import Json, row_schema
from dossier.files.problems import checking, read_text
from dossier.files.records import Key, parse_yaml, validate
from dossier.locales import Bilingual

ColumnPath = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)*$")]
"""The path of a column into a row as JSON has it: listing.price_input."""


class PackageLink(CatalogRecord):
    """A license or source, with its address."""

    title: str
    path: str
    name: str | None = None


class ColumnText(Bilingual):
    """What a column says of a row, in both languages.

    Attributes:
        unit: a key of the package's units.
        type: “date” if its dates are always days; else its type is that of the field.
        refers: the table and column that have each of its values: "makers.slug".
    """

    unit: Key | None = None
    type: Literal["date"] | None = None
    refers: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z]+$")] | None = None


class TableText(CatalogRecord):
    """What a table has, and its columns.

    Attributes:
        rows: the list in a model that has a row for each item.
        unique: the columns that no two rows have alike.
    """

    about: Bilingual
    rows: ColumnPath | None = None
    unique: tuple[str, ...] = ()
    columns: dict[ColumnPath, ColumnText]


class Package(CatalogRecord):
    """The title and description of the whole, its licenses and sources, units and tables.

    Hashed by identity, so that results can be cached.
    """

    title: Bilingual
    about: Bilingual
    licenses: tuple[PackageLink, ...]
    sources: tuple[PackageLink, ...]
    units: dict[Key, Bilingual]
    tables: dict[Key, TableText]

    __hash__ = object.__hash__


@dataclass(frozen=True)
class TableColumn:
    """A column of a table.

    Attributes:
        path: the steps into a row.
        type: in the words of Table Schema; for a list, that of its items.
        constraints: in the words of Table Schema; for a list, those of its items.
    """

    name: str
    path: tuple[str, ...]
    text: ColumnText
    type: str
    is_list: bool
    constraints: Json


def load_package(file: Path) -> Package:
    """Read the description of the downloads.

    Raises:
        DossierError: the file is malformed, or a table cannot have one of its columns.
    """
    parsed = parse_yaml(read_text(file), file)
    package: Package = validate(parsed, Package)
    known = {f"{name}.{path}" for name, table in package.tables.items() for path in table.columns}
    with checking() as problems:
        for name, table in package.tables.items():
            for path, words in table.columns.items():
                try:
                    _column(name, table, path)
                    if words.unit and words.unit not in package.units:
                        raise LookupError(f"{path}: there is no unit “{words.unit}”: add it")
                    if words.refers and words.refers not in known:
                        message = f"{path}: there is no column “{words.refers}”: correct the name"
                        raise LookupError(message)
                except LookupError as error:
                    where = ("tables", name, "columns", path)
                    problems.append(parsed.problem(where, f"{name}: {error.args[0]}"))
    return package


def columns_of(name: str, table: TableText) -> list[TableColumn]:
    """Return the columns of a table."""
    return [_column(name, table, path) for path in table.columns]


def _column(name: str, table: TableText, path: str) -> TableColumn:
    steps = tuple(path.split("."))
    found = field_at(row_schema(name), steps, table.rows)
    words = table.columns[path]
    type_ = words.type or found.node.get("type", "string")
    constraints: Json = {"required": True} if found.always and not found.lists else {}
    if "enum" in found.node:
        constraints["enum"] = found.node["enum"]
    elif "pattern" in found.node and type_ != "date":
        constraints["pattern"] = found.node["pattern"]
    if type_ == "number" or found.node.get("exclusiveMinimum") == 0:
        constraints["minimum"] = int(type_ == "integer")
    title = path.removeprefix(f"{table.rows}.").replace(".", "_")
    return TableColumn(title, steps, words, type_, bool(found.lists), constraints)


class FieldSchema(NamedTuple):
    """A field in a JSON Schema.

    Attributes:
        property: its entry among the properties of its record.
        node: the schema of its value or, if it is a list, of an item.
        always: whether every row, or every item, has it.
        lists: the number of lists that lead to it.
    """

    property: Json
    node: Json
    always: bool
    lists: int


def field_at(schema: Json, path: tuple[str, ...], rows: str | None = None) -> FieldSchema:
    """Return the field at a path; the list in the field `rows` has a row for each item.

    Raises:
        LookupError: the records have no such field.
    """
    found = FieldSchema({}, schema, True, 0)
    for step in path:
        properties = found.node.get("properties", {})
        if step not in properties:
            raise LookupError(f"{'.'.join(path)} is not a field of a row: correct the path")
        found = _inside(schema, properties[step], found)
        if step == rows:
            found = found._replace(always=True, lists=0)
    if "properties" in found.node or found.lists > 1:
        raise LookupError(f"{'.'.join(path)} does not fit in a cell: give it a table of its own")
    return found


def _inside(schema: Json, entry: Json, found: FieldSchema) -> FieldSchema:
    """Return a property with the schema of its value, without references, lists and null."""
    node, always, lists = entry, found.always, found.lists
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            always = False
            node = next(one for one in node["anyOf"] if one.get("type") != "null")
        elif node.get("type") == "array":
            node, lists = node["items"], lists + 1
        else:
            return FieldSchema(entry, node, always, lists)
