"""The changes of the catalog: what each reading, in the order of their dates, changed in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from dossier.catalog import values
from dossier.catalog.readings import Statements
from dossier.catalog.rule import cells_of, of_version, precedence, versions_of
from dossier.catalog.schema import Change, Statement
from dossier.files.dates import PartialDate


def changes_of(statements: Statements) -> list[Change]:
    """Return the changes of all models, latest first.

    The catalog of a date is what the rule makes of the documents up to that date, those without
    one included. A model starts with its first dated document; a version, when documents first
    distinguish it, with what its model showed.
    """
    changes = chain.from_iterable(_changes(*item) for item in statements.items())
    return sorted(changes, key=lambda one: str(one.date), reverse=True)


def _changes(model: str, found: Sequence[Statement]) -> Iterator[Change]:
    dates = {one.document.day: one.document.date for one in found if one.document.date}
    ranked = sorted(found, key=precedence)
    before: dict[str, dict[str, Statement]] = {}
    for day, date in sorted(dates.items()):
        known = [one for one in ranked if one.document.day <= day]
        now = {
            version: cells_of(of_version(known, version)) for version in versions_of(known) or [""]
        }
        for version, cells in now.items():
            if version not in before:
                document = next(one.document for one in found if one.document.day == day)
                yield Change(model, version, date, document=document)
            if before:
                shown = before.get(version, before.get("", {}))
                yield from _differences(Change(model, version, date), shown, cells)
        before = now


def _differences(
    at: Change, before: Mapping[str, Statement], after: Mapping[str, Statement]
) -> Iterator[Change]:
    for field in sorted({*before, *after} - {"named"}):
        old, new = before.get(field), after.get(field)
        if not (old and new and old.equals(new)):
            yield replace(
                at, field=field, before=old, after=new, document=new.document if new else None
            )


def count_by_date(changes: Iterable[Change]) -> dict[PartialDate, Counter[values.Change]]:
    """Return the number of changes of each kind, by date, in the order of the changes."""
    counts: dict[PartialDate, Counter[values.Change]] = defaultdict(Counter)
    for change in changes:
        counts[change.date][change.kind] += 1
    return counts
