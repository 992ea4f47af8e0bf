"""Prices brought up to date from models.dev: a local server plays its part."""

import copy
import hashlib
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dossier.catalog.load import load_catalog
from dossier.catalog.models_dev import ModelsDevError, azure_entries, fetch
from dossier.catalog.refresh import refresh
from tests.support.site import ROOT

HEADER, *_ = (ROOT / "data/catalog/prices.csv").read_text(encoding="utf-8").split("\n", 1)
ROWS = """\
grok-4,Grok 4,xai,,grok,text,text,256000,64000,yes,yes,,no,3,15,0.75,,2025-07,2025-07-09,no,2026-05-16,,e283875ce72e,2026-05-16
gpt-4o,GPT-4o,openai,,gpt,text;image,text,128000,16384,yes,no,yes,no,2.5,10,1.25,,2023-09,2024-05-13,yes,,,f3fc69229967,2026-07-02
phi-4-mini,Phi-4-mini,microsoft,Phi-4-mini-instruct,phi,text,text,128000,4096,yes,no,,yes,0.0750,0.3,,,2023-10,2024-12-11,yes,,,f3fc69229967,2026-07-02
gpt-image-2,GPT-Image-2,openai,,gpt-image,text;image,image,,,no,no,,no,5,30,1.25,,,2026-04-21,yes,,,f3fc69229967,2026-07-02
"""  # noqa: E501


def entry(id_: str, name: str, family: str, **figures: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "name": name,
        "family": family,
        "attachment": True,
        "reasoning": False,
        "tool_call": True,
        "temperature": True,
        "last_updated": "2026-01-01",
        "open_weights": False,
        "modalities": {"input": ["text", "image"], "output": ["text"]},
        **figures,
    }


AZURE = {
    "gpt-4o": entry(
        "gpt-4o",
        "GPT-4o",
        "gpt",
        structured_output=True,
        knowledge="2023-09",
        release_date="2024-05-13",
        cost={"input": 2.50, "output": 10, "cache_read": 1.25},
        limit={"context": 128000, "output": 16384},
    ),
    "phi-4-mini": entry(
        "phi-4-mini",
        "Phi-4-mini",
        "phi",
        open_weights=True,
        modalities={"input": ["text"], "output": ["text"]},
        knowledge="2023-10",
        release_date="2024-12-11",
        cost={"input": 0.075, "output": 0.3},
        limit={"context": 128000, "output": 4096},
    ),
    "gpt-image-2": entry(
        "gpt-image-2",
        "GPT-Image-2",
        "gpt-image",
        tool_call=False,
        modalities={"input": ["text", "image"], "output": ["image"]},
        release_date="2026-04-21",
        cost={"input": 5, "output": 30, "cache_read": 1.25},
        limit={"context": 0, "output": 0},
    ),
}
NEW = entry(
    "grok-4.6",
    "Grok 4.6",
    "grok",
    release_date="2026-10-01",
    cost={"input": 2, "output": 6, "cache_read": 0.5, "tiers": []},
    limit={"context": 200000, "output": 128000},
    status="beta",
)


def answer(**changes: Any) -> bytes:
    """Return an api.json: azure's entries, each given here changed, new, or None to drop it."""
    models = copy.deepcopy(AZURE)
    for id_, changed in changes.items():
        key = id_.replace("_", "-")
        if changed is None:
            del models[key]
        else:
            models[changed.get("id", key)] = {**models.get(key, {}), **changed}
    azure = {"id": "azure", "env": ["KEY"], "npm": "x", "name": "Azure", "models": models}
    return json.dumps({"other": {"models": {}}, "azure": azure}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's data/catalog/ whose prices.csv has four entries."""
    made = shutil.copytree(ROOT / "data/catalog", tmp_path / "data/catalog")
    (made / "prices.csv").write_text(f"{HEADER}\n{ROWS}", encoding="utf-8")
    return made


def run(folder: Path, content: bytes, write: bool = True) -> list[str]:
    return list(refresh(folder, content, "2026-11-25", write))


def prices(folder: Path) -> dict[str, str]:
    """Return the rows of prices.csv by id."""
    _, *rows = (folder / "prices.csv").read_text(encoding="utf-8").splitlines()
    return {row.split(",")[0]: row for row in rows}


def test_the_same_figures_change_nothing(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    head, *report = run(folder, answer())
    assert head.endswith(f"SHA-256 {hashlib.sha256(answer()).hexdigest()}")
    assert report == ["nothing to write"]
    assert (folder / "prices.csv").read_bytes() == before


def test_a_price_that_changed_is_told_and_written_with_its_source(folder: Path) -> None:
    content = answer(gpt_4o={"cost": {"input": 2, "output": 10}})
    before = prices(folder)
    _, *report = run(folder, content)
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


def test_another_figure_that_changed_is_told(folder: Path) -> None:
    _, *report = run(folder, answer(gpt_4o={"limit": {"context": 200000, "output": 16384}}))
    assert report[0] == "changed: gpt-4o: context 128000 → 200000"


def test_a_new_entry_takes_the_maker_of_its_family(folder: Path) -> None:
    _, *report = run(folder, answer(new=NEW))
    assert report[0] == "added: grok-4.6"
    model = load_catalog(folder).find("grok-4.6")
    assert model and model.listing
    assert (model.maker.slug, model.listing.status) == ("xai", "beta")
    assert str(model.listing.price_cached_input) == "0.5"


def test_an_entry_that_is_gone_stays_as_unlisted(folder: Path) -> None:
    _, *report = run(folder, answer(phi_4_mini=None))
    assert report[0] == "removed: phi-4-mini"
    assert ",no,2026-11-25,,f3fc69229967,2026-07-02" in prices(folder)["phi-4-mini"]
    assert run(folder, answer(phi_4_mini=None))[1:] == ["nothing to write"]


def test_an_entry_that_is_back_is_listed_again(folder: Path) -> None:
    grok = {**NEW, "id": "grok-4", "name": "Grok 4"}
    _, *report = run(folder, answer(new=grok))
    assert report[0].startswith("price changed: grok-4: ")
    assert "listed no → yes" in report[0]
    assert ",yes,,," in prices(folder)["grok-4"]


def test_what_needs_a_person_is_left_out_and_told(folder: Path) -> None:
    content = answer(
        a={**NEW, "id": "gpt-4.o", "family": "gpt"},
        b={**NEW, "id": "new-1", "family": "newcomer"},
        c={**NEW, "id": "phi-4-mini-instruct", "family": "phi"},
        d={**NEW, "id": "gpt_4o", "family": "gpt"},
    )
    _, *report = run(folder, content)
    assert "left out: gpt_4o: its key is that of gpt-4o" in report
    assert "left out: new-1: the maker of “newcomer” is not known: add a row" in report
    assert "left out: phi-4-mini-instruct: its key is that of phi-4-mini" in report
    assert "new-1" not in prices(folder)


def test_a_day_that_the_calendar_lacks_is_told_on_the_page(folder: Path) -> None:
    _, *report = run(folder, answer(gpt_4o={"knowledge": "2025-02-31"}))
    told = "changed: gpt-4o: notes none → impossible-day, knowledge_cutoff 2023-09 → 2025-02"
    assert sorted(report[0].removeprefix("changed: gpt-4o: ").split(", ")) == sorted(
        told.removeprefix("changed: gpt-4o: ").split(", ")
    )
    model = load_catalog(folder).find("gpt-4o")
    assert model and model.listing
    assert "not in the calendar" in model.listing.notes[0].en
    _, *report = run(folder, answer())
    assert "notes impossible-day → none" in report[0]


def test_nothing_is_written_unless_asked(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    report = run(folder, answer(new=NEW), write=False)
    assert report[1:] == ["added: grok-4.6", "nothing written: add --write"]
    assert (folder / "prices.csv").read_bytes() == before


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in NEW.items() if key not in keys}


UNUSABLE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "is not JSON"),
    "half an answer": (answer()[:-40], "is not JSON"),
    "a page": (b"<!doctype html><title>404</title>", "is not JSON"),
    "bytes": (b"\x80\xff", "is not JSON"),
    "nested without end": (b"[" * 200_000, "is not JSON"),
    "a list": (b"[]", "the structure of api.json has changed: the answer: "),
    "no providers": (b"{}", "azure: it is empty"),
    "no models": (b'{"azure": {"models": {}}}', "azure.models: "),
    "an entry without prices' unit": (
        answer(new={**NEW, "cost": {"input": "free", "output": 1}}),
        "azure.models.grok-4.6.cost.input: “free” is not a number",
    ),
    "a negative price": (
        answer(new={**NEW, "cost": {"input": -1, "output": 1}}),
        "azure.models.grok-4.6.cost.input: “-1” is too small",
    ),
    "a price that is none": (
        answer(new={**NEW, "cost": {"input": float("nan"), "output": 1}}),
        "azure.models.grok-4.6.cost.input: ",
    ),
    "an entry without limits": (
        answer(new=without("limit")),
        "azure.models.grok-4.6.limit.context: it is empty",
    ),
    "an entry with one price of two": (
        answer(new={**NEW, "cost": {"input": 1}}),
        "azure.models.grok-4.6: cost has no input or no output",
    ),
    "a cost that is a word": (
        answer(new={**NEW, "cost": "free"}),
        "azure.models.grok-4.6.cost: it is not a record",
    ),
    "markup": (
        answer(new={**NEW, "name": "<script>alert(1)</script>"}),
        "azure.models.grok-4.6.name: ",
    ),
    "a formula": (answer(new={**NEW, "name": "=2+5"}), "azure.models.grok-4.6.name: "),
    "a date in words": (
        answer(new={**NEW, "release_date": "soon-ish"}),
        "does not fit the catalog: grok-4.6, column release_date: “soon” is not a date",
    ),
    "another maker's model": (
        answer(new={**NEW, "family": "gpt"}),
        "does not fit the catalog: grok-4.6, column maker: models.csv has xai",
    ),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_used_leaves_the_data_as_they_were(name: str, folder: Path) -> None:
    content, message = UNUSABLE[name]
    before = {file: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(ModelsDevError) as raised:
        run(folder, content)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_what_cannot_be_written_leaves_the_file_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}

    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ModelsDevError, match="No space left on device"):
        run(folder, answer(new=NEW))
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


Reply = Callable[[BaseHTTPRequestHandler], None]


def whole(content: bytes) -> Reply:
    def reply(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", str(len(content)))
        to.end_headers()
        to.wfile.write(content)

    return reply


def cut_short(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.send_header("Content-Length", "100000")
    to.end_headers()
    to.wfile.write(answer())


def cut_short_in_chunks(to: BaseHTTPRequestHandler) -> None:
    to.protocol_version = "HTTP/1.1"
    to.send_response(200)
    to.send_header("Transfer-Encoding", "chunked")
    to.end_headers()
    to.wfile.write(b"40\r\nhalf")


def missing(to: BaseHTTPRequestHandler) -> None:
    to.send_error(404)


def elsewhere(to: BaseHTTPRequestHandler) -> None:
    to.send_response(302)
    to.send_header("Location", "file:///etc/hostname")
    to.end_headers()


def not_http(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"\x00\x01 hello\r\n\r\n")


def slow(to: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then: no single wait is long."""
    to.send_response(200)
    to.end_headers()
    for _ in range(100):
        to.wfile.write(b" ")
        to.wfile.flush()
        time.sleep(0.05)


def silent(to: BaseHTTPRequestHandler) -> None:
    to.rfile.read(1)


@contextmanager
def serving(reply: Reply) -> Iterator[str]:
    """Serve one reply to every request; the value is the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                reply(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api.json"
    finally:
        server.shutdown()
        server.server_close()


def test_what_is_served_is_fetched() -> None:
    with serving(whole(answer())) as address:
        assert azure_entries(fetch(address)).keys() == AZURE.keys()


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (cut_short, "bytes of 100,000: try again"),
        (cut_short_in_chunks, "cannot be read (IncompleteRead"),
        (missing, "answers 404 Not Found: check it"),
        (elsewhere, "answers 302"),
        (not_http, "cannot be read ("),
        (whole(b" " * 3000), "has more than 2,000 bytes: nothing is read"),
        (slow, "took more than 0.4 seconds: try again"),
        (silent, "took more than 0.4 seconds: try again"),
    ],
)
def test_what_goes_wrong_on_the_way_is_told_in_a_sentence(reply: Reply, message: str) -> None:
    with serving(reply) as address, pytest.raises(ModelsDevError) as raised:
        fetch(address, seconds=0.4, size=2_000)
    assert message in str(raised.value)
    assert str(raised.value).startswith(address)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "models.dev", "ftp://a.example/", ""])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(ModelsDevError, match="is not an address of the web"):
        fetch(address)


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", "catalog-refresh", *arguments],
        cwd=folder.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_tells_and_then_writes(folder: Path) -> None:
    with serving(whole(answer(new=NEW))) as address:
        told = command(folder, "--url", address)
        assert "grok-4.6" not in prices(folder)
        written = command(folder, "--url", address, "--write")
    assert (told.returncode, told.stderr) == (written.returncode, written.stderr) == (0, "")
    assert told.stdout.endswith("added: grok-4.6\nnothing written: add --write\n")
    assert written.stdout.endswith("added: grok-4.6\ndata/catalog/prices.csv written\n")
    assert "grok-4.6" in prices(folder)


def test_the_command_fails_in_one_sentence(folder: Path) -> None:
    before = (folder / "prices.csv").read_bytes()
    with serving(missing) as address:
        result = command(folder, "--url", address, "--write")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"{address} answers 404 Not Found: check it\n"
    assert (folder / "prices.csv").read_bytes() == before


def test_the_address_can_be_unreachable(folder: Path) -> None:
    with serving(missing) as address:
        pass
    result = command(folder, "--url", address)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "cannot be read" in result.stderr
