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
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

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
    AttributeError, cbor2.CBORError, EOFError, LookupError, OSError, TypeError, ValueError,
    zlib.error,
)  # fmt: skip
"""The errors when a file has another format: other types, fields, names or compression."""

Item = TypeVar("Item")


class IndexWord(NamedTuple):
    """A word, and its record as CBOR: the word, its positions in pages, its spellings."""

    text: str
    record: bytes


class FormatError(Exception):
    """Pagefind's files are not in the format that this module knows."""


def repack(bundle: Path) -> None:
    """Repack the bundle of one language.

    Raises:
        FormatError: Pagefind's format has changed.
    """
    try:
        _repack(bundle)
    except _NOT_UNDERSTOOD as error:
        raise FormatError(f"{type(error).__name__}: {error}") from error


def _repack(bundle: Path) -> None:
    (meta_file,) = bundle.glob("*.pf_meta")
    meta = cbor2.loads(_unpack(meta_file))
    meta[_RECORDS] = list(_name_by_page(bundle / "fragment", meta[_RECORDS]))
    meta[_CHUNKS] = _cut(bundle / "index", meta[_CHUNKS])
    meta_file.unlink()
    # pagefind-entry.json names the file by a hash of its content.
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    ((locale, language),) = entry["languages"].items()
    encoded = cbor2.dumps(meta)
    language["hash"] = f"{locale}_{_hash(encoded)}"
    _write(bundle / f"pagefind.{language['hash']}.pf_meta", encoded)
    entry_file.write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _name_by_page(folder: Path, records: list[Any]) -> Iterator[list[Any]]:
    # Every search loads all names, so the hash that changes with the content is in the folder's.
    version = _hash(cbor2.dumps([name for name, *_ in records]))
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
    records = [word for file in old for word in cbor2.loads(_unpack(file))[0]]
    words = [IndexWord(record[0], cbor2.dumps(record)) for record in records]
    if words != sorted(words, key=lambda word: word.text):
        raise ValueError("the words of the index are not sorted")
    for file in old:
        file.unlink()
    version = _hash(_array(word.record for word in words))
    (folder / version).mkdir()
    new = list(_chunks(words))
    named = []
    for number, (chunk, (first, last)) in enumerate(zip(new, _bounds(new), strict=True)):
        name = f"{version}/{number}"
        content = _array([_array(word.record for word in chunk)])
        _write(folder / f"{name}.pf_index", content)
        named.append([first, last, name])
    return named


def _chunks(words: list[IndexWord]) -> Iterator[list[IndexWord]]:
    most = max(_SIZE, _weight(words) // _MOST_FILES)
    for pieces in batches(_pieces(words, most), _weight, most):
        yield list(chain.from_iterable(pieces))


def _pieces(words: list[IndexWord], most: int) -> Iterator[list[IndexWord]]:
    """Yield the words that stay in one file: those with one prefix, if they are not too many."""
    for _, group in groupby(words, key=lambda word: word.text[:_STEM]):
        alike = list(group)
        # On a large site, words with one prefix may be too much to load for one of them.
        yield from [[word] for word in alike] if _weight(alike) > 2 * most else [alike]


def _weight(words: Iterable[IndexWord]) -> int:
    return sum(len(word.record) for word in words)


def batches(items: Iterable[Item], size: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Yield lists of items in order, each of at most the size `most` if it has several."""
    batch: list[Item] = []
    total = 0
    for item in items:
        if batch and total + size(item) > most:
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += size(item)
    yield batch


def _bounds(chunks: list[list[IndexWord]]) -> list[tuple[str, str]]:
    """Return the shortest prefixes that separate each chunk's first and last words."""
    first, last = [chunks[0][0].text], []
    for one, next_one in pairwise(chunks):
        end, start = one[-1].text, next_one[0].text
        pairs = enumerate(zip(end, start, strict=False))
        length = next((i for i, (a, b) in pairs if a != b), min(len(end), len(start))) + 1
        last.append(end[:length])
        first.append(start[:length])
    last.append(chunks[-1][-1].text)
    return list(zip(first, last, strict=True))


def _array(items: Iterable[bytes]) -> bytes:
    """Return the CBOR array of items that are CBOR already."""
    encoded = list(items)
    # An array is its head and its items; null is one byte.
    head = cbor2.dumps([None] * len(encoded))[: -len(encoded) or None]
    return head + b"".join(encoded)


def _hash(content: bytes) -> str:
    """Return a name that changes with the content, so that no browser uses a stale file."""
    return hashlib.sha256(content).hexdigest()[:8]


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(gzip.compress(_SIGNATURE + content, 9, mtime=0))


def _unpack(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} does not start with the signature")
    return data.removeprefix(_SIGNATURE)
