"""Brings data/catalog/prices.csv up to what models.dev says of Azure's models today."""

import csv
import hashlib
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from dossier.catalog.keys import key_of
from dossier.catalog.load import load_catalog
from dossier.catalog.rows import PRICE_COLUMNS
from dossier.catalog.upstream import UpstreamEntry, UpstreamError, azure_entries
from dossier.files.atomic import replace_file
from dossier.files.dates import PartialDate
from dossier.files.plain_text import read_rows
from dossier.files.problems import DossierError

_PRICES = ("price_input", "price_output", "price_cached_input")
_IMPOSSIBLE = "impossible-day"
"""The note of an entry whose date names a day that the calendar lacks: its month is kept."""

Cells = dict[str, str]


@dataclass
class Refresh:
    """What a refresh finds.

    Attributes:
        rows: prices.csv as it would be.
        added: the ids of entries that are new.
        removed: those that models.dev no longer has; their rows stay, marked as unlisted.
        changed: by id, each column that changes, with its old and its new cell.
        left_out: new entries that need a person, and why.
    """

    rows: list[Cells] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    changed: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


def refresh(folder: Path, content: bytes, today: str, write: bool) -> Iterator[str]:
    """Compare prices.csv with an api.json, give the lines of a report, and write if asked.

    Args:
        folder: data/catalog/.
        content: api.json.
        today: the day that it was read, 2026-11-25.
        write: whether prices.csv is written; the file changes whole or not at all.

    Raises:
        UpstreamError: nothing can be made of it; nothing is written.
        DossierError: prices.csv itself has faults.
    """
    file = folder / "prices.csv"
    checksum = hashlib.sha256(content).hexdigest()
    entries = azure_entries(content)
    known = [row.cells for row in read_rows(file, PRICE_COLUMNS)]
    found = compare(known, entries, today, f"sha256:{checksum}")
    yield f"{len(entries)} Azure entries, {len(content):,} bytes, SHA-256 {checksum}"
    yield from _report(found)
    if not (found.added or found.removed or found.changed):
        yield "nothing to write"
        return
    text = _as_csv(found.rows)
    _check(folder, text)
    if not write:
        yield "nothing written: add --write"
        return
    try:
        replace_file(file, text.encode())
    except OSError as error:
        message = f"{file} cannot be written ({error.strerror}): make its folder writable"
        raise UpstreamError(message) from None
    yield f"{file} written"


def compare(
    known: Sequence[Cells], entries: Mapping[str, UpstreamEntry], today: str, revision: str
) -> Refresh:
    """Return what changes, rows that stay the same untouched.

    A new entry takes the maker of a known one of its family; one of an unknown family is
    left out, as is one whose id has the key of another.
    """
    found = Refresh()
    read = {"revision": revision, "as_of": today}
    for row in known:
        found.rows.append(_kept(row, entries.get(row["id"]), read, found))
    keys = {key_of(row.get("model") or row["id"]): row["id"] for row in known}
    makers = {row["family"].split("-")[0]: row["maker"] for row in known if "family" in row}
    for id_ in sorted(entries.keys() - {row["id"] for row in known}):
        entry = entries[id_]
        maker = makers.get((entry.family or "").split("-")[0])
        if other := keys.get(key_of(id_)):
            found.left_out[id_] = f"its key is that of {other}"
        elif not maker:
            found.left_out[id_] = f"the maker of “{entry.family or ''}” is not known: add a row"
        else:
            keys[key_of(id_)] = id_
            found.added.append(id_)
            notes = {"notes": _notes("", entry), "listed": "yes", "maker": maker}
            found.rows.append({"id": id_, **_told(entry), **notes, **read})
    return found


def _kept(row: Cells, entry: UpstreamEntry | None, read: Cells, found: Refresh) -> Cells:
    """Return a row as it is now, and tell `found` if that is news."""
    if entry:
        now = {"listed": "yes", "unlisted_on": "", "notes": _notes(row.get("notes", ""), entry)}
        cells = {**_told(entry), **now}
        changes = _changes(row, cells)
        if not changes:
            return row
        found.changed[row["id"]] = changes
        return {**row, **cells, **read}
    if row["listed"] != "yes":
        return row
    found.removed.append(row["id"])
    return {**row, "listed": "no", "unlisted_on": read["as_of"]}


def _told(entry: UpstreamEntry) -> Cells:
    """Return the cells that models.dev fills."""
    cost = entry.cost
    return {
        "name": entry.name,
        "family": entry.family or "",
        "inputs": ";".join(entry.modalities.input),
        "outputs": ";".join(entry.modalities.output),
        "context": str(entry.limit.context or ""),
        "max_output": str(entry.limit.output or ""),
        "tools": _answer(entry.tool_call),
        "reasoning": _answer(entry.reasoning),
        "structured_outputs": _answer(entry.structured_output),
        "open_weights": _answer(entry.open_weights),
        "price_input": _price(cost.input) if cost else "",
        "price_output": _price(cost.output) if cost else "",
        "price_cached_input": _price(cost.cache_read) if cost else "",
        "status": entry.status or "",
        "knowledge_cutoff": _date(entry.knowledge or ""),
        "release_date": _date(entry.release_date),
    }


def _notes(written: str, entry: UpstreamEntry) -> str:
    notes = [note for note in written.split(";") if note and note != _IMPOSSIBLE]
    impossible = any(_date(date) != date for date in (entry.knowledge or "", entry.release_date))
    return ";".join([*notes, _IMPOSSIBLE] if impossible else notes)


def _date(written: str) -> str:
    """Return the date or, where the calendar has no such day, its month."""
    try:
        PartialDate.parse(written)
    except ValueError:
        return written.rpartition("-")[0]
    return written


def _price(dollars: Decimal | None) -> str:
    return "" if dollars is None else format(dollars.normalize(), "f")


def _answer(said: bool | None) -> str:
    return {None: "", True: "yes", False: "no"}[said]


def _changes(row: Cells, cells: Cells) -> dict[str, tuple[str, str]]:
    old = {name: row.get(name, "") for name in cells}
    return {
        name: (old[name], cell)
        for name, cell in cells.items()
        if old[name] != cell
        and not (name in _PRICES and old[name] and cell and Decimal(old[name]) == Decimal(cell))
    }


def _report(found: Refresh) -> Iterator[str]:
    yield from (f"added: {id_}" for id_ in found.added)
    yield from (f"removed: {id_}" for id_ in found.removed)
    for id_, changes in found.changed.items():
        kind = "price changed" if any(name in _PRICES for name in changes) else "changed"
        told = (f"{name} {old or 'none'} → {new or 'none'}" for name, (old, new) in changes.items())
        yield f"{kind}: {id_}: {', '.join(told)}"
    yield from (f"left out: {id_}: {reason}" for id_, reason in found.left_out.items())


def _as_csv(rows: Sequence[Cells]) -> str:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, PRICE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


def _check(folder: Path, prices: str) -> None:
    """Load the catalog as it would be.

    Raises:
        UpstreamError: the build would refuse it.
    """
    with tempfile.TemporaryDirectory() as name:
        aside = shutil.copytree(folder, Path(name, "models"))
        (aside / "prices.csv").write_text(prices, encoding="utf-8")
        try:
            load_catalog(aside)
        except DossierError as error:
            problem = error.problems[0].message
            raise UpstreamError(f"what came does not fit the catalog: {problem}") from None
