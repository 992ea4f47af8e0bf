"""Faults in what people write, told so that they can be mended."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import ErrorDetails


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands and, in one sentence, what is wrong and what to do."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"

    def relative_to(self, root: Path) -> "Problem":
        """Return the problem with its files named from the project's root."""
        message = self.message.replace(f"{root}/", "")
        return Problem(self.file.relative_to(root), self.line, message)


class DossierError(Exception):
    """Raised with every problem found, each once, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_text(file: Path) -> str:
    """Return the text of a file that people write, without a byte order mark.

    Raises:
        DossierError: it cannot be read, or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}): restore it, or its rights"
        raise DossierError([Problem(file, 1, message)]) from None
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        raise DossierError(
            [Problem(file, line, "the file is not UTF-8: save it as UTF-8")]
        ) from None


@contextmanager
def gathering(problems: list[Problem]) -> Iterator[None]:
    """Add to `problems` those that the block raises, so that the next step can still be tried."""
    try:
        yield
    except DossierError as error:
        problems += error.problems


_EMPTY = "it is empty: fill it in"
_NO_RECORD = "it is not a record: write its fields below it, one a line"
_TOO_SMALL = "“{input}” is too small: correct the figure"
_REASONS = {
    "missing": _EMPTY,
    "too_short": _EMPTY,
    "string_too_short": _EMPTY,
    "string_pattern_mismatch": "“{input}” has the wrong form: it is to match {pattern}",
    "string_type": "it is not a text: write words, in quotes",
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
"""What pydantic calls a fault, as the end of a sentence."""


def reason_of(fault: ErrorDetails) -> str:
    """Return what pydantic found wrong with a value, as the end of a sentence."""
    if sentence := _REASONS.get(fault["type"]):
        return sentence.format_map({"input": fault["input"], **fault.get("ctx", {})})
    reason = fault["msg"].removeprefix("Value error, ")
    return f"{reason[0].lower()}{reason[1:]}"
