"""The files of the catalog: complete, valid by their standards, and safe to open."""

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator

from dossier.catalog.downloads import COLUMNS, CSV, JSON, PACKAGE, SCHEMA, column_name, downloads
from dossier.catalog.schema import Catalog, Model
from dossier.load import load
from dossier.locales import LOCALES, Bilingual, Locale, site_path
from tests.support.site import ROOT, Site, first, plain
from tests.support.tables import read_table

DOSSIER = load(ROOT)
MODELS = DOSSIER.catalog.rows
FILES = downloads(DOSSIER.catalog, DOSSIER.wording)
CASES = read_table("content/catalog.yml")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def saved(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / PACKAGE


def test_the_csv_is_as_rfc_4180_has_it() -> None:
    content = FILES[CSV]
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == len(MODELS) + 1
    table = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert {len(row) for row in table} == {len(COLUMNS)}
    assert table[0] == [column_name(path) for path in COLUMNS]


def test_every_cell_of_the_csv_is_what_the_data_say() -> None:
    for row, model in zip(rows(FILES[CSV]), MODELS, strict=True):
        listing = model.listing
        assert row["id"] == model.id
        assert (row["version"], row["key"], row["model"]) == (
            model.version or "", model.key, model.model,
        )  # fmt: skip
        assert row["maker_slug"] == model.maker.slug
        assert row["server_slug"] == (model.server.slug if model.server else "")
        assert row["inputs"] == ";".join(model.inputs)
        assert row["context"] == str(model.context or "")
        assert row["lifecycle_as_of"] == str(model.lifecycle_as_of or "")
        assert row["regions_count"] == ";".join(str(one.count) for one in model.regions)
        assert row["regions_names"] == ";".join(" ".join(one.names) for one in model.regions)
        assert row["notes_fr"] == ";".join(note.fr for note in model.notes)
        assert row["documents_url"] == ";".join(d.url or "" for d in model.documents)
        price, tools = (listing.price_input, listing.tools) if listing else (None, None)
        cell = row["listing_price_input"]
        assert (Decimal(cell) if cell else None) == price
        assert row["listing_tools"] == {None: "", True: "true", False: "false"}[tools]


def test_every_field_of_a_model_is_in_the_csv() -> None:
    def paths(value: Any, before: str = "") -> set[str]:
        """Return every path into the JSON that leads to a text, a number or an answer."""
        if isinstance(value, list):
            return {path for item in value for path in paths(item, before)}
        if isinstance(value, dict):
            return {path for name in value for path in paths(value[name], f"{before}.{name}")}
        return {before[1:]} if value is not None else set()

    found = {path for model in json.loads(FILES[JSON]) for path in paths(model)}
    # What a document's address and the model's own name and notes say already.
    elsewhere = r"(maker|server)\.notes|server\.name|documents\.(publisher|repo|path|commit|page)"
    other = r"listing\.(name|family|inputs|outputs|notes|revision)"
    left = {path for path in found - set(COLUMNS) if not re.match(f"{elsewhere}|{other}", path)}
    assert left == set()
    assert set(COLUMNS) <= found


def test_the_json_fits_its_schema_and_holds_every_model() -> None:
    schema, models = json.loads(FILES[SCHEMA]), json.loads(FILES[JSON])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(models)
    assert [model["key"] for model in models] == [model.key for model in MODELS]
    assert {frozenset(model) for model in models} == {
        frozenset(Model.model_fields) | frozenset(Model.model_computed_fields)
    }


def test_the_schema_refuses_what_the_data_refuse() -> None:
    [model, *_] = json.loads(FILES[JSON])
    validator = Draft202012Validator(json.loads(FILES[SCHEMA]))
    assert validator.is_valid([model])
    for field, wrong in CASES["refused"].items():
        assert not validator.is_valid([{**model, field: wrong}]), field


def test_the_package_is_valid_with_its_data(tmp_path: Path) -> None:
    report = Package(str(saved(FILES, tmp_path))).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["tasks"] == 3


@pytest.mark.parametrize(("old", "new", "error"), CASES["altered"])
def test_the_package_detects_altered_data(old: str, new: str, error: str, tmp_path: Path) -> None:
    table = FILES[CSV].decode()
    assert old in table
    package = saved({**FILES, CSV: table.replace(old, new, 1).encode()}, tmp_path)
    found = Package(str(package)).validate().flatten(["type"])
    assert [error] in found


def test_the_package_names_licenses_and_provenance() -> None:
    package = json.loads(FILES[PACKAGE])
    assert [license_["name"] for license_ in package["licenses"]] == ["CC-BY-4.0", "MIT"]
    assert {source["path"] for source in package["sources"]} >= {
        f"https://github.com/{document.repo}"
        for model in MODELS
        for document in model.documents
        if document.repo
    }
    assert package["version"] == "2026-10-05"


@pytest.mark.parametrize("formula", CASES["formulas"])
def test_a_formula_reaches_no_spreadsheet(formula: str) -> None:
    """The data refuse such an id: here it is set behind their back."""
    note = Bilingual(fr=formula.strip(), en=formula.strip())
    model = MODELS[0].model_copy(update={"id": formula, "notes": (note,)})
    made = downloads(Catalog({}, (model,), ()), DOSSIER.wording)
    [row] = rows(made[CSV])
    assert (row["id"], row["notes_fr"]) == (f"'{formula}", f"'{note.fr}")
    [record] = json.loads(made[JSON])
    assert record["id"] == formula


def test_the_files_are_served_once_for_both_languages(site: Site) -> None:
    for name, content in FILES.items():
        assert (site.folder / "catalogue" / name).read_bytes() == content
        assert not (site.folder / "en/catalogue" / name).exists()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_names_each_file_with_its_size(locale: Locale, site: Site) -> None:
    page = site_path(locale, "catalogue/")
    block = first(site.html(page), "ul.downloads")
    links = block.css("li a")
    assert [link.text() for link in links] == list(FILES)
    unit = {"fr": "ko", "en": "kB"}[locale]
    for link, item in zip(links, block.css("li"), strict=True):
        target = (site.folder / page / str(link.attributes["href"])).resolve()
        assert target.read_bytes() == FILES[link.text()]
        size = re.search(rf"\(([\d ,]+) {unit}\)\w.*\.$", plain(item.text()).strip())
        assert size, item.text()
        thousands = int(re.sub(r"[ ,]", "", size[1]))
        assert thousands - 1 < target.stat().st_size / 1000 <= thousands
