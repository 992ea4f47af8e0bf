"""Reader of the Pagefind index of a built site."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cbor2

from dossier.locales import Locale

SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True)
class IndexedPage:
    """A record of the index: a page, or a part of a long page."""

    path: str
    meta: dict[str, str]
    content: str
    anchors: list[str]


def entries(site: Path, locale: Locale) -> list[IndexedPage]:
    """Return the records of the index of a language, in any order."""
    found = []
    for file in (site / "search" / locale / "fragment").rglob("*.pf_fragment"):
        record = json.loads(unpack(file))
        path = record["url"].rpartition("/")[0].removeprefix("/")
        anchors = [anchor["id"] for anchor in record["anchors"]]
        entry = IndexedPage(f"{path}/" if path else "", record["meta"], record["content"], anchors)
        found.append(entry)
    return found


def unpack(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(SIGNATURE)
    return data.removeprefix(SIGNATURE)


def words(bundle: Path) -> list[str]:
    """Return the words of the index files, in the order of the list of files."""
    return [
        word[0]
        for _, _, name in chunks(bundle)
        for word in cbor2.loads(unpack(bundle / "index" / f"{name}.pf_index"))[0]
    ]


def chunks(bundle: Path) -> list[list[Any]]:
    """Return the first and last word and the name of each index file."""
    (meta,) = bundle.glob("*.pf_meta")
    return cbor2.loads(unpack(meta))[2]  # type: ignore[no-any-return]
