"""Documents read again, with a local server in place of GitHub."""

import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dossier.catalog.fields import REGIONS, parse
from dossier.catalog.load import load_catalog, load_identities
from dossier.catalog.readings import COLUMNS, read_document
from dossier.catalog.refresh import RefreshError
from dossier.catalog.refresh.documents import name_of, refresh_document
from dossier.catalog.refresh.draft import Draft
from dossier.catalog.refresh.fetch import DocumentSource
from dossier.catalog.refresh.layouts import layouts, read_tables
from dossier.catalog.values import key_of
from dossier.files.plain_text import read_rows
from tests.support.commands import run
from tests.support.site import ROOT
from tests.support.tables import read_table

CASES = read_table("content/refresh-documents.yml")
EXTRACTS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted((ROOT / "tests/content/documents").iterdir())
}
CATALOG = ROOT / "data/catalog"
NEWEST = {name_of(file): file for file in sorted(CATALOG.glob("readings/*.csv"))}
BY_HAND = [name for name, layout in layouts().items() if layout.by_hand]
NEW = "f" * 40
TODAY = "2026-11-25"
COMMAND = ("catalog-refresh",)

Facts = set[tuple[str, str, str, str]]


@contextmanager
def serving(answers: dict[str, bytes]) -> Iterator[str]:
    """Answer with the bytes of each path, or 404; the value is the address."""

    class DocumentHandler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = answers.get(self.path.partition("?")[0])
            if content is None:
                self.send_error(404)
                return
            self.send_response(200)
            # An answer that is cut short promises more than it has.
            self.send_header("Content-Length", str(len(content) + content.count(b"\0CUT")))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), DocumentHandler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def answers(changed: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Return what a server has: the extract of each document, and its changed copy as newest."""
    served: dict[str, bytes] = {}
    for name, text in (dict.fromkeys(BY_HAND, "# Prose\n") | EXTRACTS).items():
        document = read_document(NEWEST[name])[0]
        served[f"/{document.repo}/info/refs"] = f"0155{NEW} HEAD\0thin-pack\n".encode()
        served[f"/{document.repo}/{document.commit}/{document.path}"] = text.encode()
        new = changed.get(name, text)
        content = new if isinstance(new, bytes) else new.encode()
        served[f"/{document.repo}/{NEW}/{document.path}"] = content
    return served


def changed(name: str, *replaced: tuple[str, str]) -> str:
    text = EXTRACTS[name]
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1) if old != "\n" else text.replace(old, new)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(CATALOG, tmp_path / "data/catalog")


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*.*"))}


def refreshed(name: str, text: str | bytes) -> tuple[list[str], Draft]:
    """Return the report on a changed document, and what would be written."""
    draft = Draft(CATALOG)
    report: list[str] = []
    with serving(answers({name: text})) as address:
        lines = refresh_document(
            NEWEST[name], layouts()[name], draft, DocumentSource(address), TODAY
        )
        report.extend(lines)
    return report, draft


def facts(rows: Iterable[tuple[str, str, str, str]], keys: dict[str, str]) -> Facts:
    """Return what rows state, whatever their notation."""
    stated: Facts = set()
    for model, version, field, printed in rows:
        for name, value in parse(field, printed):
            text = value if isinstance(value, tuple) else (value,)
            words = ";".join(sorted(str(item).lower() for item in text))
            stated.add((keys[key_of(model)], version, name, words))
    reasoning = {model for model, _, name, words in stated if (name, words) == ("reasoning", "yes")}
    # A chat model that reasons is a reasoning model.
    return {
        (m, v, n, "reasoning" if (n, w) == ("kind", "chat") and m in reasoning else w)
        for m, v, n, w in stated
    }


def test_every_document_with_a_repository_has_a_layout() -> None:
    documents = {name: read_document(file)[0] for name, file in NEWEST.items()}
    named = {name for name, one in documents.items() if one.repo and one.publisher != "models-dev"}
    assert named == set(layouts())
    read = {name for name, layout in layouts().items() if layout.tables}
    assert read == set(EXTRACTS) == set(CASES["by_hand"]) == set(CASES["changed"])


def test_the_tables_of_a_document_give_its_reading() -> None:
    """The layouts read in the tables what people read in them: all of it, and nothing else."""
    keys = load_identities(CATALOG)[1]
    wrong: list[str] = []
    for name, text in EXTRACTS.items():
        extract = read_tables(text, layouts()[name], keys)
        wrong += extract.problems
        read = facts(((r.model, r.version, r.field, r.value) for r in extract.rows), keys)
        lines = read_document(NEWEST[name])[1]
        cells = [row.cells for row in read_rows(NEWEST[name], COLUMNS, lines)]
        stored = facts(
            ((c["model"], c.get("version", ""), c["field"], c["value"]) for c in cells), keys
        )
        # Some readings do not repeat the version of each row.
        loose = {(model, "", *rest) for model, _, *rest in read}
        wrong += [
            f"{name}, in the document only: {fact}"
            for fact in sorted(read)
            if fact[2] != "named" and not {fact, (fact[0], "", *fact[2:])} & stored
        ]
        # The extract is shorter than its document.
        places = {fact[:2] for fact in read} | {(fact[0], "") for fact in read}
        regions = {fact[:3] for fact in read}
        wrong += [
            f"{name}, in the reading only: {fact}"
            for fact in sorted(stored - read - loose)
            if fact[:2] in places
            and fact[2] not in ("named", *CASES["by_hand"][name])
            and (fact[2] not in REGIONS or fact[:3] in regions)
        ]
    assert wrong == []


@pytest.mark.parametrize("name", EXTRACTS)
def test_a_changed_document_is_reported_and_read(name: str) -> None:
    text = changed(name, *((one["old"], one["new"]) for one in CASES["changed"][name]))
    (head, *report), draft = refreshed(name, text)
    known = read_document(NEWEST[name])[0]
    expected = [f"- {line}" for line in CASES["reports"][name]]
    count = f"{len(expected)} change{'s' * (len(expected) > 1)}"
    assert head == f"{known.name}, as of {TODAY}: {count} in its tables"
    again = [line for line in report if line.startswith("- read for the first time")]
    assert sorted(set(report) - set(again)) == sorted(expected)
    reading = draft.files[f"readings/{name}-{TODAY}.csv"].splitlines()
    assert {f"# repo: {known.repo}", f"# path: {known.path}", f"# commit: {NEW}"} < set(reading)
    assert f"# date: {TODAY}" in reading
    assert ("# schedule: yes" in reading) == known.schedule
    assert [row for row in CASES["rows"][name] if row not in reading] == []


def test_an_unchanged_document_has_no_new_reading() -> None:
    for name, text in EXTRACTS.items():
        report, draft = refreshed(name, text)
        known = read_document(NEWEST[name])[0]
        assert report == [f"{known.name}: unchanged since {known.date}"]
        assert not draft


def test_a_document_that_is_read_by_hand_is_named_if_it_changed() -> None:
    for name in BY_HAND:
        report, draft = refreshed(name, "# Other prose\n")
        known = read_document(NEWEST[name])[0]
        reason = layouts()[name].by_hand
        assert report == [f"{known.name}: changed since {known.date}: read it by hand, {reason}"]
        assert not draft


def test_the_same_facts_in_another_form_are_no_change() -> None:
    wrong = {}
    for case, (name, old, new) in CASES["same"].items():
        report, draft = refreshed(name, changed(name, (old, new)))
        if report[1:] or draft or not report[0].endswith(": no changes in its tables"):
            wrong[case] = report
    assert wrong == {}


def test_what_is_not_understood_is_one_sentence_and_the_older_reading_stays() -> None:
    wrong = {}
    for case, (name, old, new, sentence) in CASES["not understood"].items():
        report: list[str] = []
        draft = Draft(CATALOG)
        text = changed(name, (old, new))
        said = ""
        with serving(answers({name: text})) as address:
            lines = refresh_document(
                NEWEST[name], layouts()[name], draft, DocumentSource(address), TODAY
            )
            try:
                report.extend(lines)
            except RefreshError as error:
                said = str(error)
        sentences = [line for line in [*report, said] if sentence in line]
        if draft or not said or len(sentences) != 1 or "\n" in sentences[0]:
            wrong[case] = [*report, said]
    assert wrong == {}


def test_a_document_that_cannot_be_read_is_one_sentence() -> None:
    wrong = {}
    for case, given in CASES["unreadable"].items():
        with pytest.raises(RefreshError) as raised:
            refreshed("schedule", given["text"])
        if given["says"] not in str(raised.value) or "\n" in str(raised.value):
            wrong[case] = str(raised.value)
    assert wrong == {}


def test_a_new_model_has_the_maker_of_its_family_or_of_its_table() -> None:
    text = changed(
        "schedule",
        ("| cohere-command-a | 1 |", "| aya-vision | 1 | GA | — | — |\n| cohere-command-a | 1 |"),
        ("| grok-4.7 | 1 | GA", "| grok-5 | 1 | GA"),
    )
    draft = refreshed("schedule", text)[1]
    assert draft.files["models.csv"].splitlines()[-2:] == ["aya-vision,cohere,,,", "grok-5,xai,,,"]


def test_the_date_is_the_one_that_the_document_prints() -> None:
    text = changed("schedule", ("10/05/2026", "11/20/2026"), ("2026-12-09", "2026-12-10"))
    draft = refreshed("schedule", text)[1]
    assert "# date: 2026-11-20\n" in draft.files["readings/schedule-2026-11-20.csv"]


@pytest.mark.built  # too slow for `make check`
def test_new_readings_are_written_beside_the_older_and_read_once(folder: Path) -> None:
    copies = {
        name: changed(name, *((one["old"], one["new"]) for one in CASES["changed"][name]))
        for name in EXTRACTS
    }
    before = contents(folder)
    with serving(answers(copies)) as address:
        command = (folder.parent.parent, *COMMAND, "--url", address, "--write")
        code, output, errors = run(*command)
        written = contents(folder)
        again = run(*command)[1]
    # The server has no api.json.
    assert (code, errors) == (1, "1 of 18 documents were not read: models-dev\n")
    assert f"models-dev: not read: {address}/api.json answers 404 Not Found: check it" in output
    assert again.count(": unchanged since ") == len(EXTRACTS) + len(BY_HAND)
    assert contents(folder) == written
    new = sorted(name_of(file) for file in written.keys() - before.keys())
    assert new == sorted(EXTRACTS)
    models = folder / "models.csv"
    assert {file for file in before if written[file] != before[file]} == {models}
    assert written[models].startswith(before[models])
    catalog = load_catalog(folder)
    version = catalog.find("gpt-4o (2024-05-13)")
    assert version and str(version.retirement) == "2026-12-10"
    assert catalog.find("grok-5")
    # The tables of a newer version hide nothing that was read in the prose of the older one.
    rows = {row.key: row for row in load_catalog(CATALOG).rows}
    assert [
        (row.key, field)
        for row in catalog.rows
        for field in ("apis", "capabilities", "dimensions", "hosting", "kind", "sold_by")
        if row.key in rows and getattr(row, field) != getattr(rows[row.key], field)
    ] == []


def test_the_command_writes_only_if_asked(folder: Path) -> None:
    before = contents(folder)
    text = changed("grok", ("`grok-4.6` (preview)", "`grok-4.6`"))
    with serving(answers({"grok": text})) as address:
        code, output, _ = run(folder.parent.parent, *COMMAND, "--url", address)
    assert code == 1
    assert "\n- changed: grok-4.6, version 1: lifecycle preview → none\n" in output
    assert output.endswith("nothing written: add --write\n")
    assert contents(folder) == before


def test_without_a_network_nothing_is_written(folder: Path) -> None:
    before = contents(folder)
    with serving({}) as address:
        pass
    code, output, errors = run(folder.parent.parent, *COMMAND, "--url", address, "--write")
    assert code == 1
    assert errors.startswith("18 of 18 documents were not read: schedule, retired, ")
    assert output.count("cannot be read") == 18
    assert output.endswith("\nnothing to write\n")
    assert contents(folder) == before


def test_an_answer_cut_short_is_one_sentence() -> None:
    cut = changed("schedule", ("### xAI", "\0CUT"))
    with pytest.raises(RefreshError, match=r"gave [\d,]+ bytes of [\d,]+: try again$"):
        refreshed("schedule", cut)


def test_a_repository_without_a_newest_commit_is_one_sentence() -> None:
    document = read_document(NEWEST["grok"])[0]
    served = {f"/{document.repo}/info/refs": b"0000"}
    with serving(served) as address, pytest.raises(RefreshError, match="names no newest commit"):
        list(
            refresh_document(
                NEWEST["grok"], layouts()["grok"], Draft(CATALOG), DocumentSource(address), TODAY
            )
        )


def test_a_failure_to_write_changes_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = Draft(folder)
    document = read_document(NEWEST["grok"])[0]
    head = {"publisher": document.publisher, "date": TODAY, "repo": document.repo}
    head |= {"path": document.path, "commit": NEW}
    draft.add("grok-2026-11-25", head, [("grok-9", "", "named", "yes")], {"grok-9": ("xai", "")})
    before = contents(folder)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "models.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RefreshError, match="No space left on device"):
        list(draft.write())
    assert contents(folder) == before
