"""Progress on a terminal, on standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    """A line such as "17/250 files", which is written anew at each percent.

    Attributes:
        total: the number of steps.
        unit: what is counted.
        delay: seconds before the line is first shown.
    """

    def __init__(self, total: int, unit: str, delay: float = 0) -> None:
        self.total, self.unit = total, unit
        self.count = 0
        self.start = time.monotonic() + delay
        self.is_shown = sys.stderr.isatty()

    def step(self) -> None:
        """Count one more."""
        before, self.count = self.count, self.count + 1
        is_next = self.count * 100 // self.total > before * 100 // self.total
        if self.is_shown and is_next and time.monotonic() >= self.start:
            print(f"\r{self.count}/{self.total} {self.unit}", end="", file=sys.stderr, flush=True)


@contextmanager
def progress(total: int, unit: str, delay: float = 0) -> Iterator[Progress]:
    """Yield the progress of a task, and erase its line at the end."""
    line = Progress(total, unit, delay)
    try:
        yield line
    finally:
        if line.is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
