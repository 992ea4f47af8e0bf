"""Whatever ends the command, it prints one sentence, exits with 2 and leaves no process behind."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods
from pathlib import Path
from typing import Any

import pytest

from linkcheck.cli import main
from tests.links.made import SITE_URL, make
from tests.support.site import ROOT

# A file, which processes that are not forked run too.
SLOW = r"""
import multiprocessing, os, sys, time
import linkcheck.checker as checker
from linkcheck.__main__ import run
read = checker.read_file

def read_slowly(*args):
    if "FAIL" in os.environ:
        raise RuntimeError("two\nlines")
    os.write(2, f"{os.getpid()}\n".encode())  # at once, unlike print
    time.sleep(0.2)
    return read(*args)

checker.read_file = read_slowly
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop())
    sys.exit(run())
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that two processes read."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "slow.py").write_text(SLOW, encoding="utf-8")
    make(folder / "site", {f"{number}.txt": "" for number in range(400)})
    return folder


each_method = pytest.mark.parametrize("method", get_all_start_methods())


@contextmanager
def started(folder: Path, method: str) -> Iterator["tuple[subprocess.Popen[str], int]"]:
    """Yield the command while two processes read files, and the id of one of these."""
    options = ("--site-url", SITE_URL, "--jobs", "2", method)
    arguments = [sys.executable, f"{folder}/slow.py", f"{folder}/site", *options]
    plain = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(arguments, env=plain, start_new_session=True, **pipes) as process:
        assert process.stderr is not None
        readers = {int(process.stderr.readline())}
        while len(readers) < 2:
            readers.add(int(process.stderr.readline()))
        assert process.pid not in readers
        try:
            yield process, readers.pop()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def end_of(process: "subprocess.Popen[str]") -> str:
    """Return what the command says at its end; any process left would keep its output open."""
    out, err = process.communicate(timeout=20)
    assert out == ""
    return re.sub(r"^\d+\n", "", err, flags=re.MULTILINE)


@each_method
def test_ctrl_c_reaches_all_processes(method: str, large: Path) -> None:
    with started(large, method) as (process, _):
        os.killpg(process.pid, signal.SIGINT)
        assert end_of(process) == "linkcheck: stopped before the end\n"
        assert process.returncode == 2


def test_a_terminated_command_ends_its_processes(large: Path) -> None:
    with started(large, get_all_start_methods()[0]) as (process, _):
        process.terminate()
        assert end_of(process) == "linkcheck: stopped before the end\n"
        assert process.returncode == 2


@each_method
def test_a_killed_process_is_an_error(method: str, large: Path) -> None:
    with started(large, method) as (process, reader):
        os.kill(reader, signal.SIGTERM if method == "fork" else signal.SIGKILL)
        assert re.fullmatch(r"linkcheck: a process was killed[^\n]+\n", end_of(process))
        assert process.returncode == 2


@each_method
def test_processes_end_when_the_command_is_killed(method: str, large: Path) -> None:
    with started(large, method) as (process, _):
        process.kill()
        assert end_of(process) == ""


def test_one_process_can_be_interrupted(large: Path) -> None:
    code = "import os, signal, linkcheck.checker as c; c.read_file = lambda *args: {}; {}".format(
        "os.kill(os.getpid(), signal.SIGINT)",
        "from linkcheck.__main__ import run; raise SystemExit(run())",
    )
    arguments = [sys.executable, "-c", code, f"{large}/site", "--site-url", SITE_URL, "--jobs", "1"]
    result = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "linkcheck: stopped before the end\n"


# Environments


@pytest.mark.parametrize("command", ["linkcheck", "linkcheck.external"])
def test_a_missing_package_is_named(command: str, tmp_path: Path) -> None:
    code = "import sys; sys.modules['ada_url'] = None; sys.argv = sys.argv[1:]; import runpy; {}"
    code = code.format(f"runpy.run_module({command!r}, run_name='__main__')")
    arguments = [sys.executable, "-c", code, "linkcheck", str(tmp_path)]
    result = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert re.fullmatch(r"linkcheck: [^\n]+ pip install ada-url\n", result.stderr)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_names_the_file(jobs: str, large: Path) -> None:
    command = (f"{large}/slow.py", f"{large}/site", "--site-url", SITE_URL, "--jobs", jobs, "spawn")
    result = subprocess.run(
        [sys.executable, *command], env={**os.environ, "PYTHONPATH": str(ROOT), "FAIL": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (2, "")
    assert re.fullmatch(
        r"linkcheck: [\w.]+ cannot be checked, which is a bug: RuntimeError: two lines\n",
        result.stderr,
    )


# Folders


@pytest.mark.parametrize("name", ["a" * 5_000, "a/" * 5_000, "a\0b"])
def test_a_folder_that_cannot_exist_is_an_error(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([f"{tmp_path}/{name}", "--site-url", SITE_URL]) == 2
    printed = capsys.readouterr()
    assert re.fullmatch(r"linkcheck: [^\n]{1,400}\n", printed.err)


@pytest.mark.parametrize("refused", ["", "site"])
def test_an_unreadable_folder_is_an_error(
    refused: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = make(tmp_path / "site", {})

    def refuse(name: str) -> Any:
        function: Callable[..., Any] = getattr(os, name)

        def refusing(path: "os.PathLike[str]", *args: Any, **options: Any) -> Any:
            if Path(path).is_relative_to(tmp_path / refused):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return function(path, *args, **options)

        return refusing

    for name in ("scandir", "stat"):
        monkeypatch.setattr(os, name, refuse(name))
    assert main([str(folder), "--site-url", SITE_URL]) == 2
    printed = capsys.readouterr()
    assert printed.err == f"linkcheck: the folder {folder} cannot be read: Permission denied\n"


def test_a_path_too_long_for_the_system_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make(tmp_path, {}))
    for _ in range(25):
        Path("a" * 200).mkdir()
        os.chdir("a" * 200)
    Path("page.html").write_text("")
    os.chdir(tmp_path)
    assert main([str(tmp_path), "--site-url", SITE_URL]) == 1
    assert "unreadable" in capsys.readouterr().out
