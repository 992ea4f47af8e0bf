"""Write the search of a built site: Pagefind's bundle and a vocabulary for each language."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pagefind.service import get_executable

from dossier.locales import LOCALES, Locale
from dossier.rendering.templating import environment
from dossier.search.records import SearchRecord, SearchSection, read_records
from dossier.search.repack import FormatError, batches, repack
from dossier.search.words import apart, vocabulary

# Weights of headings by level; text has 1. List entries count less, because lists are long.
# "" keeps Pagefind's weight of the level, from 7 down to 2.
_WEIGHTS: dict[int, str] = {1: "", 2: "", 3: "", 4: "3", 5: "", 6: "0.5"}

_MOST_WORDS = 900
"""Words of a record, so that showing a hit loads about 2 KB."""


def write_search(site: Path, names: Mapping[str, str]) -> None:
    """Write `search/` into a built site, replacing an existing one.

    `names` has the titles of pages in the navigation, by address within the site.

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


def _write_bundle(bundle: Path, locale: Locale, records: list[SearchRecord]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for record in records:
            for number, sections in enumerate(_volumes(record.sections)):
                page = Path(folder, record.path, f"{number}.html")
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(_html(record, sections), encoding="utf-8")
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
    every = (section for record in records for section in record.sections)
    texts = (text for section in every for text in (section.heading, *section.blocks))
    words = json.dumps(vocabulary(texts), ensure_ascii=False, separators=(",", ":"))
    (bundle / "words.json").write_text(words, encoding="utf-8")


def _volumes(sections: Iterable[SearchSection]) -> Iterator[list[SearchSection]]:
    """Split a long page, so that a search loads the text of its hits only."""
    pieces = (
        replace(section, blocks=tuple(blocks))
        for section in sections
        for blocks in batches(section.blocks, _count_words, _MOST_WORDS)
    )
    return batches(
        pieces, lambda piece: _count_words(" ".join([piece.heading, *piece.blocks])), _MOST_WORDS
    )


def _count_words(text: str) -> int:
    return len(text.split())


def _html(record: SearchRecord, sections: list[SearchSection]) -> str:
    template = environment().get_template("search-record.html")
    return template.render(record=record, sections=sections, weights=_WEIGHTS, apart=apart)


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
