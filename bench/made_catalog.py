"""Make larger catalogs: the project's own rows and variations of them."""

import csv
import random
from pathlib import Path

_NUMBERS = ("context", "max_input", "max_output", "price_input", "price_output")


def grow_catalog(folder: Path, size: int) -> int:
    """Add rows to the data of the catalog in `folder` up to `size` models; return their number.

    Added rows have new ids, and limits and prices of some real row, the same in every run. As
    many of them are listed by models.dev, in proportion, as of the real ones.
    """
    dice = random.Random(size)
    models, prices = _read(folder / "models.csv"), _read(folder / "prices.csv")
    listed = [row for row in prices if not row["model"]]
    share = len(listed) / len(models)
    more = [_vary(models, number, dice) for number in range(len(models), size)]
    more_listed = [
        _vary(listed, number, dice) | {"id": row["id"], "maker": row["maker"]}
        for number, row in enumerate(more)
        if dice.random() < share
    ]
    _write(folder / "models.csv", models + more)
    _write(folder / "prices.csv", prices + more_listed)
    return len(models + more)


def _vary(rows: list[dict[str, str]], number: int, dice: random.Random) -> dict[str, str]:
    """Return a row like one of `rows`, with a new id and the figures of others."""
    row = dice.choice(rows)
    figures = {
        name: dice.choice([other[name] for other in rows if other[name]])
        for name in _NUMBERS
        if row.get(name)
    }
    return {**row, **figures, "id": f"{row['id']}-{number:x}"}


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
