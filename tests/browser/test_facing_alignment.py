"""The passages that align.js pairs as translations of each other, in made texts."""

from typing import Any

from playwright.sync_api import Page


def passage(kind: str = "p", **rest: object) -> dict[str, Any]:
    blank = {"section": "", "id": "", "anchors": [], "numbers": [], "length": 100}
    return {"kind": kind, **blank, **rest}


def heading(name: str) -> dict[str, Any]:
    return passage("h2", section=name, id=name, length=20)


A, B, C = (passage(anchors=[name]) for name in "abc")
SHORT, LONG = passage(length=80), passage(length=400)
LIST = passage("ul")
ONE, TWO, THREE = heading("one"), heading("two"), heading("three")

# Both sides, and the expected rows.
CASES: dict[str, tuple[list[Any], list[Any], list[list[int | None]]]] = {
    "both empty": ([], [], []),
    "one empty": ([A, B], [], [[0, None], [1, None]]),
    "all equal": ([ONE, A, B, C], [ONE, A, B, C], [[0, 0], [1, 1], [2, 2], [3, 3]]),
    "missing at the start": ([A, B, C], [B, C], [[0, None], [1, 0], [2, 1]]),
    "missing in the middle": ([A, C], [A, B, C], [[0, 0], [None, 1], [1, 2]]),
    "missing at the end": ([A, B, C], [A, B], [[0, 0], [1, 1], [2, None]]),
    "matched by length alone": ([SHORT, LONG, SHORT], [LONG], [[0, None], [1, 0], [2, None]]),
    "too long to be the same": ([passage(length=10)], [LONG], [[0, None], [None, 0]]),
    "an extra list": ([A, LIST, B], [A, B], [[0, 0], [1, None], [2, 1]]),
    "two kinds are not paired": ([LIST], [SHORT], [[0, None], [None, 0]]),
    "anchors that contradict": ([A], [B], [[0, None], [None, 0]]),
    "anchors that contradict though numbers agree": (
        [passage(anchors=["a"], numbers=["2025"])],
        [passage(anchors=["b"], numbers=["2025"])],
        [[0, None], [None, 0]],
    ),
    "numbers that contradict": (
        [passage(numbers=["2025"])],
        [passage(numbers=["2024"])],
        [[0, None], [None, 0]],
    ),
    "ids that contradict though anchors agree": (
        [passage("li", id="x", anchors=["a"])],
        [passage("li", id="y", anchors=["a"])],
        [[0, None], [None, 0]],
    ),
    "the number written as a word in one": (
        [passage(numbers=["3"])],
        [passage(length=90)],
        [[0, 0]],
    ),
    "more in common wins": (
        [passage(anchors=["a", "b"]), passage(anchors=["a"])],
        [passage(anchors=["a"])],
        [[0, None], [1, 0]],
    ),
    "among passages with the same anchors the length decides": (
        [passage(anchors=["a"], length=100), passage(anchors=["a"], length=400)],
        [passage(anchors=["a"], length=400)],
        [[0, None], [1, 0]],
    ),
    "the text of a missing section is not paired with another's": (
        [ONE, TWO, SHORT],
        [ONE, SHORT],
        [[0, 0], [None, 1], [1, None], [2, None]],
    ),
    "a section missing": (
        [ONE, SHORT, TWO, SHORT, THREE, SHORT],
        [ONE, SHORT, THREE, SHORT],
        [[0, 0], [1, 1], [2, None], [3, None], [4, 2], [5, 3]],
    ),
    "a section more on each side": (
        [ONE, SHORT, TWO, A],
        [THREE, SHORT, ONE, SHORT],
        [[None, 0], [None, 1], [0, 2], [1, 3], [2, None], [3, None]],
    ),
    "nothing crosses a heading": (
        [ONE, SHORT, TWO],
        [ONE, TWO, SHORT],
        [[0, 0], [1, None], [2, 1], [None, 2]],
    ),
}


ALIGN = """async ([script, cases]) => {
    const { align } = await import(script);
    const sets = passage => ({ ...passage,
        anchors: new Set(passage.anchors), numbers: new Set(passage.numbers) });
    return cases.map(sides => align(...sides.map(side => side.map(sets))));
}"""


def test_passages_are_aligned_the_same_both_ways_round(page: Page, address: str) -> None:
    page.goto("robots.txt")
    script = address + "assets/javascripts/facing/align.js"

    def aligned(sides: list[tuple[list[Any], list[Any]]]) -> dict[str, Any]:
        return dict(zip(CASES, page.evaluate(ALIGN, [script, sides]), strict=True))

    def pairs(rows: list[list[int | None]]) -> list[list[int | None]]:
        return [row for row in rows if None not in row]

    expected = {name: rows for name, (_, _, rows) in CASES.items()}
    assert aligned([(left, right) for left, right, _ in CASES.values()]) == expected
    mirrored = aligned([(right, left) for left, right, _ in CASES.values()])
    assert {name: [row[::-1] for row in pairs(rows)] for name, rows in mirrored.items()} == {
        name: pairs(rows) for name, rows in expected.items()
    }
