"""YAML files of records, validated, with the line of each fault."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError

from dossier.problems import DossierError, Problem, reason_of

Record = TypeVar("Record", bound=BaseModel)


def parse_yaml(text: str, file: Path, first_line: int = 1) -> Any:
    """Return what `text` holds, as ruamel.yaml's containers, which know their lines.

    Args:
        text: the YAML.
        file: where it was read, for messages.
        first_line: the line of `file` that `text` starts on.

    Raises:
        DossierError: it is not YAML, or a mapping has a key twice.
    """
    try:
        return YAML(typ="rt").load(text)
    except DuplicateKeyError as error:
        key = str(error.problem).split('"')[1]
        reason = f"“{key}” stands here twice: remove one of the two or rename it"
        raise DossierError([_problem_at(error, file, first_line, reason)]) from None
    except MarkedYAMLError as error:
        reason = f"not valid YAML ({error.problem}): check quotes, colons and indentation"
        raise DossierError([_problem_at(error, file, first_line, reason)]) from None


def load_records(file: Path, record: type[Record]) -> dict[str, Record]:
    """Read a YAML mapping of id to record.

    Raises:
        DossierError: with one problem for each fault in the file.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        reason = f"cannot be read ({error.strerror}): restore the file"
        raise DossierError([Problem(file, 1, reason)]) from None
    records: dict[str, Record] = validate(
        parse_yaml(text, file) or {},
        dict[str, record],  # type: ignore[valid-type]  # mypy takes no type from a value
        file,
    )
    return records


def validate(data: Any, shape: Any, file: Path, first_line: int = 1) -> Any:
    """Check `data`, from `parse_yaml`, against `shape` and return it typed.

    Raises:
        DossierError: with one problem for each fault.
    """
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        raise DossierError(
            Problem(file, first_line - 1 + _line(data, fault["loc"]), _sentence(fault))
            for fault in error.errors()
        ) from None


def _problem_at(error: MarkedYAMLError, file: Path, first_line: int, message: str) -> Problem:
    line = error.problem_mark.line if error.problem_mark else 0
    return Problem(file, first_line + line, message)


def _line(data: Any, location: Sequence[str | int]) -> int:
    """Return the line (from 1) of the innermost part of `location` that the file holds."""
    line = 0
    for step in location:
        if isinstance(data, Mapping) and step in data:
            line = data.lc.key(step)[0]  # type: ignore[attr-defined]
        elif isinstance(data, Sequence) and not isinstance(data, str) and isinstance(step, int):
            line = data.lc.item(step)[0]  # type: ignore[attr-defined]
        else:
            break
        data = data[step]
    return int(line) + 1


def _sentence(fault: ErrorDetails) -> str:
    where = ".".join(str(step) for step in fault["loc"]) or "the file"
    if fault["type"] == "missing":
        *record, field = (str(step) for step in fault["loc"])
        return f"{'.'.join(record) or 'the file'} has no field “{field}”: add it"
    if fault["type"] == "extra_forbidden":
        return f"{where} is not a known field: remove it or correct its name"
    return f"{where}: {reason_of(fault)}"
