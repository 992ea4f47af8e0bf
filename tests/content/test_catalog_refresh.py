"""Prices updated from models.dev, with a local server in its place."""

import hashlib
import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import pytest

from dossier.catalog.load import load_catalog
from dossier.catalog.models_dev import ModelsDevError, azure_entries, fetch
from dossier.catalog.refresh import refresh
from tests.support.commands import run
from tests.support.site import ROOT
from tests.support.tables import read_table

HEADER, *_ = (ROOT / "data/catalog/prices.csv").read_text(encoding="utf-8").split("\n", 1)
CASES = read_table("content/refresh.yml")
AZURE, NEW = CASES["azure"], CASES["new"]


def answer(changes: dict[str, dict[str, Any] | None]) -> bytes:
    """Return an api.json with entries changed, added or, if None, left out."""
    models = dict(AZURE)
    for key, changed in changes.items():
        entry = models.pop(key, NEW)
        if changed is not None:
            models[key] = {**entry, **changed}
    stated = {
        key: {field: value for field, value in model.items() if value is not None}
        for key, model in models.items()
    }
    azure = {"id": "azure", "env": ["KEY"], "npm": "x", "name": "Azure", "models": stated}
    return json.dumps({"other": {"models": {}}, "azure": azure}).encode()


ADDED = answer({"grok-4.6": {}})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's data/catalog/ whose prices.csv has four entries."""
    made = shutil.copytree(ROOT / "data/catalog", tmp_path / "data/catalog")
    (made / "prices.csv").write_text(f"{HEADER}\n{CASES['rows']}", encoding="utf-8")
    return made


def refreshed(folder: Path, content: bytes, write: bool = True) -> list[str]:
    return list(refresh(folder, content, "2026-11-25", write))


def prices(folder: Path) -> dict[str, str]:
    """Return the rows of prices.csv by id."""
    _, *rows = (folder / "prices.csv").read_text(encoding="utf-8").splitlines()
    return {row.split(",")[0]: row for row in rows}


@pytest.mark.parametrize("case", CASES["changes"].values(), ids=CASES["changes"])
def test_a_change_is_reported_and_written(case: dict[str, Any], folder: Path) -> None:
    content, before = answer(case["answer"]), prices(folder)
    checksum = hashlib.sha256(content).hexdigest()
    head, *report, end = refreshed(folder, content)
    assert head.endswith(f"SHA-256 {checksum}")
    assert report == case["report"]
    assert end == (f"{folder}/prices.csv written" if case["rows"] else "nothing to write")
    rows = {key: row.replace("SHA", checksum) for key, row in case["rows"].items()}
    assert prices(folder) == {**before, **rows}
    assert refreshed(folder, content)[-1] == "nothing to write"


def test_the_source_of_a_figure_and_of_a_note_is_named(folder: Path) -> None:
    refreshed(folder, answer({"gpt-4o": {"knowledge": "2025-02-31"}}))
    model = load_catalog(folder).find("gpt-4o")
    assert model and model.listing
    assert model.listing.url == "https://models.dev/api.json"
    assert "not in the calendar" in model.listing.notes[0].en
    _, line, *_ = refreshed(folder, answer({}))
    assert "notes impossible-day → none" in line


def test_nothing_is_written_unless_asked(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    report = refreshed(folder, ADDED, write=False)
    assert report[1:] == ["added: grok-4.6", "nothing written: add --write"]
    assert (folder / "prices.csv").read_bytes() == before


UNUSABLE = {**CASES["unusable"], "nesting without end": {"text": "[" * 200_000, "says": "not JSON"}}


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_answer_leaves_the_data_as_they_were(name: str, folder: Path) -> None:
    case = UNUSABLE[name]
    text = case["text"] if "text" in case else answer({"grok-4.6": case["fields"]})
    before = {file: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(ModelsDevError) as raised:
        refreshed(folder, text if isinstance(text, bytes) else text.encode())
    assert case["says"] in str(raised.value)
    assert "\n" not in str(raised.value)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_a_failure_to_write_leaves_the_files_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}

    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ModelsDevError, match="No space left on device"):
        refreshed(folder, ADDED)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def whole(content: bytes) -> bytes:
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(content), content)


# A byte now and then: no single wait is long.
SLOW = [b"HTTP/1.0 200 OK\r\n\r\n", *[b" "] * 100]
SILENT = [b""] * 100
MISSING = b"HTTP/1.0 404 Not Found\r\n\r\n"


@contextmanager
def serving(*response: bytes) -> Iterator[str]:
    """Answer every request by the parts of a response, with pauses; the value is the address."""

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            for part in response:
                try:
                    self.wfile.write(part)
                except (BrokenPipeError, ConnectionResetError):
                    return
                time.sleep(0.05)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/api.json"
        server.shutdown()


def test_what_is_served_is_fetched() -> None:
    with serving(whole(answer({}))) as address:
        assert azure_entries(fetch(address)).keys() == AZURE.keys()


@pytest.mark.parametrize("case", CASES["responses"].values(), ids=CASES["responses"])
def test_a_failure_to_fetch_is_one_sentence(case: dict[str, str]) -> None:
    response = case["sent"].encode() + b" " * int(case.get("spaces", 0))
    with serving(response) as address, pytest.raises(ModelsDevError) as raised:
        fetch(address, seconds=60, size=2_000)
    check_sentence(raised.value, address, case["says"])


@pytest.mark.parametrize("response", [SLOW, SILENT], ids=["slow", "silent"])
def test_a_response_that_takes_too_long_is_one_sentence(response: list[bytes]) -> None:
    with serving(*response) as address, pytest.raises(ModelsDevError) as raised:
        fetch(address, seconds=0.2, size=2_000)
    check_sentence(raised.value, address, "took more than 0.2 seconds: try again")


def check_sentence(error: ModelsDevError, address: str, message: str) -> None:
    assert message in str(error)
    assert str(error).startswith(address)
    assert "\n" not in str(error)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "models.dev", "ftp://a.example/", ""])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(ModelsDevError, match="is not an address of the web"):
        fetch(address)


def command(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return run(folder.parent.parent, "catalog-refresh", *arguments)


def test_the_command_reports_and_writes_only_if_asked(folder: Path) -> None:
    with serving(whole(ADDED)) as address:
        code, output, errors = command(folder, "--url", address)
        assert (code, errors) == (0, "")
        assert output.endswith("added: grok-4.6\nnothing written: add --write\n")
        assert "grok-4.6" not in prices(folder)
        code, output, errors = command(folder, "--url", address, "--write")
    assert (code, errors) == (0, "")
    assert output.endswith("added: grok-4.6\ndata/catalog/prices.csv written\n")
    assert "grok-4.6" in prices(folder)


def test_the_command_fails_with_one_sentence(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    with serving(MISSING) as address:
        result = command(folder, "--url", address, "--write")
    assert result == (1, "", f"{address} answers 404 Not Found: check it\n")
    assert (folder / "prices.csv").read_bytes() == before
    # The server is gone now.
    code, output, errors = command(folder, "--url", address)
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "cannot be read" in errors
