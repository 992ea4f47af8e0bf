"""Prices refreshed from models.dev, with a local server in its place."""

import csv
import hashlib
import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import pytest

from dossier.catalog.load import load_catalog
from dossier.catalog.refresh import RefreshError
from dossier.catalog.refresh.draft import Draft
from dossier.catalog.refresh.fetch import fetch
from dossier.catalog.refresh.listings import refresh_listings
from dossier.catalog.refresh.models_dev import azure_entries
from tests.support.site import ROOT
from tests.support.tables import read_table

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
DOCUMENTED = [model.id for model in load_catalog(ROOT / "data/catalog").models if model.documents]
TODAY = "readings/models-dev-2026-11-25.csv"


def rows_of(folder: Path) -> list[str]:
    return (folder / "models.csv").read_text(encoding="utf-8").splitlines()


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*.*"))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's data/catalog/ whose readings of models.dev have four entries."""
    made = shutil.copytree(ROOT / "data/catalog", tmp_path / "data/catalog")
    for file in made.glob("readings/models-dev-*.csv"):
        file.unlink()
    for name, text in CASES["readings"].items():
        (made / "readings" / name).write_text(text, encoding="utf-8")
    kept = [row for row in rows_of(made) if row.split(",")[0] in {"id", *DOCUMENTED}]
    (made / "models.csv").write_text("\n".join([*kept, ""]), encoding="utf-8")
    return made


def refreshed(folder: Path, content: bytes, write: bool = True) -> list[str]:
    draft = Draft(folder)
    report = list(refresh_listings(draft, content, "2026-11-25"))
    return report + list(draft.write()) if write else report


def read(folder: Path) -> dict[str, dict[str, str]]:
    """Return the fields of each entry in the reading of the day."""
    lines = (folder / TODAY).read_text(encoding="utf-8").splitlines()
    entries: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        entries.setdefault(row["model"], {})[row["field"]] = row["value"]
    return entries


@pytest.mark.parametrize("case", CASES["changes"].values(), ids=CASES["changes"])
def test_a_change_is_reported_and_written(case: dict[str, Any], folder: Path) -> None:
    content, before, models = answer(case["answer"]), contents(folder), rows_of(folder)
    head, *report = refreshed(folder, content)
    assert head.endswith(f"SHA-256 {hashlib.sha256(content).hexdigest()}")
    ends = [f"{folder}/{TODAY} written", f"{folder}/models.csv written"]
    if not (fields := case.get("fields")):
        assert report == []
        assert contents(folder) == before
        return
    added = case.get("models", [])
    assert report == case["report"] + ends[: 1 + bool(added)]
    assert rows_of(folder) == models + added
    entries = read(folder)
    for id_, expected in fields.items():
        found = entries.get(id_, {})
        assert {name: found.get(name) for name in expected} == expected
    assert not any(line.endswith(" written") for line in refreshed(folder, content))


def test_the_source_of_a_figure_and_of_a_note_is_named(folder: Path) -> None:
    content = answer({"gpt-4o": {"knowledge": "2025-02-31"}})
    refreshed(folder, content)
    model = load_catalog(folder).find("gpt-4o")
    assert model and model.listing
    assert model.listing.url == "https://models.dev/api.json"
    assert model.listing.revision == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert "not in the calendar" in model.listing.notes[0].en
    line = refreshed(folder, answer({}))[1]
    assert "notes impossible-day → none" in line


def test_an_entry_that_is_gone_is_unlisted(folder: Path) -> None:
    refreshed(folder, answer({"phi-4-mini": None}))
    model = load_catalog(folder).find("Phi-4-mini-instruct")
    assert model and model.listing
    assert str(model.listing.unlisted_on) == "2026-11-25"


def test_nothing_is_written_unless_asked(folder: Path) -> None:
    before = contents(folder)
    report = refreshed(folder, ADDED, write=False)
    assert report[1:] == ["- new: grok-4.6"]
    assert contents(folder) == before


UNUSABLE = {**CASES["unusable"], "nesting without end": {"text": "[" * 200_000, "says": "not JSON"}}


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_answer_leaves_the_data_as_they_were(name: str, folder: Path) -> None:
    case = UNUSABLE[name]
    text = case["text"] if "text" in case else answer({"grok-4.6": case["fields"]})
    before = contents(folder)
    with pytest.raises(RefreshError) as raised:
        refreshed(folder, text if isinstance(text, bytes) else text.encode())
    assert case["says"] in str(raised.value)
    assert "\n" not in str(raised.value)
    assert contents(folder) == before


def test_a_failure_to_write_leaves_the_files_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)

    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RefreshError, match="No space left on device"):
        refreshed(folder, ADDED)
    assert contents(folder) == before


def whole(content: bytes) -> bytes:
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(content), content)


# A byte now and then: no single wait is long.
SLOW = [b"HTTP/1.0 200 OK\r\n\r\n", *[b" "] * 100]
SILENT = [b""] * 100


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
    with serving(response) as address, pytest.raises(RefreshError) as raised:
        fetch(address, seconds=60, size=2_000)
    check_sentence(raised.value, address, case["says"])


@pytest.mark.parametrize("response", [SLOW, SILENT], ids=["slow", "silent"])
def test_a_response_that_takes_too_long_is_one_sentence(response: list[bytes]) -> None:
    with serving(*response) as address, pytest.raises(RefreshError) as raised:
        fetch(address, seconds=0.2, size=2_000)
    check_sentence(raised.value, address, "took more than 0.2 seconds: try again")


def check_sentence(error: RefreshError, address: str, message: str) -> None:
    assert message in str(error)
    assert str(error).startswith(address)
    assert "\n" not in str(error)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "models.dev", "ftp://a.example/", ""])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(RefreshError, match="is not an address of the web"):
        fetch(address)


def test_an_entry_has_its_levels_of_effort_and_the_prices_of_a_long_context() -> None:
    tier = {"tier": {"type": "context", "size": 272_000}, "input": 5, "cache_read": 0.5}
    cost = {"input": 2.5, "output": 15, "cache_write": 6.25, "tiers": [tier]}
    options = [{"type": "effort", "values": ["low", "max"]}, {"type": "budget_tokens", "min": 1}]
    content = answer({"gpt-4o": {"cost": cost, "reasoning_options": options}})
    entry = azure_entries(content)["gpt-4o"]
    assert entry.effort == ["low", "max"]
    assert (entry.price_cache_write, entry.price_audio_input) == (Decimal("6.25"), None)
    assert (entry.long_context, entry.price_long_input) == (272_000, Decimal(5))
    assert (entry.price_long_output, entry.price_long_cached_input) == (None, Decimal("0.5"))
