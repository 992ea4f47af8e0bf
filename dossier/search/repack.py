"""Repacks what Pagefind writes for a language, so that a search loads less of it.

- Its index files hold 20,000 places each, some 38 KB compressed, and that is not an option: they
  are cut into small ones, of which a search loads those of its words.
- A long page is several records, and a record's name tells nothing of its page: the number of the
  page and its kind are added, so that hits are grouped and weighed before their text is loaded.

The format is that of Pagefind 1.5, which the lock pins: CBOR behind a signature, compressed. An
index file holds a list of words. The file `.pf_meta` lists, in its second field, the records with
their lengths and, in the third, the index files with the beginnings of their first and last words.
"""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_RECORDS, _CHUNKS = 1, 2
_SIZE = 6_000
"""Bytes of an index file before compression, about twice those after; one word may have more."""
_MOST_FILES = 800
"""Every search loads their list: the files of a large site are larger."""
_STEM = 4
"""Letters that words share which are looked for together: a search finds what begins alike."""

Word = list[Any]
"""The word, the pages that hold it with its places there, and its spellings."""


def repack(bundle: Path) -> None:
    """Repack the bundle of one language.

    Raises:
        ValueError: Pagefind has written it in another way.
    """
    (meta_file,) = bundle.glob("*.pf_meta")
    meta = _load(meta_file)
    meta[_RECORDS] = list(_name_by_page(bundle / "fragment", meta[_RECORDS]))
    meta[_CHUNKS] = _cut(bundle / "index", meta[_CHUNKS])
    meta_file.unlink()
    # Pagefind names the file by what it holds, in pagefind-entry.json.
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    ((locale, language),) = entry["languages"].items()
    language["hash"] = f"{locale}_{_name(meta)}"
    _write(bundle / f"pagefind.{language['hash']}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _name_by_page(folder: Path, records: list[Any]) -> Iterator[list[Any]]:
    # Every search loads all names: one part of theirs, the same in all, tells of a change.
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
        raise ValueError("Pagefind’s index is not in order: its format has changed")
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
    most = max(_SIZE, sum(len(cbor2.dumps(word)) for word in words) // _MOST_FILES)
    chunk: list[Word] = []
    size = 0
    for _, group in groupby(words, key=lambda word: word[0][:_STEM]):
        alike = list(group)
        weights = [len(cbor2.dumps(word)) for word in alike]
        # On a large site words that begin alike may be too much to load for one of them.
        apart = sum(weights) > 2 * most
        pieces = [[word] for word in alike] if apart else [alike]
        for piece, weight in zip(pieces, weights if apart else [sum(weights)], strict=True):
            if chunk and size + weight > most:
                yield chunk
                chunk, size = [], 0
            chunk += piece
            size += weight
    if chunk:
        yield chunk


def _bounds(chunks: list[list[Word]]) -> list[tuple[str, str]]:
    """Return the least that tells the first and last words of each chunk from its neighbors'."""
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
    """Return a name that changes with what a file holds, so that no browser keeps a stale one."""
    return hashlib.sha256(cbor2.dumps(content)).hexdigest()[:8]


def _write(file: Path, content: object) -> None:
    file.write_bytes(gzip.compress(_SIGNATURE + cbor2.dumps(content), 9, mtime=0))


def _load(file: Path) -> Any:
    return cbor2.loads(_unpack(file))


def _unpack(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} lacks Pagefind’s signature: its format has changed")
    return data.removeprefix(_SIGNATURE)
