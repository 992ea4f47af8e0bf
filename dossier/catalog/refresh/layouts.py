"""The layout of each document, and the rows of a reading that its tables give."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from dossier.catalog.fields import parse
from dossier.catalog.refresh.cells import NOTHING, READERS
from dossier.catalog.refresh.fetch import RefreshError
from dossier.catalog.refresh.tables import Table, included, tables_of
from dossier.catalog.schema import CatalogRecord
from dossier.catalog.values import key_of

_MODEL = re.compile(r"`([^`]+)`(.*)")
_ADDED = re.compile(r"\(([^()]*)\)|[-–]\s*`?([\w.-]+)`?")
"""What is printed after the name of a model: a version, a state."""
_VERSION = re.compile(r"(?:version\s+)?([\w.-]*\d[\w.-]*)", re.IGNORECASE)
_MARKS = dict.fromkeys(("✅", "✔", "yes"), True) | dict.fromkeys(("-", "–", "—", "no", ""), False)
_SHOWN = 80
"""Characters of a document that a sentence quotes at most."""


class Layout(CatalogRecord):
    """How a document lays out its tables: see layouts.yml."""

    tables: tuple[dict[str, str], ...] = ()
    ignored: tuple[tuple[str, ...], ...] = ()
    states: dict[str, str] = Field(default_factory=dict)
    hosts: dict[str, str] = Field(default_factory=dict)
    items: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    phrases: dict[str, dict[str, str]] = Field(default_factory=dict)
    regions: dict[str, str] = Field(default_factory=dict)
    misprints: dict[str, str] = Field(default_factory=dict)
    names: dict[str, str] = Field(default_factory=dict)
    left_out: str = ""
    by_hand: str = ""
    replaced: str = ""


@cache
def layouts() -> dict[str, Layout]:
    """Return the layout of each document by the name of its readings."""
    text = Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
    return {name: Layout.model_validate(one) for name, one in yaml.safe_load(text).items()}


@dataclass(frozen=True)
class Row:
    """A row of a reading, and the number of its table."""

    model: str
    version: str
    field: str
    value: str
    table: int

    @property
    def place(self) -> tuple[str, str, str]:
        """What the row states a value of."""
        return key_of(self.model), self.version, self.field


@dataclass
class Extract:
    """What the tables of a document state, and one sentence for all that is not understood."""

    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_tables(document: str, layout: Layout, known: Collection[str]) -> Extract:
    """Return what the tables of a document state; `known` are the keys of the models' names.

    A table with headings that the layout does not have is a problem only if it names models.

    Raises:
        RefreshError: no table of the layout is left.
    """
    tables = tables_of(document)
    columns = [_columns(table, layout) for table in tables]
    if not any(columns):
        raise RefreshError(_missing(document, layout))
    extract = Extract()
    for number, (table, readers) in enumerate(zip(tables, columns, strict=True)):
        if readers:
            for cells in table.rows:
                try:
                    for model, version, stated in _read(table, readers, cells, layout, known):
                        extract.rows += [Row(model, version, *one, number) for one in stated]
                except ValueError as error:
                    extract.problems.append(f"{_name(table)}, {_quoted(str(error), 300)}")
        elif not _is_ignored(table, layout) and _names_models(table, known):
            extract.problems.append(
                f"{_name(table)} has the headings {_quoted(' | '.join(table.headings))}, which "
                "layouts.yml does not have: add them there"
            )
    _join_regions(extract)
    return extract


def _columns(table: Table, layout: Layout) -> list[str]:
    """Return the reader of each column; none if no table of the layout has these headings."""
    printed = [_heading(text) for text in table.headings]
    for described in layout.tables:
        readers = {_heading(text): reader for text, reader in described.items()}
        others = readers.pop("*", "")
        if readers.keys() <= set(printed) and (others or len(printed) == len(readers)):
            return [readers.get(heading, others) for heading in printed]
    return []


def _is_ignored(table: Table, layout: Layout) -> bool:
    headings = sorted(map(_heading, table.headings))
    return any(sorted(map(_heading, ignored)) == headings for ignored in layout.ignored)


def _heading(text: str) -> str:
    return text.replace("`", "").replace("\n", " ").strip().lower()


def _names_models(table: Table, known: Collection[str]) -> bool:
    return any(
        key_of(name) in known
        for row in table.rows
        for cell in row[:2]
        for line in cell.split("\n")
        for name in (line.replace("`", ""), *(found[0] for found in _MODEL.findall(line)))
    )


def _read(
    table: Table,
    readers: list[str],
    cells: tuple[str, ...],
    layout: Layout,
    known: Collection[str],
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the models in a row, each with its version, and fields with their printed values.

    Raises:
        ValueError: a cell is not understood.
    """
    if len(cells) != len(readers):
        raise ValueError(
            f"a row of {len(cells)} cells below {len(readers)} headings, "
            f"{_quoted(' | '.join(cells))}: the document may be cut short"
        )
    for wrong, meant in layout.misprints.items():
        word = re.compile(rf"(?<![\w,.]){re.escape(wrong)}(?![\w,.])")
        cells = tuple(word.sub(meant, cell) for cell in cells)
    printed = dict(zip(readers, cells, strict=True))
    own = printed.get("version", "").replace("`", "")
    found: list[tuple[str, str, list[tuple[str, str]]]] = []
    for name, other, state in _models(printed["model"], layout, known):
        if re.fullmatch(layout.left_out, name):
            continue
        if not re.search("[A-Za-z]", name):
            raise ValueError(f"“{_quoted(printed['model'])}”: it is not the name of a model")
        version = other if NOTHING.fullmatch(own) else own
        try:
            stated = layout.states | _stated(table, cells, readers, layout)
            stated |= {"lifecycle": state} if state else {}
            hosted = list(_hosted(printed.get("availability", ""), layout))
            for place, value in [
                *stated.items(),
                *([("versions", version)] if version else []),
                *(one for _, each in hosted for one in each),
            ]:
                parse(place, value)
        except ValueError as error:
            raise ValueError(f"{_quoted(name)}: {error}") from None
        found.append((name, version, list(stated.items()) or [("named", "yes")]))
        found += [(name, *each) for each in hosted]
    return found


def _stated(
    table: Table, cells: tuple[str, ...], readers: list[str], layout: Layout
) -> dict[str, str]:
    """Return the fields that the cells of a row state."""
    stated: dict[str, str] = {}
    marked: dict[str, list[str]] = {}
    for heading, reader, cell in zip(table.headings, readers, cells, strict=True):
        if reader in ("effort", "regions"):
            if cell.lower() not in _MARKS:
                raise ValueError(f"“{cell}” is neither a mark nor a dash")
            place = reader if reader == "effort" else _regions(table, layout)
            if _MARKS[cell.lower()]:
                marked.setdefault(place, []).append(_heading(heading))
        elif reader not in ("model", "version", "availability") and not NOTHING.fullmatch(cell):
            for place, value in READERS[reader](cell, layout):
                stated.setdefault(place, value)
    return stated | {place: ";".join(names) for place, names in marked.items()}


def _hosted(cell: str, layout: Layout) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the version that each host in "Hosted on Azure: GA" has, with what is stated of it."""
    for line in cell.split("\n") if cell else ():
        label, _, state = line.rpartition(":")
        host = label.strip().removeprefix("Hosted on ")
        if host not in layout.hosts:
            raise ValueError(f"“{_quoted(line)}” names no host of layouts.yml: add it there")
        yield layout.hosts[host], [("lifecycle", state.strip()), ("hosting", host)]


def _regions(table: Table, layout: Layout) -> str:
    for sections, place in layout.regions.items():
        if set(sections.split(" > ")) <= set(table.sections):
            return place
    raise ValueError(f"no way of deploying is known by the headings {' > '.join(table.sections)}")


def _models(cell: str, layout: Layout, known: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the models in a cell, each with its version and state, "" if there is none.

    Names are in code, each on its own line, or else are the first line.
    """
    lines = cell.split("\n")
    coded = [line for line in lines if line.startswith("`")]
    states = [line for line in lines if line not in coded and _is_state(line)]
    for line in coded or lines[:1]:
        found = _MODEL.match(line)
        name, rest = (found[1], found[2]) if found else (line, "")
        if not found and (opening := line.find(" (")) > 0:
            name, rest = line[:opening], line[opening:]
        version, state = "", states[0] if states else ""
        for added in (one or other for one, other in _ADDED.findall(rest)):
            if _is_state(added):
                state = added
            elif key_of(f"{name} {added}") in known:
                name = f"{name} ({added})"
            elif is_version := _VERSION.fullmatch(added.strip("` ")):
                version = is_version[1]
        yield layout.names.get(name, name).strip(), version, state


def _is_state(text: str) -> bool:
    try:
        parse("lifecycle", text)
    except ValueError:
        return False
    return True


def _join_regions(extract: Extract) -> None:
    """Make one row of the regions that several tables give one place."""
    joined: dict[tuple[str, str, str], Row] = {}
    rows: list[Row] = []
    for row in extract.rows:
        if not row.field.startswith("regions_"):
            rows.append(row)
        elif first := joined.get(row.place):
            names = dict.fromkeys([*first.value.split(";"), *row.value.split(";")])
            joined[row.place] = Row(
                first.model, first.version, first.field, ";".join(names), first.table
            )
        else:
            joined[row.place] = row
    extract.rows = rows + list(joined.values())


def _missing(document: str, layout: Layout) -> str:
    wanted = " | ".join(layout.tables[0])
    files = included(document)
    hint = f"; it includes {_quoted(', '.join(files))}, which may have them" if files else ""
    return f"it has no table with the headings {wanted}{hint}: check that it is the whole document"


def _name(table: Table) -> str:
    return f"the table below “{_quoted(' > '.join(table.sections[-2:]))}”"


def _quoted(text: str, length: int = _SHOWN) -> str:
    """Return the start of a text that a document prints, fit for a terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return plain if len(plain) <= length else f"{plain[:length]}…"
