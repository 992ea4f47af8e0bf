"""Addresses in CSS: `url()`, `image-set()` and `@import`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, Node, StringToken, URLToken

from linkcheck.document import Document, IdReference, Use

FONT = "@font-face"
"""The place of a font's address: the fragment names a font of old SVG files, which none reads."""

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
        waiting = [(node, "url()") for node in nodes]
        # Not by recursion, for blocks may be nested deep.
        while waiting:
            node, place = waiting.pop()
            if isinstance(node, AtRule):
                if node.lower_at_keyword == "namespace":
                    continue  # it names, and leads nowhere
                if node.lower_at_keyword == "font-face":
                    place = FONT
                elif node.lower_at_keyword == "import":
                    strings = [part for part in node.prelude if isinstance(part, StringToken)]
                    for part in strings[:1]:
                        self._note(part, part.value, "@import")
            elif isinstance(node, URLToken):
                self._note(node, node.value, place)
            elif isinstance(node, FunctionBlock) and node.lower_name in _WITH_ADDRESSES:
                for part in node.arguments:
                    if isinstance(part, StringToken):
                        self._note(part, part.value, place)
            for name in ("prelude", "content", "value", "arguments"):
                children = getattr(node, name, None)
                if isinstance(children, list):
                    waiting.extend((child, place) for child in children)

    def _note(self, node: Node, written: str, place: str) -> None:
        line = self.first_line + node.source_line - 1
        if not written.startswith("#"):
            self.document.add(written, Use.RESOURCE, place, line)
        # "#id" points into the page that is drawn, whichever that is for a style sheet; the
        # other # is of Internet Explorer's own behaviors.
        elif self.document.has_ids and written != "#" and not written.startswith("#default#"):
            name = self.place or place
            self.document.id_references.append(IdReference(written[1:], name, line))
