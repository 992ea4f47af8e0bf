"""Make larger catalogs: the project's own models and variations of them."""

import csv
import random
from collections import defaultdict
from pathlib import Path

from dossier.catalog.values import key_of

_NUMBERS = ("context", "max_input", "max_output", "price_input", "price_output")


def grow_catalog(folder: Path, size: int) -> int:
    """Add models to the data of the catalog in `folder` up to `size`; return their number.

    Added models have new ids. The readings say of each what they say of some real model, with
    figures of others, the same in every run.
    """
    dice = random.Random(size)
    models = _read(folder / "models.csv")
    copies: dict[str, list[str]] = defaultdict(list)
    added = []
    for number in range(len(models), size):
        row = dice.choice(models)
        new = f"{row['id']}-{number:x}"
        added.append({"id": new, "maker": row["maker"]})
        for name in (row["id"], *row["aliases"].split(";")):
            copies[key_of(name)].append(new)
    _append(folder / "models.csv", added, models)
    for file in sorted((folder / "readings").glob("*.csv")):
        rows = _read(file)
        figures: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["field"] in _NUMBERS:
                figures[row["field"]].append(row["value"])
        more = [
            {**row, "model": new, "value": dice.choice(figures.get(row["field"], [row["value"]]))}
            for row in rows
            for new in copies[key_of(row["model"])]
        ]
        _append(file, more, rows)
    return len(models) + len(added)


def _read(file: Path) -> list[dict[str, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _append(file: Path, more: list[dict[str, str]], rows: list[dict[str, str]]) -> None:
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.DictWriter(opened, rows[0], restval="", lineterminator="\n").writerows(more)
