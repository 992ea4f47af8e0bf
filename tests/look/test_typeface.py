"""The typeface of headings: what it was made from, what it weighs, what it can write."""

import hashlib
import re

import pytest
import yaml

from dossier.load import load
from dossier.pages.page import Page
from fonts.characters import CHARACTERS
from tests.support.site import ROOT, Site

FONT = ROOT / "docs/assets/fonts/newsreader.woff2"
DOSSIER = load(ROOT)
# The next typeface of the list writes these: no heading needs more than one.
BORROWED = frozenset("\N{NARROW NO-BREAK SPACE}ᵉʳ‑")


def test_it_is_the_one_that_the_record_names() -> None:
    record = yaml.safe_load((ROOT / "fonts/newsreader.yml").read_text(encoding="utf-8"))
    assert hashlib.sha256(FONT.read_bytes()).hexdigest() == record["sha256"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONT.parent / "OFL.txt").read_text("utf-8")


def test_the_typefaces_weigh_little(site: Site) -> None:
    weights = {file.name: file.stat().st_size for file in site.folder.rglob("*.woff2")}
    assert list(weights) == [FONT.name]
    assert sum(weights.values()) <= 20_000


@pytest.mark.parametrize("page", DOSSIER.pages, ids=lambda page: f"{page.locale}/{page.path}")
def test_it_writes_every_heading(page: Page) -> None:
    headings = re.findall(r"^#+ (.*?)(?: \{.*\})?$", page.text, re.MULTILINE)
    assert headings
    assert set("".join(headings)) - CHARACTERS - BORROWED == set()
