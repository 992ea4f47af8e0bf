"""Refresh models.dev: a reading of what it states about Azure's models today."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from dossier.catalog.fields import PRICES
from dossier.catalog.readings import COLUMNS, read_document
from dossier.catalog.refresh.draft import Draft, Makers
from dossier.catalog.refresh.fetch import MODELS_DEV
from dossier.catalog.refresh.models_dev import ModelsDevEntry, azure_entries
from dossier.catalog.values import key_of
from dossier.files.dates import PartialDate
from dossier.files.plain_text import read_rows

_IMPOSSIBLE = "impossible-day"
"""The note of an entry with a date that is not in the calendar: its month is kept."""

Cells = dict[str, str]
Entries = dict[str, Cells]
"""The cells of each entry, by its id."""


def refresh_listings(draft: Draft, content: bytes, today: str) -> Iterator[str]:
    """Compare the readings of models.dev with an api.json, and yield the lines of a report.

    A reading of the day is added to the draft if anything changed, and a row of models.csv for
    each new model. `today` is the day that the api.json was read, 2026-11-25.

    Raises:
        RefreshError: the content cannot be used; nothing is added.
        DossierError: a reading has errors.
    """
    checksum = hashlib.sha256(content).hexdigest()
    entries = azure_entries(content)
    known = _known_entries(draft.folder / "readings")
    yield (
        f"models.dev, as of {today}: {len(entries)} Azure entries, {len(content):,} bytes, "
        f"SHA-256 {checksum}"
    )
    read, models, report = _compare(known, entries, draft, today)
    yield from report
    if read == known:
        return
    head = {"publisher": "models-dev", "title": "models.dev", "date": today, "page": MODELS_DEV}
    rows = [[id_, "", *cell] for id_, cells in read.items() for cell in cells.items()]
    draft.add(f"models-dev-{today}", {**head, "checksum": checksum}, rows, models)


def _known_entries(folder: Path) -> Entries:
    """Return the entries as the newest reading of each has it, and the day it was gone."""
    known: Entries = {}
    # An entry that a person read has a file of its own, whose name has no date.
    files = [(file, *read_document(file)) for file in sorted(folder.glob("models-dev-*.csv"))]
    for file, _, lines in sorted(files, key=lambda read: read[1].day):
        entries: Entries = defaultdict(dict)
        for row in read_rows(file, COLUMNS, lines):
            entries[row.cells["model"]][row.cells["field"]] = row.cells["value"]
        known |= {
            id_: cells if "name" in cells else known.get(id_, {}) | cells
            for id_, cells in entries.items()
        }
    return known


def _compare(
    known: Entries, entries: Mapping[str, ModelsDevEntry], draft: Draft, today: str
) -> tuple[Entries, dict[str, Makers], list[str]]:
    """Return the entries of a new reading, the makers of new models, and the lines of a report.

    An entry that models.dev no longer has is kept, with the day that it was found missing. The
    model of a new entry takes the maker of a known entry of its family. An entry is left out if
    its family is unknown, or if another entry has its model.
    """
    kinds = ("new", "gone", "price changed", "changed", "left out")
    report: dict[str, list[str]] = {kind: [] for kind in kinds}
    read: Entries = {}
    for id_, old in known.items():
        read[id_] = old
        if id_ in entries:
            cells = _cells(entries[id_], old.get("notes", ""))
            if changed := _changed_cells(old, cells):
                kind = "changed" if changed.keys().isdisjoint(PRICES) else "price changed"
                report[kind].append(f"{id_}: {', '.join(changed.values())}")
                read[id_] = cells
        elif "unlisted_on" not in old:
            report["gone"].append(id_)
            read[id_] = old | {"unlisted_on": today}
    keys = dict(draft.keys)
    taken = {keys[key_of(id_)]: id_ for id_ in known}
    makers = {
        cells["family"].split("-")[0]: draft.makers[keys[key_of(id_)]][0]
        for id_, cells in known.items()
        if "family" in cells
    }
    models: dict[str, Makers] = {}
    for id_ in sorted(entries.keys() - known.keys()):
        family = entries[id_].family or ""
        maker = makers.get(family.split("-")[0])
        key = keys.get(key_of(id_))
        if key and (other := taken.get(key)):
            report["left out"].append(f"{id_}: its model is that of {other}")
            continue
        if not key and not maker:
            report["left out"].append(f"{id_}: the maker of “{family}” is not known: add a row")
            continue
        if not key:
            key = keys[key_of(id_)] = key_of(id_)
            models[id_] = (maker or "", "")
        taken[key] = id_
        report["new"].append(id_)
        read[id_] = _cells(entries[id_], "")
    lines = [f"- {kind}: {text}" for kind, texts in report.items() for text in texts]
    return read, models, lines


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
        and not (name in PRICES and before and after and Decimal(before) == Decimal(after))
    }
