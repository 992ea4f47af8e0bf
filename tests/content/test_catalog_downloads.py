"""The files of the catalog: complete, valid by their standards, and safe to open."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package as DataPackage
from jsonschema import Draft202012Validator

from dossier.catalog.downloads import JSON, LINES, PACKAGE, SCHEMA, csv_name, downloads
from dossier.catalog.package import columns_of
from dossier.catalog.schema import Catalog, Model
from dossier.catalog.tables import SEPARATOR, documents_of, text_of, value_at
from dossier.catalog.values import key_of
from dossier.load import load
from dossier.locales import LOCALES, Bilingual
from tests.support.each import each_reported
from tests.support.site import ROOT
from tests.support.tables import read_table

DOSSIER = load(ROOT)
CATALOG, TABLES = DOSSIER.catalog, DOSSIER.package.tables
COLUMNS = {name: columns_of(name, table) for name, table in TABLES.items()}
FILES = downloads(CATALOG, DOSSIER.package)
CASES = read_table("content/catalog.yml")


def rows(table: str, files: Mapping[str, bytes] = FILES) -> list[dict[str, str]]:
    text = io.StringIO(files[csv_name(table)].decode("utf-8"), newline="")
    return list(csv.DictReader(text, strict=True))


def saved(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / PACKAGE


def leaves(value: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each text, number and answer in JSON, with the path that leads to it."""
    if isinstance(value, list):
        for item in value:
            yield from leaves(item, before)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, f"{before}.{name}".removeprefix("."))
    elif value is not None:
        yield before, value


ROWS = {name: rows(name) for name in TABLES}
MODELS = json.loads(FILES[JSON])


def test_the_csv_is_as_rfc_4180_has_it() -> None:
    with each_reported("dossier/catalog/downloads.py: _csv") as at:
        for name, columns in COLUMNS.items():
            content = FILES[csv_name(name)]
            with at(name):
                assert content.count(b"\n") == content.count(b"\r\n") == len(ROWS[name]) + 1
                text = io.StringIO(content.decode("utf-8"), newline="")
                table = list(csv.reader(text, strict=True))
                assert {len(row) for row in table} == {len(columns)}
                assert table[0] == [column.name for column in columns]


def test_every_cell_of_the_csv_is_what_the_data_say() -> None:
    for row, model in zip(ROWS["models"], CATALOG.rows, strict=True):
        listing = model.listing
        assert row["id"] == model.id
        assert (row["version"], row["key"], row["model"]) == (
            model.version or "", model.key, model.model,
        )  # fmt: skip
        assert row["maker_slug"] == model.maker.slug
        assert row["server_slug"] == (model.server.slug if model.server else "")
        assert row["inputs"] == SEPARATOR.join(model.inputs)
        assert row["context"] == str(model.context or "")
        assert row["lifecycle_as_of"] == str(model.lifecycle_as_of or "")
        assert row["notes_fr"] == SEPARATOR.join(note.fr for note in model.notes)
        assert row["documents_id"] == SEPARATOR.join(one.id for one in model.documents)
        price, tools = (listing.price_input, listing.tools) if listing else (None, None)
        cell = row["listing_price_input"]
        assert (Decimal(cell) if cell else None) == price
        assert row["listing_tools"] == {None: "", True: "true", False: "false"}[tools]
    regions = [(model.key, one) for model in CATALOG.rows for one in model.regions]
    for row, (key, one) in zip(ROWS["regions"], regions, strict=True):
        assert (row["key"], row["deployment"]) == (key, one.deployment)
        assert (row["count"], row["names"]) == (str(one.count), SEPARATOR.join(one.names))


def test_every_field_of_a_model_is_in_a_table() -> None:
    """What a model says of its maker and documents is in their tables, by the key it has too."""
    found = {path for model in MODELS for path, _ in leaves(model)}
    tables = {"maker": "makers", "server": "makers", "documents": "documents"}
    here = {".".join(column.path) for name in ("models", "regions") for column in COLUMNS[name]}
    there = {
        f"{field}.{'.'.join(column.path)}"
        for field, table in tables.items()
        for column in COLUMNS[table]
    }
    assert found - here - there == set()
    # In some model, each column has a value.
    assert {path for path in here if path not in found} == set()


def test_every_list_can_be_split_again() -> None:
    dumped = [model.model_dump(mode="json") for model in CATALOG.rows]
    lists = [column for column in COLUMNS["models"] if column.is_list]
    assert {"inputs", "aliases", "notes_fr", "documents_id"} <= {column.name for column in lists}
    with each_reported("choose another SEPARATOR, or give the list a table of its own") as at:
        for column in lists:
            with at(column.name):
                for row, model in zip(ROWS["models"], dumped, strict=True):
                    items = value_at(model, column.path) or []
                    cell = row[column.name]
                    assert (cell.split(SEPARATOR) if cell else []) == [*map(str, items)]


def test_integers_are_integers() -> None:
    with each_reported("write whole numbers without a point") as at:
        for name, columns in COLUMNS.items():
            for column in columns:
                if column.type == "integer":
                    cells = {row[column.name] for row in ROWS[name]}
                    with at(f"{name}: {column.name}"):
                        assert all(re.fullmatch(r"(\d+(\|\d+)*)?", cell) for cell in cells)
        counted = {".".join(c.path) for c in COLUMNS["models"] if c.type == "integer"}
        for model in MODELS:
            with at(model["key"]):
                values = [value for path, value in leaves(model) if path in counted]
                assert all(type(value) is int for value in values)
    assert b'"context": 128000,' in FILES[JSON]


def test_every_column_is_described_in_both_languages() -> None:
    """In the Data Package, and in the JSON Schema; a limit or a price has its unit too."""
    described = {
        (resource["name"], field["name"]): field
        for resource in json.loads(FILES[PACKAGE])["resources"]
        for field in resource.get("schema", {}).get("fields", ())
    }
    with each_reported("data/catalog/downloads.yml") as at:
        for name, columns in COLUMNS.items():
            for column in columns:
                field = described.pop((name, column.name))
                with at(f"{name}: {column.name}"):
                    assert all(column.text[locale] in field["description"] for locale in LOCALES)
                    is_counted = column.type in ("integer", "number")
                    assert bool(field.get("unit")) == is_counted
                    items = field if not column.is_list else field.get("items", {})
                    assert items["constraints"] == column.constraints
        definitions = json.loads(FILES[SCHEMA])["$defs"]
        for name, record in definitions.items():
            for property_, entry in record["properties"].items():
                if not re.search(r"\$ref", json.dumps(entry)):
                    with at(f"{name}.{property_} in {SCHEMA}"):
                        assert "\n\n" in entry.get("description", "")
                        counted = re.search(r'"(integer|number)"', json.dumps(entry))
                        assert bool(entry.get("unit")) == bool(counted)
    assert not described


def test_the_json_fits_its_schema_and_holds_every_model() -> None:
    schema = json.loads(FILES[SCHEMA])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(MODELS)
    assert [model["key"] for model in MODELS] == [model.key for model in CATALOG.rows]
    assert {frozenset(model) for model in MODELS} == {
        frozenset(Model.model_fields) | frozenset(Model.model_computed_fields)
    }
    assert [json.loads(line) for line in FILES[LINES].splitlines()] == MODELS


def test_the_schema_refuses_what_the_data_refuse() -> None:
    model = MODELS[0]
    validator = Draft202012Validator(json.loads(FILES[SCHEMA]))
    assert validator.is_valid([model])
    for field, wrong in CASES["refused"].items():
        assert not validator.is_valid([{**model, field: wrong}]), field


def test_the_package_is_valid_with_its_data(tmp_path: Path) -> None:
    package = json.loads(FILES[PACKAGE])
    assert {one["path"] for one in package["resources"]} == FILES.keys() - {PACKAGE}
    assert [one["type"] for one in package["resources"]].count("table") == len(TABLES)
    report = DataPackage(str(saved(FILES, tmp_path))).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["tasks"] == len(package["resources"])


def test_the_package_detects_altered_data(tmp_path: Path) -> None:
    table = FILES["models.csv"].decode()
    for old, new, _ in CASES["altered"]:
        assert old in table
        table = table.replace(old, new, 1)
    package = saved({**FILES, "models.csv": table.encode()}, tmp_path)
    found = {type_ for [type_] in DataPackage(str(package)).validate().flatten(["type"])}
    assert found >= {error for _, _, error in CASES["altered"]}


def test_the_package_names_licenses_provenance_and_the_date_of_the_data() -> None:
    package = json.loads(FILES[PACKAGE])
    assert [license_["name"] for license_ in package["licenses"]] == ["CC-BY-4.0", "MIT"]
    assert {source["path"] for source in package["sources"]} >= {
        f"https://github.com/{document.repo}"
        for model in CATALOG.models
        for document in model.documents
        if document.repo
    }
    assert package["version"] == str(CATALOG.as_of)


@pytest.mark.parametrize("formula", CASES["formulas"])
def test_a_formula_reaches_no_spreadsheet(formula: str) -> None:
    """The data refuse such an id: here it is set behind their back."""
    note = Bilingual(fr=formula.strip(), en=formula.strip())
    model = CATALOG.models[0].model_copy(update={"id": formula, "notes": (note,)})
    made = downloads(Catalog({}, (model,)), DOSSIER.package)
    [row] = rows("models", made)
    assert (row["id"], row["notes_fr"]) == (f"'{formula}", f"'{note.fr}")
    [record] = json.loads(made[JSON])
    assert record["id"] == formula


# The other tables


def test_every_cell_has_its_document() -> None:
    documents = {one.id: one for one in documents_of(CATALOG)}
    assert [row["id"] for row in ROWS["documents"]] == list(documents)
    files = {file.stem for file in (ROOT / "data/catalog/readings").glob("*.csv")}
    assert documents.keys() == files
    shown = {(row["key"], row["field"]): row for row in ROWS["cells"]}
    stated = {
        (model.key, field): cell
        for model in CATALOG.rows
        for field, cell in CATALOG.cells[model.key].items()
    }
    assert shown.keys() == stated.keys()
    for at, cell in stated.items():
        row = shown[at]
        assert (row["value"], row["printed"]) == (text_of(cell), cell.printed)
        assert documents[row["document"]] == cell.document


def test_every_contradiction_and_every_history_is_there() -> None:
    for table, found in (
        ("contradictions", CATALOG.contradictions),
        ("history", CATALOG.histories),
    ):
        told = [
            (one.model, one.field, one.version, text_of(each), each.document.id)
            for one in found
            for each in one.statements
        ]
        columns = ("model", "field", "version", "value", "document")
        assert [tuple(row[name] for name in columns) for row in ROWS[table]] == told
    shown = [row["shown"] == "true" for row in ROWS["contradictions"]]
    assert shown == [not n for one in CATALOG.contradictions for n in range(len(one.statements))]
    contradicted = [row for row in ROWS["contradictions"] if not row["convention"]]
    assert 0 < len(contradicted) < len(shown)


def test_the_changelog_leads_to_the_data() -> None:
    """The latest change of a field has what its cell shows, and every row starts as new."""
    latest: dict[tuple[str, str], str] = {}
    for row in ROWS["changes"]:
        key = key_of(f"{row['model']} {row['version']}")
        latest.setdefault((key, row["field"]), row["after"])
    cells = {(row["key"], row["field"]): row["value"] for row in ROWS["cells"]}
    rows_ = {row["key"] for row in ROWS["models"]}
    assert {key for key, field in latest if not field} >= rows_
    with each_reported("dossier/catalog/changes.py") as at:
        for (key, field), after in latest.items():
            if field and key in rows_:
                value = cells.get((key, field), "")
                with at(f"{key}: {field}"):
                    assert set(after.split(SEPARATOR)) == set(value.split(SEPARATOR))
    dates = [row["date"] for row in ROWS["changes"]]
    assert dates == sorted(dates, reverse=True)
    assert set(dates) <= {row["date"] for row in ROWS["documents"]}


def test_every_name_in_a_document_leads_to_one_model_that_keeps_its_key() -> None:
    models: dict[str, set[str]] = {}
    for row in ROWS["models"]:
        assert row["model"] == key_of(row["id"])
        for name in (row["id"], *filter(None, row["aliases"].split(SEPARATOR))):
            models.setdefault(key_of(name), set()).add(row["model"])
    with each_reported("add the name to the aliases of its model in models.csv") as at:
        for file in sorted((ROOT / "data/catalog/readings").glob("*.csv")):
            lines = file.read_text(encoding="utf-8").splitlines()
            table = csv.DictReader(line for line in lines if not line.startswith("#"))
            for name in {row["model"] for row in table}:
                with at(f"{file.name}: {name}"):
                    assert len(models.get(key_of(name), ())) == 1
