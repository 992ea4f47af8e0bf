"""Reader of CSS: `url()`, `image-set()` and `@import`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, Node, QualifiedRule, StringToken, URLToken

from linkcheck.document import FONT, IdReference, ParsedDocument, Use

_PARTS = ("prelude", "content", "value", "arguments")
_NAMING = {"-moz-document", "document", "namespace"}
"""Rules whose own addresses identify something and are never fetched."""
_GROUPS = {"container", "layer", "media", "scope", "starting-style", "supports"} | _NAMING
"""Rules that contain rules."""
_FUNCTIONS = {"url", "src", "image-set", "-webkit-image-set"}
_DEAD_IMPORT = "@import after another rule"
"""A place of addresses that browsers ignore."""
# tinycss2 fails on integers that Python refuses to parse: 4,300 digits.
_LONG_INTEGER = re.compile(r"\d{4000,}")


def read_stylesheet(css: str, document: ParsedDocument, first_line: int = 1) -> None:
    """Add the addresses of a style sheet that starts on `first_line` of the document."""
    _CssReader(document, first_line).read(tinycss2.parse_stylesheet, css)


def _may_precede_import(node: Node) -> bool:
    """Return True for a node that an @import may follow (CSS Cascade 5, 2)."""
    if node.type not in ("at-rule", "qualified-rule"):
        return True  # white space, comments and errors
    if node.type == "qualified-rule" or node.content is not None:
        return False
    return node.lower_at_keyword in ("charset", "import", "layer")


def read_style_attribute(css: str, document: ParsedDocument, line: int, place: str) -> None:
    """Add the addresses of a style attribute; `place` is its name, as "p[style]"."""
    _CssReader(document, line, place).read(tinycss2.parse_blocks_contents, css)


@dataclass(frozen=True)
class _CssReader:
    document: ParsedDocument
    first_line: int
    place: str = ""

    def read(self, parse: Callable[[str], list[Any]], css: str) -> None:
        try:
            self._read(parse(_LONG_INTEGER.sub("0", css)))
        except RecursionError:
            message = "the style sheet is nested too deep to be read"
            self.document.report("malformed", self.first_line, message)

    def _read(self, nodes: Sequence[Any]) -> None:
        imports = {id(node) for node in takewhile(_may_precede_import, nodes)}
        waiting: list[tuple[Any, str, Node | None]] = [(node, "url()", None) for node in nodes]
        # A stack instead of recursion: blocks may be deeply nested.
        while waiting:
            node, place, rule = waiting.pop()
            if isinstance(node, AtRule):
                name = node.lower_at_keyword
                place = {"font-face": FONT, "import": "@import"}.get(name, place)
                if name == "import" and id(node) not in imports:
                    place = _DEAD_IMPORT
                children = self._parts_of(node, place, rule)
            else:
                rule = node if isinstance(node, QualifiedRule) else rule
                if isinstance(node, URLToken):
                    self._add(node, place, rule)
                elif isinstance(node, FunctionBlock) and node.lower_name in _FUNCTIONS:
                    for part in node.arguments:
                        if isinstance(part, StringToken):
                            self._add(part, place, rule)
                children = [getattr(node, name, None) for name in _PARTS]
            for child in children:
                if isinstance(child, list):
                    waiting.extend((one, place, rule) for one in child)

    def _parts_of(self, node: AtRule, place: str, rule: Node | None) -> list[Any]:
        """Return the nodes to read in an at-rule, after adding a string that it imports."""
        name = node.lower_at_keyword
        if name == "import":
            strings = [part for part in node.prelude if isinstance(part, StringToken)]
            for part in strings[:1]:
                self._add(part, place, rule)
        content = node.content
        if name in _GROUPS and content:
            content = tinycss2.parse_rule_list(content)
        return [content] if name in _NAMING else [node.prelude, content]

    def _add(self, node: Node, place: str, rule: Node | None) -> None:
        written, line = node.value, self.first_line + node.source_line - 1
        if not written.strip():  # no image (CSS Values 4, 4.5.4)
            return
        if not written.startswith("#"):
            use = Use.HINT if place == _DEAD_IMPORT else Use.RESOURCE
            self.document.add(written, use, place, line)
        # "#id" points into the page that is rendered, which a style sheet does not know;
        # "#default#" is a behavior of Internet Explorer.
        elif self.document.has_ids and written != "#" and not written.startswith("#default#"):
            selector = tinycss2.serialize(rule.prelude) if rule else ""
            self.document.id_references.append(
                IdReference(written[1:], self.place or place, line, selector=selector)
            )
