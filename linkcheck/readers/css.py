"""Addresses in CSS: `url()`, `image-set()` and `@import`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, Node, QualifiedRule, StringToken, URLToken

from linkcheck.document import Document, IdReference, Use

FONT = "@font-face"
"""The place of a font's address: the fragment names a font of old SVG files, which none reads."""

_PARTS = ("prelude", "content", "value", "arguments")
_NAMING = {"-moz-document", "document", "namespace"}
"""Rules whose own addresses say what they are about, and lead nowhere."""
_GROUPS = {"container", "layer", "media", "scope", "starting-style", "supports"} | _NAMING
"""Rules that hold rules."""

_WITH_ADDRESSES = {"url", "src", "image-set", "-webkit-image-set"}


def read_stylesheet(css: str, document: Document, first_line: int = 1) -> None:
    """Note the addresses of a style sheet that starts on `first_line` of the document."""
    _Reader(document, first_line).read(tinycss2.parse_stylesheet, css)


def read_style_attribute(css: str, document: Document, line: int, place: str) -> None:
    """Note the addresses of a style attribute; `place` is its name, as "p[style]"."""
    _Reader(document, line, place).read(tinycss2.parse_blocks_contents, css)


@dataclass(frozen=True)
class _Reader:
    document: Document
    first_line: int
    place: str = ""

    def read(self, parse: Callable[[str], list[Any]], css: str) -> None:
        try:
            self._read(parse(css))
        except RecursionError:
            message = "the style sheet is nested too deep"
            self.document.faults.append(("malformed", self.first_line, "", message))

    def _read(self, nodes: Iterable[Any]) -> None:
        waiting: list[tuple[Any, str, Node | None]] = [(node, "url()", None) for node in nodes]
        # Not by recursion, for blocks may be nested deep.
        while waiting:
            node, place, rule = waiting.pop()
            if isinstance(node, AtRule):
                place = FONT if node.lower_at_keyword == "font-face" else place
                children = self._parts_of(node, rule)
            else:
                rule = node if isinstance(node, QualifiedRule) else rule
                if isinstance(node, URLToken):
                    self._note(node, node.value, place, rule)
                elif isinstance(node, FunctionBlock) and node.lower_name in _WITH_ADDRESSES:
                    for part in node.arguments:
                        if isinstance(part, StringToken):
                            self._note(part, part.value, place, rule)
                children = [getattr(node, name, None) for name in _PARTS]
            for child in children:
                if isinstance(child, list):
                    waiting.extend((one, place, rule) for one in child)

    def _parts_of(self, node: AtRule, rule: Node | None) -> list[Any]:
        """Return what is to be read of an at-rule, besides a string that it imports."""
        name = node.lower_at_keyword
        if name == "import":
            strings = [part for part in node.prelude if isinstance(part, StringToken)]
            for part in strings[:1]:
                self._note(part, part.value, "@import", rule)
        content = node.content
        if name in _GROUPS and content:
            content = tinycss2.parse_rule_list(content)
        return [content] if name in _NAMING else [node.prelude, content]

    def _note(self, node: Node, written: str, place: str, rule: Node | None) -> None:
        line = self.first_line + node.source_line - 1
        if not written.startswith("#"):
            self.document.add(written, Use.RESOURCE, place, line)
        # "#id" points into the page that is drawn, whichever that is for a style sheet; the
        # other # is of Internet Explorer's own behaviors.
        elif self.document.has_ids and written != "#" and not written.startswith("#default#"):
            name = self.place or place
            selector = tinycss2.serialize(rule.prelude) if rule else ""
            self.document.id_references.append(
                IdReference(written[1:], name, line, selector=selector)
            )
