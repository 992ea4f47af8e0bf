"""What dossier/search relies on in Pagefind: its options, its files and their format."""

import gzip
import importlib.metadata
import json
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cbor2
import pytest
from packaging.requirements import Requirement
from pagefind.service import get_executable

from dossier.search import bundle as search
from dossier.search.repack import FormatError, repack
from tests.search.index import SIGNATURE, chunks, entries, unpack, words
from tests.support.site import ROOT

PAGE = """<html lang="{locale}"><head><title>T</title></head>
<body><main lang="{locale}"><article><h1 id="t">T</h1><p>alpha bravo</p>
<h2 id="s">S</h2><p>charlie</p></article></main></body></html>"""
PLAIN = """<html lang="fr"><body><p data-pagefind-meta="kind" data-pagefind-ignore>story</p>
<h1 id="t">T</h1><p>alpha bravo</p><h2 id="s">S</h2><p>charlie</p></body></html>"""

META, WORDS, RECORD, ENTRY = (
    "*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment", "pagefind-entry.json",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle as Pagefind writes it."""
    folder = tmp_path_factory.mktemp("pagefind")
    (folder / "pages" / "a").mkdir(parents=True)
    (folder / "pages" / "a" / "0.html").write_text(PLAIN)
    search._run_pagefind(folder / "pages", folder / "bundle", "fr")
    return folder / "bundle"


def test_the_version_is_one_whose_format_is_known() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [needed] = [r for r in map(Requirement, project["dependencies"]) if r.name == "pagefind"]
    assert needed.specifier.contains(importlib.metadata.version("pagefind"))
    assert not needed.specifier.contains("1.6.0")


def test_the_options_are_known() -> None:
    program = get_executable()
    assert program
    result = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    options = ("--site", "--output-path", "--force-language", "--silent")
    assert [option for option in options if option not in result.stdout] == []


def test_the_files_are_named_as_expected(made: Path) -> None:
    for pattern in ("pagefind.js", "wasm.fr.pagefind", META, WORDS, RECORD, ENTRY):
        assert len(list(made.glob(pattern))) == 1, pattern


def test_files_are_cbor_or_json_after_the_signature(made: Path) -> None:
    [meta_file] = made.glob("*.pf_meta")
    meta = cbor2.loads(unpack(meta_file))
    [[fragment, length, *_]] = meta[1]
    [[first, last, index]] = meta[2]
    assert (length, first, last) == (5, "alpha", "t")
    [word, *_] = cbor2.loads(unpack(made / "index" / f"{index}.pf_index"))[0]
    assert word[0] == "alpha"
    record = json.loads(unpack(made / "fragment" / f"{fragment}.pf_fragment"))
    assert (record["url"], record["meta"]) == ("/a/0.html", {"title": "T", "kind": "story"})
    assert [anchor["id"] for anchor in record["anchors"]] == ["t", "s"]
    entry = json.loads((made / "pagefind-entry.json").read_text())
    assert f"pagefind.{entry['languages']['fr']['hash']}.pf_meta" == meta_file.name


def test_a_repacked_bundle_has_the_same_words_and_records(made: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "search" / "fr"
    shutil.copytree(made, bundle)
    before = words(bundle)
    repack(bundle)
    assert words(bundle) == before
    assert [(first, last) for first, last, _ in chunks(bundle)] == [("alpha", "t")]
    [entry] = entries(tmp_path, "fr")
    assert (entry.path, entry.anchors) == ("a/", ["t", "s"])
    assert json.loads((bundle / "pagefind-entry.json").read_text())["languages"].keys() == {"fr"}


Change = bytes | Callable[[Any], Any] | None
CHANGES: dict[str, tuple[str, Change]] = {
    "no list of files": (META, None),
    "another compression": (META, b"\x28\xb5\x2f\xfd"),
    "a cut file": (META, gzip.compress(SIGNATURE + cbor2.dumps([0]))[:-12]),
    "a damaged file": (META, gzip.compress(b"")[:10] + b"\xff" * 8),
    "no CBOR": (META, gzip.compress(SIGNATURE + b"\xff")),
    "fewer fields": (META, lambda meta: meta[:1]),
    "named fields": (META, lambda meta: {"records": meta[1], "files": meta[2]}),
    "records of another type": (META, lambda meta: [meta[0], 7, meta[2]]),
    "index files without names": (META, lambda meta: [*meta[:2], [["a", "b"]]]),
    "no words": (WORDS, lambda index: []),
    "words of another type": (WORDS, lambda index: [[1, 2]]),
    "words in another order": (WORDS, lambda index: [index[0][::-1]]),
    "a record without its address": (RECORD, lambda record: {}),
    "a record that is a list": (RECORD, lambda record: [record]),
    "no entry": (ENTRY, None),
    "an entry that is not JSON": (ENTRY, b"{"),
    "an entry without languages": (ENTRY, b"{}"),
    "languages as a list": (ENTRY, b'{"languages": ["fr"]}'),
    "languages without a hash": (ENTRY, b'{"languages": {"fr": "x"}}'),
}
"""A file of the bundle, and its new bytes, the function that changes its content, or None."""


def alter(file: Path, change: Change) -> None:
    if change is None:
        file.unlink()
        return
    if callable(change):
        format_ = json if file.suffix == ".pf_fragment" else cbor2
        content = format_.dumps(change(format_.loads(unpack(file))))
        written = content.encode() if isinstance(content, str) else content
        change = gzip.compress(SIGNATURE + written)
    file.write_bytes(change)


def test_another_signature_is_another_format(made: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "fr"
    shutil.copytree(made, bundle)
    [file] = bundle.glob("*.pf_meta")
    file.write_bytes(gzip.compress(b"pagefind_dce" + unpack(file)))
    with pytest.raises(FormatError, match="does not start with the signature"):
        repack(bundle)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_format_is_one_sentence(
    change: str, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_pagefind(_pages: Path, bundle: Path, _locale: str) -> None:
        shutil.copytree(made, bundle)
        pattern, altered = CHANGES[change]
        [file] = bundle.glob(pattern)
        alter(file, altered)

    monkeypatch.setattr(search, "_run_pagefind", run_pagefind)
    (tmp_path / "index.html").write_text(PAGE.format(locale="fr"))
    with pytest.raises(search.SearchError, match="has an unknown format") as raised:
        search.write_search(tmp_path, {})
    assert isinstance(raised.value.__cause__, FormatError)
    assert "\n" not in str(raised.value)
