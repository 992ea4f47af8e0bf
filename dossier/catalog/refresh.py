"""Write a reading of models.dev: what it states about Azure's models today."""

import csv
import hashlib
import io
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from dossier.catalog.load import MODEL_COLUMNS, load_catalog
from dossier.catalog.models_dev import ADDRESS, ModelsDevEntry, ModelsDevError, azure_entries
from dossier.catalog.readings import COLUMNS, read_document
from dossier.catalog.values import key_of
from dossier.files.atomic import replace_file
from dossier.files.dates import PartialDate
from dossier.files.plain_text import read_rows
from dossier.files.problems import DossierError

_PRICES = ("price_input", "price_output", "price_cached_input")
_IMPOSSIBLE = "impossible-day"
"""The note of an entry with a date that is not in the calendar: its month is kept."""

Cells = dict[str, str]
Entries = dict[str, Cells]
"""The cells of each entry, by its id."""


def refresh(folder: Path, content: bytes, today: str, write: bool) -> Iterator[str]:
    """Compare the readings of models.dev with an api.json, and yield the lines of a report.

    If asked, write a reading of the day, and a row of models.csv for each new model. `today` is
    the day that the api.json was read, 2026-11-25.

    Raises:
        ModelsDevError: the content cannot be used; nothing is written.
        DossierError: a reading or models.csv has errors.
    """
    checksum = hashlib.sha256(content).hexdigest()
    entries = azure_entries(content)
    known = _known_entries(folder / "readings")
    models = [row.cells for row in read_rows(folder / "models.csv", MODEL_COLUMNS)]
    yield f"{len(entries)} Azure entries, {len(content):,} bytes, SHA-256 {checksum}"
    read, more, report = _compare(known, entries, models, today)
    yield from report
    if read == known:
        yield "nothing to write"
        return
    head = {"publisher": "models-dev", "title": "models.dev", "date": today, "page": ADDRESS}
    lines = [f"# {name}: {value}\n" for name, value in {**head, "checksum": checksum}.items()]
    rows = [[id_, "", *cell] for id_, cells in read.items() for cell in cells.items()]
    files = {f"readings/models-dev-{today}.csv": "".join(lines) + _csv(COLUMNS, rows)}
    if more:
        rows = [[row.get(name, "") for name in MODEL_COLUMNS] for row in models + more]
        files["models.csv"] = _csv(MODEL_COLUMNS, rows)
    _check(folder, files)
    if not write:
        yield "nothing written: add --write"
        return
    for name, text in files.items():
        file = folder / name
        try:
            replace_file(file, text.encode())
        except OSError as error:
            message = f"{file} cannot be written ({error.strerror}): make its folder writable"
            raise ModelsDevError(message) from None
        yield f"{file} written"


def _known_entries(folder: Path) -> Entries:
    """Return the entries as the newest reading of each has it, and the day it was gone."""
    known: Entries = {}
    for file in sorted(folder.glob("models-dev-*.csv")):
        entries: Entries = defaultdict(dict)
        for row in read_rows(file, COLUMNS, read_document(file)[1]):
            entries[row.cells["model"]][row.cells["field"]] = row.cells["value"]
        known |= {
            id_: cells if "name" in cells else known.get(id_, {}) | cells
            for id_, cells in entries.items()
        }
    return known


def _compare(
    known: Entries, entries: Mapping[str, ModelsDevEntry], models: list[Cells], today: str
) -> tuple[Entries, list[Cells], list[str]]:
    """Return the entries of a new reading, new rows of models.csv, and the lines of a report.

    An entry that models.dev no longer has is kept, with the day that it was found missing. The
    model of a new entry takes the maker of a known entry of its family. An entry is left out if
    its family is unknown, or if another entry has its model.
    """
    kinds = ("added", "removed", "price changed", "changed", "left out")
    report: dict[str, list[str]] = {kind: [] for kind in kinds}
    read: Entries = {}
    for id_, old in known.items():
        read[id_] = old
        if id_ in entries:
            cells = _cells(entries[id_], old.get("notes", ""))
            if changed := _changed_cells(old, cells):
                kind = "changed" if changed.keys().isdisjoint(_PRICES) else "price changed"
                report[kind].append(f"{id_}: {', '.join(changed.values())}")
                read[id_] = cells
        elif "unlisted_on" not in old:
            report["removed"].append(id_)
            read[id_] = old | {"unlisted_on": today}
    rows = {key_of(name): row for row in models for name in _names(row)}
    taken = {rows[key_of(id_)]["id"]: id_ for id_ in known}
    makers = {
        cells["family"].split("-")[0]: rows[key_of(id_)]["maker"]
        for id_, cells in known.items()
        if "family" in cells
    }
    more: list[Cells] = []
    for id_ in sorted(entries.keys() - known.keys()):
        family = entries[id_].family or ""
        maker = makers.get(family.split("-")[0])
        model = rows.get(key_of(id_))
        if model and (other := taken.get(model["id"])):
            report["left out"].append(f"{id_}: its model is that of {other}")
            continue
        if not model and not maker:
            report["left out"].append(f"{id_}: the maker of “{family}” is not known: add a row")
            continue
        if not model:
            model = rows[key_of(id_)] = {"id": id_, "maker": maker or ""}
            more.append(model)
        taken[model["id"]] = id_
        report["added"].append(id_)
        read[id_] = _cells(entries[id_], "")
    return read, more, [f"{kind}: {text}" for kind, texts in report.items() for text in texts]


def _names(row: Cells) -> list[str]:
    return [row["id"], *filter(None, row.get("aliases", "").split(";"))]


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
    return {name: cell for name, cell in cells.items() if cell} | (
        {"notes": ";".join(kept)} if kept else {}
    )


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ";".join(value)
        case Decimal():
            return format(value.normalize(), "f")
    return str(value or "")


def _changed_cells(old: Cells, new: Cells) -> dict[str, str]:
    """Return the old and the new cell of each field that differs; 0.50 equals 0.5."""
    pairs = {name: (old.get(name, ""), new.get(name, "")) for name in old | new}
    return {
        name: f"{name} {before or 'none'} → {after or 'none'}"
        for name, (before, after) in pairs.items()
        if before != after
        and not (name in _PRICES and before and after and Decimal(before) == Decimal(after))
    }


def _csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return table.getvalue()


def _check(folder: Path, files: Mapping[str, str]) -> None:
    """Raise ModelsDevError if the catalog with the new files has errors."""
    with tempfile.TemporaryDirectory() as name:
        copy = shutil.copytree(folder, Path(name, "catalog"))
        for file, text in files.items():
            (copy / file).write_text(text, encoding="utf-8")
        try:
            load_catalog(copy)
        except DossierError as error:
            problem = error.problems[0].message
            raise ModelsDevError(f"the answer does not fit the catalog: {problem}") from None
