"""Addresses in CSS: `url()` and `@import`."""

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Node, StringToken, URLToken

from linkcheck.document import Document, Use


def read_stylesheet(css: str, document: Document, first_line: int = 1) -> None:
    """Note the addresses of a style sheet that starts on `first_line` of the document."""
    _read(tinycss2.parse_stylesheet(css), document, first_line)


def read_style_attribute(css: str, document: Document, line: int) -> None:
    """Note the addresses of a style attribute."""
    if "(" in css:
        _read(tinycss2.parse_blocks_contents(css), document, line)


def _read(nodes: Iterable[Any], document: Document, first_line: int) -> None:
    for node in nodes:
        if isinstance(node, AtRule) and node.lower_at_keyword == "import":
            for part in node.prelude:
                if isinstance(part, StringToken):
                    _note(part, part.value, "@import", document, first_line)
                    break
        for part in _walk(node):
            if isinstance(part, URLToken):
                _note(part, part.value, "url()", document, first_line)
            elif getattr(part, "lower_name", None) == "url" and hasattr(part, "arguments"):
                for argument in part.arguments:
                    if isinstance(argument, StringToken):
                        _note(argument, argument.value, "url()", document, first_line)


def _note(node: Node, written: str, place: str, document: Document, first_line: int) -> None:
    # A whole reference to another file; "#id" alone points into the page that is drawn.
    document.add(written, Use.RESOURCE, place, first_line + node.source_line - 1)


def _walk(node: Any) -> Iterator[Any]:
    yield node
    for name in ("prelude", "content", "value", "arguments"):
        children = getattr(node, name, None)
        if isinstance(children, list):
            for child in children:
                yield from _walk(child)
