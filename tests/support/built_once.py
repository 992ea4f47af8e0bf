"""Sites built once for all pytest-xdist workers."""

import fcntl
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def built_once(
    name: str, builds: Mapping[str, Callable[[Path], None]], factory: pytest.TempPathFactory
) -> Path:
    """Return the folder that `builds[name]` has filled, in this worker or in another.

    A worker that would wait for another's build runs the other builds meanwhile.
    """
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    if not _build(shared / name, builds[name], fcntl.LOCK_EX | fcntl.LOCK_NB):
        for other, build in builds.items():
            _build(shared / other, build, fcntl.LOCK_EX | fcntl.LOCK_NB)
    _build(shared / name, builds[name], fcntl.LOCK_EX)
    return shared / name


def _build(folder: Path, build: Callable[[Path], None], lock_operation: int) -> bool:
    """Return True once the folder is complete, False if another worker is building it."""
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, lock_operation)
        except BlockingIOError:
            return False
        if not folder.exists():
            with TemporaryDirectory(dir=folder.parent) as partial:
                build(Path(partial, "site"))
                Path(partial, "site").rename(folder)
    return True
