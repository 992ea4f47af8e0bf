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
    """Raised with every problem found, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


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
            return f"“{fault['input']}” has the wrong form: write it as {fault['ctx']['pattern']}"
    reason = fault["msg"].removeprefix("Value error, ")
    return f"{reason[0].lower()}{reason[1:]}"
