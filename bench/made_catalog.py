"""Made catalogs, as large as one likes: the project's own rows, then variations of them."""

import csv
import random
import shutil
from pathlib import Path

_NUMBERS = ("context", "max_input", "max_output", "price_input", "price_output")


def make_catalog(real: Path, target: Path, size: int) -> None:
    """Write into `target` a copy of data/catalog/ that has `size` rows of models.

    Rows beyond the real ones have ids of their own, and limits and prices that some real row
    has, always the same; the share that models.dev lists is that of the real ones.
    """
    shutil.copytree(real, target, dirs_exist_ok=True)
    dice = random.Random(size)
    models, prices = _read(real / "models.csv"), _read(real / "prices.csv")
    listed = [row for row in prices if not row["model"]]
    share = len(listed) / len(models)
    more = [_vary(models, number, dice) for number in range(len(models), size)]
    more_listed = [
        _vary(listed, number, dice) | {"id": row["id"], "maker": row["maker"]}
        for number, row in enumerate(more)
        if dice.random() < share
    ]
    _write(target / "models.csv", models + more)
    _write(target / "prices.csv", prices + more_listed)


def _vary(rows: list[dict[str, str]], number: int, dice: random.Random) -> dict[str, str]:
    """Return a row like one of `rows`, with an id that none has and figures of others."""
    row = dice.choice(rows)
    figures = {name: _figure(rows, name, dice) for name in _NUMBERS if row.get(name)}
    return {**row, **figures, "id": f"{row['id']}-{number:x}"}


def _figure(rows: list[dict[str, str]], name: str, dice: random.Random) -> str:
    return dice.choice([row[name] for row in rows if row[name]])


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
