"""Repack Pagefind's index of one language, so that a search loads less of it.

- Pagefind puts 20,000 places into an index file, about 38 KB compressed, which cannot be
  configured: they are split into small files, so that a search loads only those of its words.
- A long page is several records, and a record's name says nothing about its page: the number and
  the kind of the page are added, so that hits are grouped and ranked before their text is loaded.

The format is that of Pagefind 1.5 (pyproject.toml pins it): gzipped CBOR after a signature. An
index file holds a list of words. The file `.pf_meta` lists, in its second field, the records with
their lengths and, in the third, the index files with prefixes of their first and last words.
"""

import gzip
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_RECORDS, _CHUNKS = 1, 2
_SIZE = 6_000
"""Bytes of an index file before compression (about twice those after), unless one word has more."""
_MOST_FILES = 800
"""Every search loads the list of files, so a large site has larger files."""
_STEM = 4
"""Length of the prefix of words that are searched together: a search also finds by prefix."""

_NOT_UNDERSTOOD = (
    cbor2.CBORError, EOFError, LookupError, OSError, TypeError, ValueError, zlib.error,
)  # fmt: skip
"""What reading another format raises: other types, fields, files or compression."""

Word = list[Any]
"""The word, the pages that contain it with its positions, and its spellings."""


class FormatError(Exception):
    """Pagefind's files are not in the format that this module knows."""


def repack(bundle: Path) -> None:
    """Repack the bundle of one language.

    Raises:
        FormatError: Pagefind's format has changed.
    """
    try:
        _repack(bundle)
    except (
        cbor2.CBORError,
        EOFError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
        zlib.error,
    ) as e:
        raise FormatError(f"{type(e).__name__}: {e}") from e


def _repack(bundle: Path) -> None:
    (meta_file,) = bundle.glob("*.pf_meta")
    meta = _load(meta_file)
    meta[_RECORDS] = list(_name_by_page(bundle / "fragment", meta[_RECORDS]))
    meta[_CHUNKS] = _cut(bundle / "index", meta[_CHUNKS])
    meta_file.unlink()
    # pagefind-entry.json names the file by a hash of its content.
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    ((locale, language),) = entry["languages"].items()
    language["hash"] = f"{locale}_{_name(meta)}"
    _write(bundle / f"pagefind.{language['hash']}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _name_by_page(folder: Path, records: list[Any]) -> Iterator[list[Any]]:
    # Every search loads all names, so the hash that changes with the content is in the folder's.
    version = _name([name for name, *_ in records])
    (folder / version).mkdir()
    numbers: dict[str, int] = {}
    parts: Counter[int] = Counter()
    for name, length, *rest in records:
        file = folder / f"{name}.pf_fragment"
        record = json.loads(_unpack(file))
        page = numbers.setdefault(record["url"].rpartition("/")[0], len(numbers))
        named = f"{version}/{parts[page]}.{page}.{record['meta']['kind']}"
        parts[page] += 1
        file.rename(folder / f"{named}.pf_fragment")
        yield [named, length, *rest]


def _cut(folder: Path, chunks: list[list[str]]) -> list[list[str]]:
    old = [folder / f"{name}.pf_index" for _, _, name in chunks]
    words = [word for file in old for word in cbor2.loads(_unpack(file))[0]]
    if [word[0] for word in words] != sorted(word[0] for word in words):
        raise ValueError("the words of the index are not sorted")
    for file in old:
        file.unlink()
    version = _name(words)
    (folder / version).mkdir()
    new = list(_chunks(words))
    named = []
    for number, (chunk, (first, last)) in enumerate(zip(new, _bounds(new), strict=True)):
        name = f"{version}/{number}"
        _write(folder / f"{name}.pf_index", [chunk])
        named.append([first, last, name])
    return named


def _chunks(words: list[Word]) -> Iterator[list[Word]]:
    weighed = [(word, len(cbor2.dumps(word))) for word in words]
    most = max(_SIZE, sum(weight for _, weight in weighed) // _MOST_FILES)
    chunk: list[Word] = []
    size = 0
    for _, group in groupby(weighed, key=lambda item: item[0][0][:_STEM]):
        alike = list(group)
        total = sum(weight for _, weight in alike)
        # On a large site, words with one prefix may be too much to load for one of them.
        pieces = [([word for word, _ in alike], total)]
        if total > 2 * most:
            pieces = [([word], weight) for word, weight in alike]
        for piece, weight in pieces:
            if chunk and size + weight > most:
                yield chunk
                chunk, size = [], 0
            chunk += piece
            size += weight
    if chunk:
        yield chunk


def _bounds(chunks: list[list[Word]]) -> list[tuple[str, str]]:
    """Return the shortest prefixes that separate each chunk's first and last words."""
    first, last = [chunks[0][0][0]], []
    for one, next_one in pairwise(chunks):
        end, start = one[-1][0], next_one[0][0]
        shared = next((i for i, (a, b) in enumerate(zip(end, start, strict=False)) if a != b), None)
        length = (min(len(end), len(start)) if shared is None else shared) + 1
        last.append(end[:length])
        first.append(start[:length])
    last.append(chunks[-1][-1][0])
    return list(zip(first, last, strict=True))


def _name(content: object) -> str:
    """Return a name that changes with the content, so that no browser uses a stale file."""
    return hashlib.sha256(cbor2.dumps(content)).hexdigest()[:8]


def _write(file: Path, content: object) -> None:
    file.write_bytes(gzip.compress(_SIGNATURE + cbor2.dumps(content), 9, mtime=0))


def _load(file: Path) -> Any:
    return cbor2.loads(_unpack(file))


def _unpack(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} does not start with the signature")
    return data.removeprefix(_SIGNATURE)
