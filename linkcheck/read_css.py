"""Addresses in CSS: `url()` and `@import`."""

from collections.abc import Callable, Iterable
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, Node, StringToken, URLToken

from linkcheck.document import Document, Use


def read_stylesheet(css: str, document: Document, first_line: int = 1) -> None:
    """Note the addresses of a style sheet that starts on `first_line` of the document."""
    _read(_parsed(tinycss2.parse_stylesheet, css, document, first_line), document, first_line)


def read_style_attribute(css: str, document: Document, line: int) -> None:
    """Note the addresses of a style attribute."""
    if "(" in css:
        _read(_parsed(tinycss2.parse_blocks_contents, css, document, line), document, line)


def _parsed(
    parse: Callable[[str], list[Any]], css: str, document: Document, line: int
) -> list[Any]:
    try:
        return parse(css)
    except RecursionError:
        document.faults.append(("malformed", line, "", "the style sheet is nested too deep"))
        return []


def _read(nodes: Iterable[Any], document: Document, first_line: int) -> None:
    waiting = list(nodes)
    # Not by recursion, for blocks may be nested deep.
    while waiting:
        node = waiting.pop()
        if isinstance(node, AtRule) and node.lower_at_keyword == "namespace":
            continue  # it names, and leads nowhere
        if isinstance(node, URLToken):
            _note(node, node.value, "url()", document, first_line)
        elif isinstance(node, FunctionBlock) and node.lower_name in _WITH_ADDRESSES:
            place = f"{node.lower_name}()"
            for part in node.arguments:
                if isinstance(part, StringToken):
                    _note(part, part.value, place, document, first_line)
        elif isinstance(node, AtRule) and node.lower_at_keyword == "import":
            strings = [part for part in node.prelude if isinstance(part, StringToken)]
            for part in strings[:1]:
                _note(part, part.value, "@import", document, first_line)
        for name in ("prelude", "content", "value", "arguments"):
            children = getattr(node, name, None)
            if isinstance(children, list):
                waiting.extend(children)


_WITH_ADDRESSES = {"url", "src", "image-set", "-webkit-image-set"}


def _note(node: Node, written: str, place: str, document: Document, first_line: int) -> None:
    # "#id" alone points into the page that is drawn, whichever that is.
    if not written.startswith("#"):
        document.add(written, Use.RESOURCE, place, first_line + node.source_line - 1)
