"""Thousands of made pages beside those of the site, out of its own sentences."""

import json
import random
import re
from itertools import chain
from pathlib import Path

from dossier.locales import LOCALES, Locale, site_path
from dossier.search.records import Part, Record, read_records
from dossier.search.words import vocabulary

_SECTIONS = 6
_PARAGRAPHS = 4
_NEW_WORDS = 60_000
"""Made words, a few of which are frequent and most of which are rare, as words are (Zipf)."""
_LONG = re.compile(r"\b[^\W\d_]{6,}\b")


def add_pages(site: Path, pages: int, other: float) -> list[Record]:
    """Write so many pages of each language into a built site, and return all that it holds.

    Args:
        site: its folder.
        pages: how many of each language.
        other: the share of longer words in place of which made ones stand: 0 for pages that
            tell of what the site tells of, 1 for pages that tell of nothing else that it does.
    """
    records = read_records(site, {})
    for locale in LOCALES:
        sentences = _Sentences(records, locale, other)
        for number in range(pages):
            file = site / site_path(locale, f"made/{number}/index.html")
            file.parent.mkdir(parents=True)
            file.write_text(_page(locale, sentences), encoding="utf-8")
    return read_records(site, {})


class _Sentences:
    """Headings and paragraphs like those of the site, which tell of other things."""

    def __init__(self, records: list[Record], locale: Locale, other: float) -> None:
        parts = [part for record in records if record.locale == locale for part in record.parts]
        self.blocks = [block for part in parts for block in part.blocks if len(block) > 80]
        self.words = vocabulary(chain(self.blocks, (part.heading for part in parts)))
        self.other = other
        self.chance = random.Random(0)
        letters = "aeiouabcdefghilmnoprstuv"
        self.made = ["".join(self.chance.choices(letters, k=9)) for _ in range(_NEW_WORDS)]

    def heading(self) -> str:
        return self._renewed(" ".join(self.chance.choices(self.words, k=3)).capitalize())

    def paragraph(self) -> str:
        return f"<p>{self._renewed(self.chance.choice(self.blocks))}</p>"

    def _renewed(self, text: str) -> str:
        return _LONG.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        rank = int(self.chance.paretovariate(0.25)) % _NEW_WORDS
        return self.made[rank] if self.chance.random() < self.other else match[0]


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


def _page(locale: Locale, sentences: _Sentences) -> str:
    title = sentences.heading()
    sections = "".join(
        f'<h2 id="s{number}">{sentences.heading()}</h2>'
        + "".join(sentences.paragraph() for _ in range(_PARAGRAPHS))
        for number in range(_SECTIONS)
    )
    return (
        f'<!doctype html><html lang="{locale}"><head><title>{title}</title></head><body>'
        f'<main lang="{locale}"><article><h1 id="top">{title}</h1>{sections}'
        f"</article></main></body></html>"
    )
