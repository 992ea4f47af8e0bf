"""The passages that align.js pairs as translations of each other, in made texts."""

from typing import Any

from playwright.sync_api import Page

from tests.support.scripts import read_script
from tests.support.site import ROOT
from tests.support.tables import read_table

Row = list[int | None]

CASES: dict[str, dict[str, list[Any]]] = read_table("browser/facing_alignment.yml")["cases"]
USUAL = {"kind": "p", "section": "", "id": "", "anchors": [], "numbers": [], "length": 100}
ALIGN = read_script("browser/scripts/align.js")


def test_passages_are_aligned_the_same_both_ways_round(page: Page, address: str) -> None:
    page.goto("robots.txt")
    script = f"{address}align.js"
    source = ROOT / "docs/assets/javascripts/facing/align.js"  # the site has it in a joined file
    page.route(script, lambda route: route.fulfill(path=source))

    def aligned(*sides: str) -> dict[str, list[Row]]:
        texts = [[[USUAL | one for one in case[side]] for side in sides] for case in CASES.values()]
        return dict(zip(CASES, page.evaluate(ALIGN, [script, texts]), strict=True))

    def pairs(rows: list[Row]) -> list[Row]:
        return [row for row in rows if None not in row]

    expected = {name: case["rows"] for name, case in CASES.items()}
    assert aligned("own", "twin") == expected
    mirrored = aligned("twin", "own")
    assert {name: [row[::-1] for row in pairs(rows)] for name, rows in mirrored.items()} == {
        name: pairs(rows) for name, rows in expected.items()
    }
