"""The page on the catalog's data: its files, columns and changelog, and the examples, run."""

import re
import shlex
from pathlib import Path
from typing import get_args

import duckdb
import jq
import pandas as pd
import pytest

from dossier.addresses import CATALOG, DATA
from dossier.catalog.changes import count_by_date
from dossier.catalog.downloads import csv_name, downloads
from dossier.catalog.notation import number
from dossier.catalog.package import columns_of
from dossier.catalog.values import Change
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain

DOSSIER = load(ROOT)
ROWS = DOSSIER.catalog.rows
COLUMNS = {name: columns_of(name, table) for name, table in DOSSIER.package.tables.items()}
FILES = downloads(DOSSIER.catalog, DOSSIER.package)


def test_the_files_are_served_once_for_both_languages_and_with_the_date_of_the_data(
    site: Site,
) -> None:
    dated = [path for path in (site.folder / DATA).iterdir() if path.is_dir()]
    assert [path.name for path in dated] == [str(DOSSIER.catalog.as_of)]
    for name, content in FILES.items():
        assert (site.folder / CATALOG / name).read_bytes() == content
        assert (dated[0] / name).read_bytes() == content
        assert not (site.folder / "en" / CATALOG / name).exists()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_names_each_file_with_its_addresses_and_size(locale: Locale, site: Site) -> None:
    page = site_path(locale, DATA)
    entries = first(site.html(page), "#files ~ dl").css("div")
    assert [first(entry, "dt").text() for entry in entries] == list(FILES)
    unit = {"fr": "ko", "en": "kB"}[locale]
    with each_reported("dossier/rendering/templates/downloads.html") as at:
        for entry, content in zip(entries, FILES.values(), strict=True):
            with at(first(entry, "dt").text()):
                addresses = [str(link.attributes["href"]) for link in entry.css("a[download]")]
                assert len(addresses) == 2
                for address in addresses:
                    assert (site.folder / page / address).resolve().read_bytes() == content
                assert f"/{DOSSIER.catalog.as_of}/" in addresses[1]
                size = re.search(rf"\. ([\d ,]+) {unit}\. ", plain(entry.text()))
                assert size, entry.text()
                thousands = int(re.sub(r"[ ,]", "", size[1]))
                assert thousands - 1 < len(content) / 1000 <= thousands


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_describes_each_column(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, DATA))
    with each_reported("dossier/rendering/templates/data-columns.html") as at:
        for name, columns in COLUMNS.items():
            entries = first(html, f"#columns-{name} ~ dl").css("div")
            for entry, column in zip(entries, columns, strict=True):
                text = plain(entry.text())
                with at(f"{name}: {column.name}"):
                    assert first(entry, "dt code").text() == column.name
                    assert column.type in plain(first(entry, "dt").text())
                    assert plain(column.text[locale]) in text
                    unit = DOSSIER.package.units.get(column.text.unit or "")
                    assert not unit or unit[locale] in text
                    assert all(value in text for value in column.constraints.get("enum", ()))
                    assert plain(column.constraints.get("pattern", "")) in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_counts_the_changes_of_each_date(locale: Locale, site: Site) -> None:
    shown = [
        [plain(cell.text()) for cell in row.css("td")]
        for row in first(site.html(site_path(locale, DATA)), "#changes ~ table").css("tbody tr")
    ]
    kinds = get_args(Change)
    counts = count_by_date(DOSSIER.catalog.changes).values()
    assert shown == [[plain(number(each[kind], locale)) for kind in kinds] for each in counts]
    assert sum(each.total() for each in counts) == len(DOSSIER.catalog.changes)


def test_no_page_loads_a_file_before_a_reader_asks(site: Site) -> None:
    for locale in LOCALES:
        for path in (CATALOG, DATA):
            html = site.html(site_path(locale, path))
            for node in html.css("link, script, img, iframe, object, source"):
                address = f"{node.attributes.get('href')} {node.attributes.get('src')}"
                assert not any(name in address for name in FILES), node.html


# The examples, as the page has them


@pytest.fixture
def examples(site: Site, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The code on the page by its language, to be run in the folder that has the files."""
    monkeypatch.chdir(site.folder / CATALOG)
    in_both = [
        {
            str(code.attributes["class"]).removeprefix("language-"): code.text()
            for code in site.html(site_path(locale, DATA)).css("pre code[class]")
        }
        for locale in LOCALES
    ]
    assert in_both[0] == in_both[1]
    for code in in_both[0].values():
        assert len([line for line in code.splitlines() if line]) == 3
    return in_both[0]


def test_the_lines_of_pandas_run(
    examples: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(examples["python"])
    printed = capsys.readouterr().out
    large = [row for row in ROWS if row.context and row.context >= 1_000_000]
    assert large
    # A long table is printed in part: its head and its end.
    assert f"{large[0].id} " in printed and f" {large[0].context} " in printed
    assert f"{large[-1].id} " in printed
    assert ".0 " not in printed


def test_the_lines_of_duckdb_run(examples: dict[str, str]) -> None:
    found = duckdb.execute(examples["sql"]).fetchall()
    told = [
        (one.model, one.field, statement.printed, statement.document.title, statement.document.url)
        for one in DOSSIER.catalog.contradictions
        if one.model.startswith("grok") and not one.convention
        for statement in one.statements
    ]
    assert told
    assert sorted(map(str, found)) == sorted(map(str, told))


def test_the_lines_of_jq_run(examples: dict[str, str]) -> None:
    command, option, program, file = shlex.split(examples["sh"])
    assert (command, option) == ("jq", "-r")
    lines = jq.compile(program).input_text(Path(file).read_text(encoding="utf-8")).all()
    priced = [
        (row.listing.price_input, row.id)
        for row in ROWS
        if row.lifecycle == "ga" and row.listing and row.listing.price_input is not None
    ]
    assert [line.split("\t")[0] for line in lines] == [
        id_ for _, id_ in sorted(priced, key=lambda one: one[0])
    ]


def test_pandas_and_duckdb_read_every_cell_as_it_is(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Integers stay integers, and an empty cell, but no other, is read as nothing."""
    monkeypatch.chdir(site.folder / CATALOG)
    with each_reported("dossier/catalog/downloads.py") as at:
        for name, columns in COLUMNS.items():
            file = csv_name(name)
            text = pd.read_csv(file, dtype=str, keep_default_na=False)
            read = pd.read_csv(file, dtype_backend="numpy_nullable")
            types = dict(duckdb.execute(f"SELECT #1, #2 FROM (DESCRIBE '{file}')").fetchall())
            [counts] = duckdb.execute(f"SELECT count(COLUMNS(*)) FROM '{file}'").fetchall()
            assert list(counts) == list((text != "").sum())
            for column in columns:
                with at(f"{file}: {column.name}"):
                    assert (read[column.name].isna() == (text[column.name] == "")).all()
                    if column.type == "integer" and not column.is_list:
                        assert str(read[column.name].dtype) == "Int64"
                        assert types[column.name] == "BIGINT"
                        written = read[column.name].astype("string").fillna("")
                        assert (written == text[column.name]).all()
