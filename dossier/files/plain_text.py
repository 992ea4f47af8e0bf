"""CSV tables and YAML records of plain text: markup and invisible characters are errors."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.files.problems import DossierError, Problem, checking, read_text
from dossier.files.records import Record, Yaml, load_records

_MARKUP = re.compile(r"[<>]|&#?\w+;|javascript:", re.IGNORECASE)


@dataclass(frozen=True)
class CsvRow:
    """The cells of a row that are not empty, by column, and its line in the file."""

    line: int
    cells: dict[str, str]


def read_rows(file: Path, columns: Collection[str], skipped: int = 0) -> list[CsvRow]:
    """Read a CSV file that has exactly `columns`, in any order, below `skipped` other lines.

    Raises:
        DossierError: one problem for each error in the file.
    """
    text = io.StringIO(read_text(file), newline="")
    for _ in range(skipped):
        text.readline()
    reader = csv.reader(text, strict=True)
    rows: list[CsvRow] = []
    line = skipped
    with checking() as problems:
        try:
            header = next(reader, [])
            if message := _wrong_header(header, columns):
                raise DossierError.at(file, skipped + 1, message)
            for cells in reader:
                line = skipped + reader.line_num
                if cells:
                    problems.extend(Problem(file, line, e) for e in _errors(cells, header))
                    filled = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
                    rows.append(CsvRow(line, filled))
        except csv.Error as error:
            message = f"not valid CSV ({error}): check its quotes"
            raise DossierError.at(file, line + 1, message) from None
    return rows


def load_plain_records(
    file: Path, record: type[Record], context: Any = None
) -> tuple[dict[str, Record], Yaml]:
    """Read a YAML mapping of id to record, as `load_records` does.

    Raises:
        DossierError: one problem for each error in the file.
    """
    records, parsed = load_records(file, record, context)
    with checking() as problems:
        for path, node in parsed.scalars.items():
            if harm := _harm_in(node.value):
                problems.append(parsed.problem(path, f"{'.'.join(map(str, path))}: {harm}"))
    return records, parsed


def _wrong_header(header: Sequence[str], columns: Collection[str]) -> str:
    if not header:
        return "the file is empty: restore its rows"
    if missing := [name for name in columns if name not in header]:
        return f"the columns {', '.join(missing)} are missing: restore them"
    if strange := [name for name in header if name not in columns]:
        return f"the columns {', '.join(strange)} are not known: remove them or correct their names"
    if twice := [name for name, count in Counter(header).items() if count > 1]:
        return f"the columns {', '.join(twice)} are there twice: keep one of each"
    return ""


def _errors(cells: Sequence[str], header: Sequence[str]) -> list[str]:
    name = cells[0]
    if harm := _harm_in(name):
        return [f"column {header[0]}: {harm}"]
    if len(cells) > len(header):
        return [f"{name}: the row has more cells than columns: quote those with commas"]
    if len(cells) < len(header):
        return [f"{name}: the row has fewer cells than columns: keep a comma for each"]
    return [
        f"{name}, column {column}: {harm}"
        for column, cell in zip(header, cells, strict=True)
        if (harm := _harm_in(cell))
    ]


def _harm_in(text: str) -> str:
    """Return what in a text could harm a page or a terminal, "" if nothing does."""
    if found := _MARKUP.search(text):
        return f"“{found[0]}” looks like markup: write plain text"
    if text.isprintable():
        return ""
    for character in text:
        if unicodedata.category(character).startswith("C"):
            return f"it contains the invisible character U+{ord(character):04X}: remove it"
    return ""
