"""Thousands of made pages beside those of the site, out of its own sentences."""

import json
import random
from itertools import chain
from pathlib import Path

from dossier.locales import LOCALES, Locale, site_path
from dossier.search.records import Part, Record, read_records
from dossier.search.words import vocabulary

_SECTIONS = 6
_PARAGRAPHS = 4
_NEW_WORDS = 8
"""Words of a page that no other has: a site that grows names more things."""


def add_pages(site: Path, pages: int) -> list[Record]:
    """Write so many pages of each language into a built site, and return all that it holds."""
    chance = random.Random(0)
    records = read_records(site, {})
    for locale in LOCALES:
        parts = [part for record in records if record.locale == locale for part in record.parts]
        blocks = [block for part in parts for block in part.blocks if len(block) > 80]
        words = vocabulary(chain(blocks, (part.heading for part in parts)))
        for number in range(pages):
            file = site / site_path(locale, f"made/{number}/index.html")
            file.parent.mkdir(parents=True)
            file.write_text(_page(locale, blocks, words, chance), encoding="utf-8")
    return read_records(site, {})


def stock_index(records: list[Record]) -> str:
    """Return the index that MkDocs' search would write: a page each, and each of its sections."""
    docs = []
    for record in records:
        first, *rest = record.parts
        docs.append(_doc(record.path, first))
        docs += [_doc(f"{record.path}#{part.anchor}", part) for part in rest]
    config = {"lang": ["fr", "en"], "separator": "[\\s\\-]+", "pipeline": ["stopWordFilter"]}
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def _doc(location: str, part: Part) -> dict[str, str]:
    text = "".join(f"<p>{block}</p>" for block in part.blocks)
    return {"location": location, "title": part.heading, "text": text}


def _page(locale: Locale, blocks: list[str], words: list[str], chance: random.Random) -> str:
    def heading() -> str:
        return " ".join(chance.choices(words, k=3)).capitalize()

    new = ["".join(chance.choices("abcdefghilmnoprstuv", k=9)) for _ in range(_NEW_WORDS)]
    sections = "".join(
        f'<h2 id="s{number}">{heading()}</h2>'
        + "".join(f"<p>{block}</p>" for block in chance.choices(blocks, k=_PARAGRAPHS))
        for number in range(_SECTIONS)
    )
    title = heading()
    return (
        f'<!doctype html><html lang="{locale}"><head><title>{title}</title></head><body>'
        f'<main lang="{locale}"><article><h1 id="top">{title}</h1><p>{" ".join(new)}</p>'
        f"{sections}</article></main></body></html>"
    )
