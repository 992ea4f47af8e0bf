"""Write the search of a built site: Pagefind's bundle and a vocabulary for each language."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pagefind.service import get_executable

from dossier.locales import LOCALES, Locale
from dossier.rendering.templating import environment
from dossier.search.records import Part, Record, read_records
from dossier.search.repack import FormatError, repack
from dossier.search.words import apart, vocabulary

# Weights of headings; text has 1. Those of entries, in lists of a hundred and more, count less;
# "" keeps Pagefind's weight of the level, from 7 down to 2.
_WEIGHTS: dict[int, str] = {1: "", 2: "", 3: "", 4: "3", 5: "", 6: "0.5"}

_MOST_WORDS = 900
"""Words of a record, so that showing a hit loads about 2 KB."""


def write_search(site: Path, names: Mapping[str, str]) -> None:
    """Write `search/` into a built site, replacing an existing one.

    Args:
        site: the folder of the site.
        names: the titles of pages in the navigation, by address within the site.

    Raises:
        SearchError: Pagefind is not installed, fails, or writes an unknown format.
    """
    shutil.rmtree(site / "search", ignore_errors=True)
    records = read_records(site, names)
    for locale in LOCALES:
        of_locale = [record for record in records if record.locale == locale]
        _write_bundle(site / "search" / locale, locale, of_locale)


class SearchError(Exception):
    """The index cannot be made; the message says why."""


def _write_bundle(bundle: Path, locale: Locale, records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for record in records:
            for number, parts in enumerate(_volumes(record.parts)):
                page = Path(folder, record.path, f"{number}.html")
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(_html(record, parts), encoding="utf-8")
        _run_pagefind(Path(folder), bundle, locale)
    for file in bundle.iterdir():
        needed = ("pagefind.js", "pagefind-entry.json", f"wasm.{locale}.pagefind")
        if file.is_file() and file.suffix != ".pf_meta" and file.name not in needed:
            file.unlink()
    try:
        repack(bundle)
    except FormatError as error:
        raise SearchError(
            f"Pagefind’s index has an unknown format ({error}): install the version that "
            "requirements.lock names, or adapt dossier/search/repack.py"
        ) from error
    texts = (
        text for record in records for part in record.parts for text in (part.heading, *part.blocks)
    )
    words = json.dumps(vocabulary(texts), ensure_ascii=False, separators=(",", ":"))
    (bundle / "words.json").write_text(words, encoding="utf-8")


def _volumes(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Split a long page between its sections: a search loads the text of what it has found."""
    volume: list[Part] = []
    words = 0
    for part, length in chain.from_iterable(map(_pieces, parts)):
        if volume and words + length > _MOST_WORDS:
            yield volume
            volume, words = [], 0
        volume.append(part)
        words += length
    yield volume


def _pieces(part: Part) -> Iterator[tuple[Part, int]]:
    """Split a section that is too long itself; yield its pieces, each with its number of words."""
    heading = len(part.heading.split())
    blocks: list[str] = []
    words = 0
    for block in part.blocks:
        length = len(block.split())
        if blocks and words + length > _MOST_WORDS:
            yield replace(part, blocks=tuple(blocks)), heading + words
            blocks, words = [], 0
        blocks.append(block)
        words += length
    yield replace(part, blocks=tuple(blocks)), heading + words


def _html(record: Record, parts: list[Part]) -> str:
    meta = {
        "title": record.parts[0].heading if record.parts else record.name,
        "name": record.name,
        "section": record.section,
        "kind": record.kind,
        "about": record.about,
        "revised": record.revised,
    }
    template = environment().get_template("search-record.html")
    return template.render(
        locale=record.locale, parts=parts, meta=meta, weights=_WEIGHTS, apart=apart
    )


def _run_pagefind(pages: Path, bundle: Path, locale: Locale) -> None:
    program = get_executable()
    if program is None:
        raise SearchError("Pagefind is not installed: run `make build`, which installs it")
    options = [
        f"--site={pages}", f"--output-path={bundle}", f"--force-language={locale}", "--silent",
    ]  # fmt: skip
    result = subprocess.run([program, *options], capture_output=True, text=True, check=False)
    if result.returncode:
        raise SearchError(f"Pagefind failed: {(result.stderr or result.stdout).strip()}")
