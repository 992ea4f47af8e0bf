"""Lines of the elements of an HTML page, which the parser does not keep."""

import re
from collections.abc import Iterator
from itertools import islice

Attributes = dict[str, str | None]
"""An element's attributes by name; None for one without a value."""

# How many start tags of the same name may be between an element and its own.
_LOOK = 50
# How many attributes are compared.
_ENOUGH = 20
_WITH_TEXT = {
    name: re.compile(f"</{name}", re.ASCII | re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "template", "xmp")
}
"""Elements whose content is skipped, and how it ends."""
_COMMENT_END = re.compile(r"(?<=<!--)>|(?<=<!--)->|--!?>")
_TAG_OR_COMMENT = re.compile(r"<(?:(!--)|([a-zA-Z][^\s/>]*))")
_ATTRIBUTES = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_SHADOW_ROOT = re.compile(r"shadowrootmode\s*=", re.IGNORECASE)


class StartTags:
    """Finder of the line of each element, called in document order.

    Start tags are matched with elements by their attributes, not by counting: a parser adds,
    moves and copies elements.
    """

    def __init__(self, html: str, first_line: int = 1) -> None:
        self.first_line = first_line
        self.tags: dict[str, list[tuple[int, str]]] = {}
        self.next: dict[str, int] = {}
        line, counted = first_line, 0
        for name, attributes, start in start_tags(html):
            line += html.count("\n", counted, start)
            counted = start
            if attributes.strip(" \t\n\f\r/") or name in _WITH_TEXT:
                tag = (line, attributes)
                self.tags.setdefault(name, []).append(tag)
                if name == "image":  # parsed as <img>, except in SVG
                    self.tags.setdefault("img", []).append(tag)

    def lines_of(self, tag: str, attributes: Attributes) -> tuple[int, int]:
        """Return the lines on which the next such element and its text start."""
        tags = self.tags.get(tag, [])
        if not tags:
            return self.first_line, self.first_line
        position = self.next.get(tag, 0)
        ahead = range(position, min(position + _LOOK, len(tags)))
        behind = range(position - 1, max(position - _LOOK, 0) - 1, -1)
        found = min(position, len(tags) - 1)
        for index in (*ahead, *behind):
            if _may_be(tags[index][1], attributes):
                self.next[tag] = max(position, index + 1)
                found = index
                break
        line, written = tags[found]
        return line, line + written.count("\n")


def start_tags(html: str) -> Iterator[tuple[str, str, int]]:
    """Yield (name, attributes, position) of each start tag outside comments and raw text."""
    position = 0
    while match := _TAG_OR_COMMENT.search(html, position):
        if match[1]:
            closed = _COMMENT_END.search(html, match.end() - 2)
            position = closed.end() if closed else len(html)
            continue
        name = match[2].lower()
        attributes = _ATTRIBUTES.match(html, match.end())
        assert attributes is not None  # the pattern also matches nothing
        yield name, attributes[0], match.start()
        position = attributes.end()
        # The content of a template is skipped, except that of a shadow root, which is rendered.
        if name in _WITH_TEXT and not (name == "template" and _SHADOW_ROOT.search(attributes[0])):
            closing = _WITH_TEXT[name].search(html, position)
            position = closing.start() if closing else len(html)


def _may_be(written: str, attributes: Attributes) -> bool:
    """Return True if the attributes as written may be those of an element."""
    for name, value in islice(attributes.items(), _ENOUGH):
        # Up to a character reference or a line break, a value is as written.
        plain = re.split(r"[&<>\"'\r\n]", value or "", maxsplit=1)[0]
        if plain not in written or name not in written.lower():
            return "&" in written and name in written.lower()
    return True
