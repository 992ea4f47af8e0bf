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


def reason_of(fault: ErrorDetails) -> str:
    """Return what pydantic found wrong with a value, as the end of a sentence."""
    match fault["type"]:
        case "too_short" | "string_too_short":
            return "it is empty: fill it in"
        case "string_pattern_mismatch":
            return (
                f"“{fault['input']}” has the wrong form: it is to match {fault['ctx']['pattern']}"
            )
        case "string_type":
            return "it is not a text: write words, in quotes"
        case "dict_type" | "model_type":
            return "it is not a record: write its fields below it, one a line"
        case "list_type":
            return "it is not a list: write it as [one, two]"
    reason = fault["msg"].removeprefix("Value error, ")
    return f"{reason[0].lower()}{reason[1:]}"
