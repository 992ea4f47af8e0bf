"""Prices updated from models.dev, with a local server in its place."""

import copy
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


def answer(**changes: Any) -> bytes:
    """Return an api.json with the entries given here changed, added or, if None, left out."""
    models = copy.deepcopy(AZURE)
    for id_, changed in changes.items():
        key = id_.replace("_", "-")
        if changed is None:
            del models[key]
        else:
            models[changed.get("id", key)] = {**models.get(key, {}), **changed}
    for id_, model in models.items():
        models[id_] = {field: value for field, value in model.items() if value is not None}
    azure = {"id": "azure", "env": ["KEY"], "npm": "x", "name": "Azure", "models": models}
    return json.dumps({"other": {"models": {}}, "azure": azure}).encode()


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


def test_the_same_figures_change_nothing(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    head, *report = refreshed(folder, answer())
    assert head.endswith(f"SHA-256 {hashlib.sha256(answer()).hexdigest()}")
    assert report == ["nothing to write"]
    assert (folder / "prices.csv").read_bytes() == before


def test_a_price_that_changed_is_reported_and_written_with_its_source(folder: Path) -> None:
    content = answer(gpt_4o={"cost": {"input": 2, "output": 10}})
    before = prices(folder)
    _, *report = refreshed(folder, content)
    assert report[0] == (
        "price changed: gpt-4o: price_input 2.5 → 2, price_cached_input 1.25 → none"
    )
    checksum = hashlib.sha256(content).hexdigest()
    after = prices(folder)
    expected = before["gpt-4o"].replace(",2.5,10,1.25,", ",2,10,,")
    assert after["gpt-4o"] == expected.replace(
        "f3fc69229967,2026-07-02", f"sha256:{checksum},2026-11-25"
    )
    assert {**after, "gpt-4o": ""} == {**before, "gpt-4o": ""}
    listing = next(m.listing for m in load_catalog(folder).models if m.id == "gpt-4o")
    assert listing and listing.url == "https://models.dev/api.json"


def test_another_figure_that_changed_is_reported(folder: Path) -> None:
    _, *report = refreshed(folder, answer(gpt_4o={"limit": {"context": 200000, "output": 16384}}))
    assert report[0] == "changed: gpt-4o: context 128000 → 200000"


def test_a_new_entry_takes_the_maker_of_its_family(folder: Path) -> None:
    _, *report = refreshed(folder, answer(new=NEW))
    assert report[0] == "added: grok-4.6"
    model = load_catalog(folder).find("grok-4.6")
    assert model and model.listing
    assert (model.maker.slug, model.listing.status) == ("xai", "beta")
    assert str(model.listing.price_cached_input) == "0.5"


def test_an_entry_that_is_gone_stays_as_unlisted(folder: Path) -> None:
    _, *report = refreshed(folder, answer(phi_4_mini=None))
    assert report[0] == "removed: phi-4-mini"
    assert ",no,2026-11-25,,f3fc69229967,2026-07-02" in prices(folder)["phi-4-mini"]
    assert refreshed(folder, answer(phi_4_mini=None))[1:] == ["nothing to write"]


def test_an_entry_that_is_back_is_listed_again(folder: Path) -> None:
    grok = {**NEW, "id": "grok-4", "name": "Grok 4"}
    _, *report = refreshed(folder, answer(new=grok))
    assert report[0].startswith("price changed: grok-4: ")
    assert "listed no → yes" in report[0]
    assert ",yes,,," in prices(folder)["grok-4"]


def test_what_needs_a_person_is_left_out_and_reported(folder: Path) -> None:
    content = answer(
        a={**NEW, "id": "gpt-4.o", "family": "gpt"},
        b={**NEW, "id": "new-1", "family": "newcomer"},
        c={**NEW, "id": "phi-4-mini-instruct", "family": "phi"},
        d={**NEW, "id": "gpt_4o", "family": "gpt"},
    )
    _, *report = refreshed(folder, content)
    assert "left out: gpt_4o: its key is that of gpt-4o" in report
    assert "left out: new-1: the maker of “newcomer” is not known: add a row" in report
    assert "left out: phi-4-mini-instruct: its key is that of phi-4-mini" in report
    assert "new-1" not in prices(folder)


def test_a_day_that_is_not_in_the_calendar_becomes_a_note(folder: Path) -> None:
    _, line, *_ = refreshed(folder, answer(gpt_4o={"knowledge": "2025-02-31"}))
    assert line.startswith("changed: gpt-4o: ")
    assert "notes none → impossible-day" in line
    assert "knowledge_cutoff 2023-09 → 2025-02" in line
    model = load_catalog(folder).find("gpt-4o")
    assert model and model.listing
    assert "not in the calendar" in model.listing.notes[0].en
    _, line, *_ = refreshed(folder, answer())
    assert "notes impossible-day → none" in line


def test_nothing_is_written_unless_asked(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    report = refreshed(folder, answer(new=NEW), write=False)
    assert report[1:] == ["added: grok-4.6", "nothing written: add --write"]
    assert (folder / "prices.csv").read_bytes() == before


UNUSABLE = {**CASES["unusable"], "nesting without end": {"text": "[" * 200_000, "says": "not JSON"}}


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_answer_leaves_the_data_as_they_were(name: str, folder: Path) -> None:
    case = UNUSABLE[name]
    text = case["text"] if "text" in case else answer(new={**NEW, **case["fields"]})
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
        refreshed(folder, answer(new=NEW))
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def whole(content: bytes) -> bytes:
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(content), content)


# A byte now and then: no single wait is long.
SLOW = [b"HTTP/1.0 200 OK\r\n\r\n", *[b" "] * 100]
SILENT = [b""] * 100
CUT_SHORT = whole(b" " * 100_000)[:1000]
CUT_SHORT_IN_CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf"
MISSING = b"HTTP/1.0 404 Not Found\r\n\r\n"
ELSEWHERE = b"HTTP/1.0 302 Found\r\nLocation: file:///etc/hostname\r\n\r\n"
NOT_HTTP = b"\x00\x01 hello\r\n\r\n"


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
    with serving(whole(answer())) as address:
        assert azure_entries(fetch(address)).keys() == AZURE.keys()


@pytest.mark.parametrize(
    ("response", "message"),
    [
        ([CUT_SHORT], "bytes of 100,000: try again"),
        ([CUT_SHORT_IN_CHUNKS], "cannot be read (IncompleteRead"),
        ([MISSING], "answers 404 Not Found: check it"),
        ([ELSEWHERE], "answers 302"),
        ([NOT_HTTP], "cannot be read ("),
        ([whole(b" " * 3000)], "has more than 2,000 bytes: nothing is read"),
        (SLOW, "took more than 0.4 seconds: try again"),
        (SILENT, "took more than 0.4 seconds: try again"),
    ],
)
def test_a_failure_to_fetch_is_one_sentence(response: list[bytes], message: str) -> None:
    seconds = 0.4 if response in (SLOW, SILENT) else 60
    with serving(*response) as address, pytest.raises(ModelsDevError) as raised:
        fetch(address, seconds=seconds, size=2_000)
    assert message in str(raised.value)
    assert str(raised.value).startswith(address)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "models.dev", "ftp://a.example/", ""])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(ModelsDevError, match="is not an address of the web"):
        fetch(address)


def command(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return run(folder.parent.parent, "catalog-refresh", *arguments)


def test_the_command_reports_and_writes_only_if_asked(folder: Path) -> None:
    with serving(whole(answer(new=NEW))) as address:
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
