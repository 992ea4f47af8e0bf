"""YAML files of records, validated, with the line of each error.

Every scalar is read as text: YAML would read a date, a number or “no” as something else. The
fields of the record convert it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dossier.files.problems import DossierError, Problem, read_text, reason_of

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The id of a record, a part of addresses in both languages."""

Record = TypeVar("Record", bound=BaseModel)

_Path = tuple[str | int, ...]


class StrictRecord(BaseModel):
    """A record without unknown fields, its strings without the spaces around them."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Scalar(NamedTuple):
    """A string of a YAML text: its value, quotes ("'", '"' or None) and place in the text."""

    value: str
    style: str | None
    start: int
    end: int


@dataclass
class Yaml:
    """A parsed YAML document: lists, mappings and strings.

    Attributes:
        lines: the line of each key and value, by path.
        scalars: each string, by path.
    """

    file: Path
    value: Any = ""
    lines: dict[_Path, int] = field(default_factory=dict)
    scalars: dict[_Path, Scalar] = field(default_factory=dict)

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line (from 1) of the longest prefix of `path` that exists."""
        for end in range(len(path), -1, -1):
            if tuple(path[:end]) in self.lines:
                return self.lines[tuple(path[:end])]
        return 1

    def problem(self, path: Sequence[str | int], message: str) -> Problem:
        """Return a problem of the key or value at `path`."""
        return Problem(self.file, self.line(path), message)


# Loading, the proofreader and the check of banned renderings all read the same files.
@lru_cache(maxsize=256)
def parse_yaml(text: str, file: Path, first_line: int = 1) -> Yaml:
    """Parse the YAML that starts on a line of `file`; the result is cached, so never change it.

    Raises:
        DossierError: it is not YAML, or a mapping has a key twice.
    """
    parsed, line = Yaml(file), first_line
    try:
        parsed.value = _Composer(text, first_line, parsed).document()
        return parsed
    except yaml.MarkedYAMLError as error:
        line += error.problem_mark.line if error.problem_mark else 0
        reason = f" ({error.problem}): check quotes, colons and indentation"
    except yaml.reader.ReaderError as error:
        line += text.count("\n", 0, error.position)
        reason = ": it contains a control character; remove it"
    except RecursionError:
        reason = ": it is nested too deeply; indent it like the other files"
    raise DossierError.at(file, line, f"not valid YAML{reason}")


def load_records(
    file: Path, record: type[Record], context: Any = None
) -> tuple[dict[str, Record], Yaml]:
    """Read a YAML mapping of id to record; return it with the parsed YAML, for line numbers.

    `context` is the validation context of the record's validators.

    Raises:
        DossierError: one problem for each error in the file.
    """
    parsed = parse_yaml(read_text(file), file)
    if not parsed.value:
        raise DossierError.at(file, 1, "the file is empty: restore its records")
    return validate(parsed, dict[Key, record], context), parsed  # type: ignore[valid-type]


def validate(parsed: Yaml, shape: Any, context: Any = None) -> Any:
    """Validate parsed YAML as `shape`, a type.

    Raises:
        DossierError: one problem for each error.
    """
    try:
        return TypeAdapter(shape).validate_python(parsed.value, context=context)
    except ValidationError as error:
        found = (parsed.problem(detail["loc"], _sentence(detail)) for detail in error.errors())
        raise DossierError(found) from None


class _Composer:
    """Builds the value of a YAML document from the parser's events.

    PyYAML's own composer, written in C, crashes the interpreter on deep nesting; this one raises
    RecursionError.
    """

    def __init__(self, text: str, first_line: int, parsed: Yaml) -> None:
        self._events = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._first_line = first_line
        self._parsed = parsed
        self._anchors: dict[str, Any] = {}

    def document(self) -> Any:
        """Return the value of the only document, "" if there is none."""
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return ""
        value = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._fail(following, "a second document starts here: keep one")
        return value

    def _value(self, event: yaml.Event, path: _Path) -> Any:
        self._parsed.lines.setdefault(path, self._line(event))
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                self._fail(event, f"there is no anchor “{event.anchor}”: write the value here")
            return self._anchors[event.anchor]
        if isinstance(event, yaml.ScalarEvent):
            assert event.start_mark
            assert event.end_mark
            value: Any = event.value
            self._parsed.scalars[path] = Scalar(
                value, event.style or None, event.start_mark.index, event.end_mark.index
            )
        else:
            is_list = isinstance(event, yaml.SequenceStartEvent)
            value = self._list(path) if is_list else self._map(path)
        if anchor := getattr(event, "anchor", None):
            self._anchors[anchor] = value
        return value

    def _list(self, path: _Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _map(self, path: _Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._fail(event, "the key is not a string: write it as a word")
            key = event.value
            if key in values:
                self._fail(event, f"“{key}” is here twice: remove one of the two or rename it")
            self._parsed.lines[*path, key] = self._line(event)
            values[key] = self._value(next(self._events), (*path, key))
        return values

    def _line(self, event: yaml.Event) -> int:
        assert event.start_mark
        return self._first_line + event.start_mark.line

    def _fail(self, event: yaml.Event, message: str) -> NoReturn:
        raise DossierError.at(self._parsed.file, self._line(event), message)


def _sentence(error: ErrorDetails) -> str:
    where = ".".join(str(step) for step in error["loc"] if step != "[key]") or "the file"
    if error["loc"][-1:] == ("[key]",):
        return f"“{where}” cannot be an id: write lower-case letters, digits and single hyphens"
    if error["type"] == "missing":
        *record, name = (str(step) for step in error["loc"])
        return f"{'.'.join(record) or 'the file'} has no field “{name}”: add it"
    if error["type"] == "extra_forbidden":
        return f"{where} is not a known field: remove it or correct its name"
    return f"{where}: {reason_of(error)}"
