"""The history of figures: what one document said at different dates."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from dossier.catalog.contradictions import COMPARED
from dossier.catalog.readings import Statements
from dossier.catalog.rule import cells_of, of_version, versions_of
from dossier.catalog.schema import History, Statement


def histories_of(statements: Statements) -> Iterator[History]:
    """Yield each field of a model, or of one of its versions, that a document changed over time."""
    for model, found in statements.items():
        series: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
        for one in found:
            series[one.document.series][one.document.day].append(one)
        for days in series.values():
            of_all: set[str] = set()
            for version in versions_of(found) or [""]:
                readings = [of_version(days[day], version) for day in sorted(days)]
                for field, changed in _changes(readings):
                    about = version if any(one.version for one in changed) else ""
                    if about or field not in of_all:
                        yield History(model, field, about, changed)
                    of_all |= set() if about else {field}


def _changes(readings: list[list[Statement]]) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Yield the fields whose value differs between readings of one document, oldest first."""
    shown = [cells_of(read) for read in readings]
    for field in COMPARED:
        stated = [cells[field] for cells in shown if field in cells]
        changed = [next(group) for _, group in groupby(stated, lambda one: str(one.value))]
        if len(changed) > 1:
            yield field, tuple(changed)
