"""The typeface of headings: its origin, its weight, its characters."""

import hashlib
import re

import yaml

from dossier.load import load
from publishing.typeface import CHARACTERS
from tests.support.site import ROOT, Site

FONT = ROOT / "docs/assets/fonts/newsreader.woff2"
# The next typeface of the list has these: no heading needs others.
BORROWED = frozenset("\N{NARROW NO-BREAK SPACE}ᵉʳ‑")


def test_the_font_is_the_recorded_one() -> None:
    record = yaml.safe_load((ROOT / "publishing/typeface/newsreader.yml").read_text("utf-8"))
    assert hashlib.sha256(FONT.read_bytes()).hexdigest() == record["sha256"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONT.parent / "OFL.txt").read_text("utf-8")


def test_the_fonts_are_light(site: Site) -> None:
    weights = {file.name: file.stat().st_size for file in site.folder.rglob("*.woff2")}
    assert list(weights) == [FONT.name]
    assert sum(weights.values()) <= 20_000


def test_the_font_has_the_characters_of_every_heading() -> None:
    missing = {}
    for page in load(ROOT).pages:
        headings = re.findall(r"^#+ (.*?)(?: \{.*\})?$", page.text, re.MULTILINE)
        missing[page.locale, page.path] = set("".join(headings)) - CHARACTERS - BORROWED
        assert headings, page.path
    assert {page: characters for page, characters in missing.items() if characters} == {}
