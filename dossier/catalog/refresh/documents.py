"""Refresh a document of Microsoft: read its tables again, and say what changed in words.

Its tables are read twice by one layout, in the version of the newest reading and in the newest
version: the difference is what the document changed, whatever was read by hand before.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.catalog.fields import parse
from dossier.catalog.readings import COLUMNS, read_document
from dossier.catalog.refresh.draft import Draft, Makers
from dossier.catalog.refresh.fetch import DocumentSource, RefreshError
from dossier.catalog.refresh.layouts import Extract, Layout, Row, read_tables
from dossier.catalog.refresh.tables import front_matter
from dossier.catalog.schema import CatalogDocument
from dossier.catalog.values import key_of
from dossier.files.plain_text import read_rows

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_NO_TITLE = re.compile(r"include file", re.IGNORECASE)

Values = dict[str, list[str]]
"""The printed values of each field."""
Models = dict[tuple[str, str], Values]
"""What a document states of each (key of a model, version)."""


def name_of(file: Path) -> str:
    """Return what the readings of a document are called, whatever their date."""
    return _DATED.sub("", file.stem)


def refresh_document(
    file: Path, layout: Layout, draft: Draft, source: DocumentSource, today: str
) -> Iterator[str]:
    """Compare a document with `file`, its newest reading, and yield the lines of a report.

    A reading is added to the draft if anything changed and all of it is understood.

    Raises:
        RefreshError: the document cannot be read, or not all of it is understood.
    """
    known, lines = read_document(file)
    repo, path = known.repo or "", known.path or ""
    commit = source.head(repo)
    text = source.document(repo, commit, path)
    before = source.document(repo, known.commit or "", path)
    if text == before:
        yield f"{known.name}: unchanged since {known.date}"
        return
    if layout.by_hand:
        yield f"{known.name}: changed since {known.date}: read it by hand, {layout.by_hand}"
        return
    read = read_tables(text, layout, draft.keys)
    old = _read_again(before, layout, draft)
    changes = list(_changes(_models(old.rows), _models(read.rows), _printed_names(old, read)))
    makers, unknown = _new_models(read, draft)
    date = _date(text, known, today)
    count = f"{len(changes) or 'no'} change{'s' * (len(changes) != 1)}"
    yield f"{known.name}, as of {date}: {count} in its tables"
    yield from (f"- {change}" for change in changes)
    if problems := read.problems + unknown:
        yield from (f"- not understood: {problem}" for problem in problems)
        raise RefreshError("not all of it is understood: its older reading stays")
    _check_whole(old, read)
    if not changes:
        return
    stated = {
        (key_of(row.cells["model"]), field)
        for row in read_rows(file, COLUMNS, lines)
        for field, _ in parse(row.cells["field"], row.cells["value"])
    }
    unchanged = {row.place for row in old.rows}
    more = {
        (key_of(row.model), field)
        for row in read.rows
        for field, _ in parse(row.field, row.value)
        if row.place in unchanged and field != "named"
    } - stated
    if more:
        yield f"- read for the first time, though not new: {len(more)} values"
    title = known.title or front_matter(text).get("title", "")
    head: dict[str, str | None] = {
        "publisher": known.publisher,
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "date": date,
        "repo": repo,
        "path": path,
        "commit": commit,
        "schedule": "yes" if known.schedule else "",
    }
    rows = [(row.model, row.version, row.field, row.value) for row in read.rows]
    draft.add(f"{name_of(file)}-{date}", head, rows, makers)


def _read_again(text: str, layout: Layout, draft: Draft) -> Extract:
    """Return what the older version states; nothing if its tables have another layout."""
    try:
        return read_tables(text, layout, draft.keys)
    except RefreshError:
        return Extract()


def _check_whole(old: Extract, read: Extract) -> None:
    """Raise RefreshError if most models are gone: a document loses few in a week."""
    before, now = ({key_of(row.model) for row in each.rows} for each in (old, read))
    if len(left := before & now) * 2 < len(before):
        message = f"it has only {len(left)} of its {len(before)} models: check that it is whole"
        raise RefreshError(message)


def _date(text: str, known: CatalogDocument, today: str) -> str:
    """Return the date that a document prints, or today if it did not change it."""
    try:
        printed = datetime.datetime.strptime(front_matter(text)["ms.date"], "%m/%d/%Y")
    except (KeyError, ValueError):
        return today
    day = printed.date().isoformat()
    return day if str(known.date or "") < day <= today else today


def _new_models(read: Extract, draft: Draft) -> tuple[dict[str, Makers], list[str]]:
    """Return the makers of each model that models.csv lacks, and a sentence for those unknown.

    A model has the maker of those whose name starts with its first word or, if there is none, of
    the others in its table.
    """
    families: dict[str, set[Makers]] = {}
    for key, makers in draft.makers.items():
        families.setdefault(key.split("-")[0], set()).add(makers)
    tables: dict[int, set[Makers]] = {}
    for row in read.rows:
        if known := draft.keys.get(key_of(row.model)):
            tables.setdefault(row.table, set()).add(draft.makers[known])
    models: dict[str, Makers] = {}
    unknown: dict[str, str] = {}
    for row in read.rows:
        key = key_of(row.model)
        if key in draft.keys or key in map(key_of, models):
            continue
        family = families.get(key.split("-")[0], set())
        for found in (family, tables.get(row.table, set())):
            if len(found) == 1 and row.model not in models:
                [models[row.model]] = found
        if row.model not in models:
            unknown[key] = f"models.csv has no “{row.model}”, whose maker is not known: add a row"
    return models, list(unknown.values())


def _models(rows: list[Row]) -> Models:
    models: Models = {}
    for row in rows:
        values = models.setdefault((key_of(row.model), row.version), {})
        if row.field != "named" and row.value not in values.setdefault(row.field, []):
            values[row.field].append(row.value)
    return models


def _printed_names(*extracts: Extract) -> dict[str, str]:
    return {key_of(row.model): row.model for extract in extracts for row in extract.rows}


def _changes(old: Models, new: Models, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each model, version or value that is new, changed or gone."""
    for one in dict.fromkeys([*new, *old]):
        label = names[one[0]] + (f", version {one[1]}" if one[1] else "")
        if one not in old:
            stated = (f"{_words(f)} {', '.join(v)}" for f, v in new[one].items())
            yield f"new: {label}: {'; '.join(stated) or 'named'}"
        elif one not in new:
            yield f"gone: {label}"
        else:
            changes = [
                _change(field, old[one].get(field, []), new[one].get(field, []))
                for field in dict.fromkeys([*new[one], *old[one]])
            ]
            if said := "; ".join(filter(None, changes)):
                yield f"changed: {label}: {said}"


def _change(field: str, old: list[str], new: list[str]) -> str:
    """Return how the values of a field differ, "" if they mean the same."""
    before, after = ([parse(field, value) for value in values] for values in (old, new))
    if before == after:
        return ""
    items = [{item.strip() for value in v for item in value.split(";")} for v in (old, new)]
    if old and new and any(";" in value for value in old + new):
        gained, lost = sorted(items[1] - items[0]), sorted(items[0] - items[1])
        said = [f"gains {', '.join(gained)}"] if gained else []
        said += [f"loses {', '.join(lost)}"] if lost else []
        return f"{_words(field)} {' and '.join(said) or 'in another order'}"
    return f"{_words(field)} {', '.join(old) or 'none'} → {', '.join(new) or 'none'}"


def _words(field: str) -> str:
    return field.replace("_", " ")
