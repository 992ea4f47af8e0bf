"""Processes that share the work of a check.

Not a pool of the standard library: `multiprocessing.Pool` waits forever for a process that was
killed, and `ProcessPoolExecutor` leaves its processes behind when this one is killed.
"""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar, cast

from linkcheck.errors import CannotRunError

_ENDING = {signal.SIGINT, signal.SIGTERM}

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    """Yield `work(item)` for each item, in the order in which `jobs` processes finish.

    Raises:
        CannotRunError: a process was killed, or its work raised this.
    """
    processes: list[Process] = []
    open_pipes: list[Connection[Any, Any]] = []
    try:
        for number in range(jobs):
            reader, writer = Pipe(duplex=False)
            open_pipes.append(reader)
            mine = items[number::jobs]
            process = Process(target=_work, args=(work, mine, writer, open_pipes), daemon=True)
            with _signals_blocked():
                process.start()
                processes.append(process)
            writer.close()  # so that a process that ends closes its pipe
        while open_pipes:
            for reader in cast("list[Connection[Any, Any]]", wait(open_pipes)):
                is_last, result = _receive(reader)
                if isinstance(result, CannotRunError):
                    raise result
                if is_last:
                    open_pipes.remove(reader)
                else:
                    yield result
    finally:
        for process in processes:
            process.kill()
            process.join()


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Let signals wait, so that none ends this process before it knows the one that it starts."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _receive(reader: "Connection[Any, Any]") -> Any:
    try:
        return reader.recv()
    except (EOFError, OSError):  # between two messages, or within one
        message = "a process was killed, perhaps because memory ran out: try --jobs 1"
        raise CannotRunError(message) from None


def _work(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    writer: "Connection[Any, Any]",
    readers: "Iterable[Connection[Any, Any]]",
) -> None:
    # A write must fail when the first process is gone, and not wait for a reader inherited from it.
    for reader in readers:
        reader.close()
    # Ctrl-C reaches all processes of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    try:
        for item in items:
            writer.send((False, work(item)))
        writer.send((True, None))
    except CannotRunError as error:
        writer.send((True, error))
    except BrokenPipeError:
        pass  # the first process is gone
