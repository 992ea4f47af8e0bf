"""Contradictions: fields of a model on which documents differ, and differences of convention."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from dossier.catalog import values
from dossier.catalog.readings import Statements
from dossier.catalog.rule import of_version, precedence, versions_of
from dossier.catalog.schema import Contradiction, Statement
from dossier.catalog.values import key_of
from dossier.files.dates import PartialDate
from dossier.locales import Bilingual

COMPARED = tuple(point.replace("-", "_") for point in get_args(values.Point))
"""The fields that are compared; a kind is the catalog's own word."""

_ROUNDING = 1.05
"""A million is 1,048,576, a thousand 1,024: one figure in two notations differs by less."""
_TOKENS = ("context", "max_input", "max_output")
_STATES = {"beta": "preview", "alpha": "preview", "gated-research-preview": "preview"}
_SAME_WORDS = {"vector": "text", "code": "text"}


def contradictions_of(
    statements: Statements,
    cells: Mapping[str, Mapping[str, Statement]],
    notes: Mapping[str, Bilingual],
) -> Iterator[Contradiction]:
    """Yield the fields on which documents differ about a model, or about one of its versions.

    Of a document read at several dates, the newest reading counts: the rest is history. A note of
    notes.yml whose key is "differs-MODEL-FIELD" explains the difference.
    """
    for model, found in statements.items():
        about_all: set[str] = set()
        for version in versions_of(found) or [""]:
            shown = cells.get(key_of(f"{model} {version}"), {})
            for field, stated in _by_field(of_version(found, version)).items():
                if differing := _differing(field, stated, shown):
                    told, every = differing
                    about = version if any(one.version for one in told) else ""
                    if about or field not in about_all:
                        note = notes.get(f"differs-{model}-{field.replace('_', '-')}")
                        yield Contradiction(model, field, about, told, every, note)
                    about_all |= set() if about else {field}


def _differing(
    field: str, stated: Sequence[Statement], shown: Mapping[str, Statement]
) -> tuple[tuple[Statement, ...], values.Convention | None] | None:
    """Return the statements that differ, each value once, and the convention that explains all."""
    first = shown[field] if shown.get(field) in stated else stated[0]
    others = [one for one in stated if not _agree(first, one) and not _later(shown, one)]
    if not others:
        return None
    conventions = [convention(first, one, shown.get("max_input")) for one in others]
    agreed = [one for one in stated if one is not first and _agree(first, one)]
    told: dict[tuple[str, str], Statement] = {}
    for one in (first, *agreed, *others):
        told.setdefault((str(one.value), one.document.publisher), one)
    return tuple(told.values()), None if None in conventions else conventions[0]


def convention(
    one: Statement, other: Statement, max_input: Statement | None = None
) -> values.Convention | None:
    """Return the convention that explains the difference of two statements, None if none does.

    `max_input` is the maximum input shown beside the first statement.
    """
    if one.field in _TOKENS:
        return _convention_of_tokens(one, other, max_input)
    if isinstance(one.value, PartialDate):
        short, long = sorted((str(one.value), str(other.value)), key=len)
        return "precision" if long.startswith(short) else None
    if one.field in ("inputs", "outputs"):
        words = [{_SAME_WORDS.get(word, word) for word in s.value} for s in (one, other)]
        return "words" if words[0] == words[1] else None
    if one.field == "lifecycle":
        states = {_STATES.get(s.value, s.value) for s in (one, other)}
        return "words" if len(states) == 1 else None
    return None


def _convention_of_tokens(
    one: Statement, other: Statement, max_input: Statement | None
) -> values.Convention | None:
    low, high = sorted((one.value, other.value))
    if high / low < _ROUNDING:
        return "notation"
    windows = [each.value for each in (one, other) if each.field == "context"]
    if len(windows) == 2:
        return "window-or-input" if max_input and max_input.value == low else None
    return "window-or-input" if windows == [high] else None


def _later(shown: Mapping[str, Statement], one: Statement) -> bool:
    """Return True if a model was retired after the document that states another lifecycle."""
    state, retirement = shown.get("lifecycle"), shown.get("retirement")
    retired = state and state.value == "retired" and one.field == "lifecycle" and retirement
    return bool(retired and retired.value.first_day().toordinal() > one.document.day)


def _agree(one: Statement, other: Statement) -> bool:
    """Return True if two values differ in order or case only, or are of different versions."""
    versions = {one.version, other.version} - {""}
    return len(versions) > 1 or bool(_unordered(one.value) == _unordered(other.value))


def _unordered(value: Any) -> Any:
    return {str(item).casefold() for item in value} if isinstance(value, tuple) else value


def _by_field(found: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return the newest statement of each document on each field, in order of precedence.

    A document that contradicts itself has several. The maximum input of a document is compared
    with the context window of another, if it states no window itself. What models.dev calls the
    maximum output of an embedding is the size of its vector.
    """
    is_embedding = any(one.value == "embedding" for one in found if one.field == "kind")
    newest: dict[tuple[str, str], int] = defaultdict(int)
    stated: dict[str, list[Statement]] = defaultdict(list)
    versions: dict[tuple[str, str], str] = {}
    for one in found:
        field = "lifecycle" if one.field == "status" else one.field
        from_models_dev = one.document.publisher == "models-dev"
        if field not in COMPARED or (is_embedding and from_models_dev and field == "max_output"):
            continue
        at = (one.document.series, field)
        newest[at] = newest[at] or one.document.day
        version = versions.setdefault(at, one.version)
        if one.document.day == newest[at] and one.version == version:
            stated[field].append(one)
    windows = {one.document.series for one in stated["context"]}
    if windows:
        inputs = [one for one in stated["max_input"] if one.document.series not in windows]
        stated["context"] = sorted([*stated["context"], *inputs], key=precedence)
    return {field: each for field, each in stated.items() if len(each) > 1}
