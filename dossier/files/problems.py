"""Errors in what people write, each with its file, line and fix."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import ErrorDetails


@dataclass(frozen=True, order=True)
class Problem:
    """An error: its place and, in one sentence, what is wrong and how to fix it."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"

    def relative_to(self, root: Path) -> "Problem":
        """Return the problem with file names relative to the project's root."""
        message = self.message.replace(f"{root}/", "")
        return Problem(self.file.relative_to(root), self.line, message)


class DossierError(Exception):
    """Raised with every problem found, each once, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, file: Path, line: int, message: str) -> "DossierError":
        """Return an error with a single problem."""
        return cls([Problem(file, line, message)])


def read_text(file: Path) -> str:
    """Return the text of a UTF-8 file without its byte order mark.

    Raises:
        DossierError: the file cannot be read, or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}): restore it, or its permissions"
        raise DossierError.at(file, 1, message) from None
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        raise DossierError.at(file, line, "the file is not UTF-8: save it as UTF-8") from None


@contextmanager
def gathering(problems: list[Problem]) -> Iterator[None]:
    """Add the problems that the block raises to `problems`, so that the next step still runs."""
    try:
        yield
    except DossierError as error:
        problems += error.problems


@contextmanager
def checking() -> Iterator[list[Problem]]:
    """Yield a list of problems; when the block ends or raises, raise all of them at once.

    Raises:
        DossierError: the list is not empty, or the block raised one.
    """
    problems: list[Problem] = []
    with gathering(problems):
        yield problems
    if problems:
        raise DossierError(problems)


_EMPTY = "it is empty: fill it in"
_NO_RECORD = "it is not a record: write its fields below it, one a line"
_TOO_SMALL = "“{input}” is too small: correct the figure"
_REASONS = {
    "missing": _EMPTY,
    "too_short": _EMPTY,
    "string_too_short": _EMPTY,
    "string_pattern_mismatch": "“{input}” has the wrong form: it must match {pattern}",
    "string_type": "it is not a string: write words, in quotes",
    "dict_type": _NO_RECORD,
    "model_type": _NO_RECORD,
    "list_type": "it is not a list: write it as [one, two]",
    "literal_error": "“{input}” is not known: it should be {expected}",
    "int_parsing": "“{input}” is not a whole number: write digits alone, as 128000",
    "decimal_parsing": "“{input}” is not a number: write it as 0.25",
    "bool_parsing": "“{input}” is neither yes nor no: write one of them",
    "greater_than": _TOO_SMALL,
    "greater_than_equal": _TOO_SMALL,
}
"""The end of a sentence for each type of pydantic error."""


def reason_of(error: ErrorDetails) -> str:
    """Return a validation error of pydantic as the end of a sentence."""
    if sentence := _REASONS.get(error["type"]):
        return sentence.format_map({"input": error["input"], **error.get("ctx", {})})
    reason = error["msg"].removeprefix("Value error, ")
    return f"{reason[0].lower()}{reason[1:]}"
