"""YAML files of records, validated, with the line of each fault.

Every scalar is taken as the text that it is written as: no date, number or “no” that YAML
would make of it. What it means is for the record's fields to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dossier.files.problems import DossierError, Problem, read_text, reason_of

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The id of a record: it enters addresses, in both languages."""

Record = TypeVar("Record", bound=BaseModel)

_Path = tuple[str | int, ...]


@dataclass
class Yaml:
    """What a YAML text holds, as lists, mappings and texts.

    Attributes:
        lines: the line of each part.
        scalars: each text as it is written, with its place in the YAML.
    """

    file: Path
    value: Any = None
    lines: dict[_Path, int] = field(default_factory=dict)
    scalars: dict[_Path, yaml.ScalarNode] = field(default_factory=dict)

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line (from 1) of the innermost part of `path` that the text holds."""
        for end in range(len(path), -1, -1):
            if tuple(path[:end]) in self.lines:
                return self.lines[tuple(path[:end])]
        return 1


def parse_yaml(text: str, file: Path, first_line: int = 1) -> Yaml:
    """Return what `text` holds.

    Args:
        text: the YAML.
        file: where it was read, for messages.
        first_line: the line of `file` that `text` starts on.

    Raises:
        DossierError: it is not YAML, or a mapping has a key twice.
    """
    parsed = Yaml(file)
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        parsed.value = _value(node, (), first_line, parsed)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        message = f"not valid YAML ({error.problem}): check quotes, colons and indentation"
        raise DossierError([Problem(file, line, message)]) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        message = "not valid YAML: there is a character that no text has; remove it"
        raise DossierError([Problem(file, line, message)]) from None
    except RecursionError:
        message = "not valid YAML: it is nested too deep; indent it as the other files are"
        raise DossierError([Problem(file, first_line, message)]) from None
    return parsed


def load_records(
    file: Path, record: type[Record], context: Any = None
) -> tuple[dict[str, Record], Yaml]:
    """Read a YAML mapping of id to record; the second value knows the lines.

    Args:
        file: the file.
        record: what each id stands for.
        context: what the record's validators are given.

    Raises:
        DossierError: with one problem for each fault in the file.
    """
    parsed = parse_yaml(read_text(file), file)
    if not parsed.value:
        raise DossierError([Problem(file, 1, "the file is empty: restore its records")])
    return validate(parsed, dict[Key, record], context), parsed  # type: ignore[valid-type]


def validate(parsed: Yaml, shape: Any, context: Any = None) -> Any:
    """Check what was parsed against `shape` and return it typed.

    Raises:
        DossierError: with one problem for each fault.
    """
    try:
        return TypeAdapter(shape).validate_python(parsed.value, context=context)
    except ValidationError as error:
        raise DossierError(
            Problem(parsed.file, parsed.line(fault["loc"]), _sentence(fault))
            for fault in error.errors()
        ) from None


def _value(node: yaml.Node | None, path: _Path, first_line: int, parsed: Yaml) -> Any:
    if node is None:
        return ""
    parsed.lines.setdefault(path, first_line + node.start_mark.line)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*path, index), first_line, parsed)
            for index, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, first_line, parsed)
    assert isinstance(node, yaml.ScalarNode)
    parsed.scalars[path] = node
    return node.value


def _mapping(node: yaml.MappingNode, path: _Path, first_line: int, parsed: Yaml) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        key = key_node.value
        if not isinstance(key, str):
            message = "the key is not a text: write it as a word"
            raise DossierError([Problem(parsed.file, line, message)])
        if key in found:
            message = f"“{key}” stands here twice: remove one of the two or rename it"
            raise DossierError([Problem(parsed.file, line, message)])
        parsed.lines[*path, key] = line
        found[key] = _value(value_node, (*path, key), first_line, parsed)
    return found


def _sentence(fault: ErrorDetails) -> str:
    where = ".".join(str(step) for step in fault["loc"] if step != "[key]") or "the file"
    if fault["loc"][-1:] == ("[key]",):
        return f"“{where}” cannot be an id: write lower-case letters, digits and single hyphens"
    if fault["type"] == "missing":
        *record, name = (str(step) for step in fault["loc"])
        return f"{'.'.join(record) or 'the file'} has no field “{name}”: add it"
    if fault["type"] == "extra_forbidden":
        return f"{where} is not a known field: remove it or correct its name"
    return f"{where}: {reason_of(fault)}"
