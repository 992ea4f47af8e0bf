"""The history of figures: what one document said at different dates."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from dossier.catalog.contradictions import COMPARED
from dossier.catalog.readings import Statements
from dossier.catalog.rule import cells_of
from dossier.catalog.schema import History, Statement


def histories_of(statements: Statements) -> Iterator[History]:
    """Yield each field of a model that a document changed over time.

    If all readings of the document distinguish a version, it has a history of its own.
    """
    for model, found in statements.items():
        series: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
        for one in found:
            series[one.document.series][one.document.day].append(one)
        for days in series.values():
            if len(days) > 1:
                readings = [days[day] for day in sorted(days)]
                versions = set.intersection(*({one.version for one in read} for read in readings))
                for version in sorted(versions - {""}) or [""]:
                    yield from _changes(model, version, readings)


def _changes(model: str, version: str, readings: list[list[Statement]]) -> Iterator[History]:
    """Yield the fields whose value differs between readings of one document, oldest first."""
    shown = [cells_of(s for s in read if version in ("", s.version)) for read in readings]
    for field in COMPARED:
        stated = [cells[field] for cells in shown if field in cells]
        changed = [next(group) for _, group in groupby(stated, lambda one: str(one.value))]
        if len(changed) > 1:
            yield History(model, field, version, tuple(changed))
