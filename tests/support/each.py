"""One test for one rule of many pages or records: its failure lists every one that breaks it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar


class SeenPage(Protocol):
    """The measures of a page."""

    @property
    def path(self) -> str: ...


Seen = TypeVar("Seen", bound=SeenPage)
At = Callable[[object], AbstractContextManager[None]]
"""Opens a block whose failed assertion is kept under the name of a page or record."""


@contextmanager
def each_reported(fix: str = "") -> Iterator[At]:
    """Collect failed assertions and fail once, at the end, with all of them.

    Args:
        fix: what to do, and where, if the assertions do not say so.
    """
    checked, problems = 0, list[str]()

    @contextmanager
    def at(name: object) -> Iterator[None]:
        nonlocal checked
        checked += 1
        try:
            yield
        except AssertionError as error:
            problems.append(f"{name or 'home'}: {error}")

    yield at
    assert checked, "nothing was checked"
    head = f"{len(problems)} problems in {checked} checks; fix: {fix}"
    assert not problems, "\n".join([head, *problems])


def check_every(pages: Iterable[Seen], problem: Callable[[Seen], object], fix: str) -> None:
    """Fail with every page for which `problem` returns something, and how to fix it."""
    with each_reported(fix) as at:
        for page in pages:
            with at(page.path):
                found = problem(page)
                assert not found, found
