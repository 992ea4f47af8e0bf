"""Make thousands of pages from the sentences of a built site, and add them to it."""

import random
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from jinja2 import Template

from dossier.locales import LOCALES, Locale, site_path
from dossier.search.records import SearchRecord, read_records
from dossier.search.words import vocabulary

_SECTIONS = 6
_PAGE = Template(
    Path(__file__).with_name("made-page.html").read_text(encoding="utf-8"),
    trim_blocks=True,
    autoescape=True,
)
_NEW_WORDS = 60_000
"""Made words: few are frequent and most are rare, as in real text (Zipf)."""
_LONG = re.compile(r"\b[^\W\d_]{6,}\b")


def add_pages(site: Path, pages: int, other: float) -> list[SearchRecord]:
    """Write `pages` pages of each language into the built site, and return all its records.

    `other` is the share of longer words that are replaced by made ones: 0 for pages on the
    subjects of the site, 1 for pages on entirely different ones.
    """
    records = read_records(site, {})
    for locale in LOCALES:
        for number, html in zip(range(pages), _pages(records, locale, other), strict=False):
            file = site / site_path(locale, f"made/{number}/index.html")
            file.parent.mkdir(parents=True)
            file.write_text(html, encoding="utf-8")
    return read_records(site, {})


def _pages(records: list[SearchRecord], locale: Locale, other: float) -> Iterator[str]:
    """Yield pages without end, the same in every run."""
    own = (record for record in records if record.locale == locale)
    real = [section for record in own for section in record.sections]
    blocks = [block for section in real for block in section.blocks if len(block) > 80]
    words = vocabulary(chain(blocks, (section.heading for section in real)))
    chance = random.Random(0)
    made = ["".join(chance.choices("aeiouabcdefghilmnoprstuv", k=9)) for _ in range(_NEW_WORDS)]

    def replacement(match: re.Match[str]) -> str:
        rank = int(chance.paretovariate(0.25)) % _NEW_WORDS
        return made[rank] if chance.random() < other else match[0]

    def heading() -> str:
        return _LONG.sub(replacement, " ".join(chance.choices(words, k=3)).capitalize())

    while True:
        sections = [
            (heading(), [_LONG.sub(replacement, text) for text in chance.choices(blocks, k=4)])
            for _ in range(_SECTIONS)
        ]
        yield _PAGE.render(locale=locale, title=heading(), sections=sections)
