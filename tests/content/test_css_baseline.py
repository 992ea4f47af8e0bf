"""The style sheets need no feature that browsers have only since 2024.

css-baseline.csv has the features in use, and the words that their properties may take, with the day
since which all main browsers have them (from web-features 3.40, its by_compat_key). A younger one
must stand in @supports, after a declaration of the same property that older browsers read, or in
css-enhancements.yml, with what they show without it.
"""

import csv
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

from tests.support.each import each_reported
from tests.support.site import ROOT
from tests.support.tables import read_table

BASELINE = "2023-12-31"
STYLES = ROOT / "docs/assets/stylesheets"
TABLE = "tests/content/css-baseline.csv"
with (ROOT / TABLE).open(encoding="utf-8", newline="") as _file:
    SINCE = {row["feature"]: row["since"] for row in csv.DictReader(_file)}
"""By feature, the day since which all main browsers have it, or “limited”."""
ENHANCEMENTS: dict[str, str] = read_table("content/css-enhancements.yml")


class CssFeature(NamedTuple):
    """A feature of CSS where a style sheet uses it.

    Attributes:
        name: “property NAME”, “value PROPERTY WORD”, “function NAME”, “selector NAME”,
            “at-rule NAME” or “media NAME”.
        has_fallback: whether browsers without it are served too.
    """

    name: str
    line: int
    has_fallback: bool


def features(css: str) -> Iterator[CssFeature]:
    yield from _of_rules(tinycss2.parse_stylesheet(css, True, True), False)


def _of_rules(nodes: list[Node], in_supports: bool) -> Iterator[CssFeature]:
    declared: set[str] = set()
    for node in nodes:
        if node.type == "declaration":
            has_fallback = in_supports or node.lower_name in declared
            declared.add(node.lower_name)
            if not node.name.startswith("--"):
                yield CssFeature(f"property {node.lower_name}", node.source_line, in_supports)
            for name in _of_value(node.lower_name, node.value):
                yield CssFeature(name, node.source_line, has_fallback)
        elif node.type in ("qualified-rule", "at-rule"):
            is_at_rule = node.type == "at-rule"
            names = _of_at_rule(node) if is_at_rule else _of_selector(node.prelude)
            for name in names:
                yield CssFeature(name, node.source_line, in_supports)
            within = in_supports or (is_at_rule and node.lower_at_keyword == "supports")
            if node.content is not None:
                inner = tinycss2.parse_blocks_contents(node.content, True, True)
                yield from _of_rules(inner, within)
        else:
            assert node.type != "error", f"line {node.source_line}: {node.message}"


def _of_at_rule(rule: Node) -> Iterator[str]:
    yield f"at-rule {rule.lower_at_keyword}"
    if rule.lower_at_keyword == "media":
        for block in rule.prelude:
            if block.type == "() block":
                words = [token.lower_value for token in block.content if token.type == "ident"]
                yield f"media {words[0]}"


def _of_selector(tokens: list[Node]) -> Iterator[str]:
    for before, token in pairwise([None, *tokens]):
        if token.type == "function":
            yield f"selector {token.lower_name}"
            yield from _of_selector(token.arguments)
        elif token.type == "ident" and getattr(before, "value", "") == ":":
            yield f"selector {token.lower_value}"


def _of_value(of: str, tokens: list[Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "function":
            yield f"function {token.lower_name}"
            yield from _of_value(of, token.arguments)
        elif token.type == "ident" and not of.startswith("--"):
            yield f"value {of} {token.lower_value}"
        elif of == "content" and token.type == "literal" and token.value == "/":
            yield "value content alt_text"


def is_young(name: str) -> bool:
    return SINCE.get(name, "") > BASELINE


def test_the_style_sheets_need_nothing_younger_than_the_baseline() -> None:
    used = set()
    with each_reported(f"a fallback, @supports, or {TABLE}") as at:
        for sheet in sorted(STYLES.glob("*.css")):
            for feature in features(sheet.read_text(encoding="utf-8")):
                used.add(feature.name)
                with at(f"{sheet.name}:{feature.line}"):
                    known = feature.name in SINCE or feature.name.startswith("value ")
                    assert known, f"{feature.name} is not in {TABLE}"
                    served = feature.has_fallback or feature.name in ENHANCEMENTS
                    assert served or not is_young(feature.name), f"{feature.name} is too young"
    assert [name for name in ENHANCEMENTS if name not in used or not is_young(name)] == []


def test_a_young_feature_is_found() -> None:
    css = """a { color: light-dark(red, blue) }
        b { color: red; color: light-dark(red, blue) }
        @supports (color: light-dark(red, blue)) { a { color: light-dark(red, blue) } }
        i { --ink: light-dark(red, blue) }
        u::before { content: "" / "" }
        details::details-content { color: red }"""
    young = [(found.line, found.name) for found in features(css) if is_young(found.name)]
    without = [
        found.line for found in features(css) if is_young(found.name) and not found.has_fallback
    ]
    assert {name for _, name in young} == {
        "function light-dark", "value content alt_text", "selector details-content"
    }  # fmt: skip
    assert without == [1, 4, 5, 6]
