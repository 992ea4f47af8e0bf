"""Update data/catalog/prices.csv with what models.dev states about Azure's models today."""

import csv
import hashlib
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from dossier.catalog.csv_rows import PRICE_COLUMNS
from dossier.catalog.load import load_catalog
from dossier.catalog.models_dev import ModelsDevEntry, ModelsDevError, azure_entries
from dossier.catalog.values import key_of
from dossier.files.atomic import replace_file
from dossier.files.dates import PartialDate
from dossier.files.plain_text import read_rows
from dossier.files.problems import DossierError

_PRICES = ("price_input", "price_output", "price_cached_input")
_IMPOSSIBLE = "impossible-day"
"""The note of an entry with a date that is not in the calendar: its month is kept."""

Cells = dict[str, str]


def refresh(folder: Path, content: bytes, today: str, write: bool) -> Iterator[str]:
    """Compare prices.csv with an api.json, yield the lines of a report, and write if asked.

    `today` is the day that the api.json was read, 2026-11-25.

    Raises:
        ModelsDevError: the content cannot be used; nothing is written.
        DossierError: prices.csv has errors.
    """
    file = folder / "prices.csv"
    checksum = hashlib.sha256(content).hexdigest()
    entries = azure_entries(content)
    known = [row.cells for row in read_rows(file, PRICE_COLUMNS)]
    read = {"revision": f"sha256:{checksum}", "as_of": today}
    rows, report = _compare(known, entries, read)
    yield f"{len(entries)} Azure entries, {len(content):,} bytes, SHA-256 {checksum}"
    yield from report
    if rows == known:
        yield "nothing to write"
        return
    text = _csv(rows)
    _check(folder, text)
    if not write:
        yield "nothing written: add --write"
        return
    try:
        replace_file(file, text.encode())
    except OSError as error:
        message = f"{file} cannot be written ({error.strerror}): make its folder writable"
        raise ModelsDevError(message) from None
    yield f"{file} written"


def _compare(
    known: Sequence[Cells], entries: Mapping[str, ModelsDevEntry], read: Cells
) -> tuple[list[Cells], list[str]]:
    """Return the new rows of prices.csv, and the lines of a report.

    `read` is the revision and the date of `entries`. The row of an entry that models.dev no longer
    has stays, as unlisted. A new entry takes the maker of a known entry of its family. It is left
    out if its family is unknown, or if another entry has its key.
    """
    rows: list[Cells] = []
    kinds = ("added", "removed", "price changed", "changed", "left out")
    report: dict[str, list[str]] = {kind: [] for kind in kinds}
    for row in known:
        id_, new = row["id"], row
        if id_ in entries:
            cells = _cells(entries[id_], row.get("notes", "")) | {"unlisted_on": ""}
            if changed := _changed_cells(row, cells):
                kind = "changed" if changed.keys().isdisjoint(_PRICES) else "price changed"
                report[kind].append(f"{id_}: {', '.join(changed.values())}")
                new = row | cells | read
        elif row["listed"] == "yes":
            report["removed"].append(id_)
            new = row | {"listed": "no", "unlisted_on": read["as_of"]}
        rows.append(new)
    keys = {key_of(row.get("model") or row["id"]): row["id"] for row in known}
    makers = {row["family"].split("-")[0]: row["maker"] for row in known if "family" in row}
    for id_ in sorted(entries.keys() - {row["id"] for row in known}):
        family = entries[id_].family or ""
        maker = makers.get(family.split("-")[0])
        if other := keys.get(key_of(id_)):
            report["left out"].append(f"{id_}: its key is that of {other}")
        elif not maker:
            report["left out"].append(f"{id_}: the maker of “{family}” is not known: add a row")
        else:
            keys[key_of(id_)] = id_
            report["added"].append(id_)
            rows.append({"id": id_, "maker": maker} | _cells(entries[id_], "") | read)
    return rows, [f"{kind}: {text}" for kind, texts in report.items() for text in texts]


def _cells(entry: ModelsDevEntry, notes: str) -> Cells:
    """Return the cells of a listed entry; `notes` are those of its row."""
    cells = {name: _text(value) for name, value in entry if name not in ("id", "cost")}
    kept = [note for note in notes.split(";") if note and note != _IMPOSSIBLE]
    for column in ("knowledge_cutoff", "release_date"):
        try:
            PartialDate.parse(cells[column])
        except ValueError:
            kept += [_IMPOSSIBLE] if cells[column] and _IMPOSSIBLE not in kept else []
            cells[column] = cells[column].rpartition("-")[0]
    return cells | {"listed": "yes", "notes": ";".join(kept)}


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ";".join(value)
        case Decimal():
            return format(value.normalize(), "f")
    return str(value or "")


def _changed_cells(row: Cells, cells: Cells) -> dict[str, str]:
    """Return the old and the new cell of each column that differs; 0.50 equals 0.5."""
    pairs = {name: (row.get(name, ""), cell) for name, cell in cells.items()}
    return {
        name: f"{name} {old or 'none'} → {new or 'none'}"
        for name, (old, new) in pairs.items()
        if old != new and not (name in _PRICES and old and new and Decimal(old) == Decimal(new))
    }


def _csv(rows: Sequence[Cells]) -> str:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, PRICE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


def _check(folder: Path, prices: str) -> None:
    """Raise ModelsDevError if the catalog with the new prices has errors."""
    with tempfile.TemporaryDirectory() as name:
        copy = shutil.copytree(folder, Path(name, "catalog"))
        (copy / "prices.csv").write_text(prices, encoding="utf-8")
        try:
            load_catalog(copy)
        except DossierError as error:
            problem = error.problems[0].message
            raise ModelsDevError(f"the answer does not fit the catalog: {problem}") from None
