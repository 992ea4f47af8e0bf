"""The lines that the elements of an HTML page stand on, which the parser does not know."""

import re
from collections.abc import Iterator
from itertools import islice

Attributes = dict[str, str | None]
"""An element's attributes by name; None for one without a value."""

# How many start tags may stand between an element and its own.
_LOOK = 50
# So many attributes tell an element from others.
_ENOUGH = 20
_WITH_TEXT = {"script", "style", "textarea", "title", "template", "xmp"}
_COMMENT_END = re.compile(r"(?<=<!--)>|(?<=<!--)->|--!?>")
_TAG_OR_COMMENT = re.compile(r"<(?:(!--)|([a-zA-Z][^\s/>]*))")
_ATTRIBUTES = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_SHADOW_ROOT = re.compile(r"shadowrootmode\s*=", re.IGNORECASE)


class Lines:
    """Finds the line of each element, asked for in the order of the document.

    Start tags are matched with elements by what they say, not by counting: a parser adds
    elements, moves them and makes copies.
    """

    def __init__(self, html: str, first_line: int = 1) -> None:
        self.first_line = first_line
        self.tags: dict[str, list[tuple[int, str]]] = {}
        self.next: dict[str, int] = {}
        line, counted = first_line, 0
        for name, attributes, start in _start_tags(html):
            line += html.count("\n", counted, start)
            counted = start
            if attributes.strip(" \t\n\f\r/") or name in _WITH_TEXT:
                tag = (line, attributes)
                self.tags.setdefault(name, []).append(tag)
                if name == "image":  # which a parser takes for <img>, but in drawings
                    self.tags.setdefault("img", []).append(tag)

    def of(self, tag: str, attributes: Attributes) -> tuple[int, int]:
        """Return the lines of the next element with this tag, and of its text."""
        tags = self.tags.get(tag, [])
        if not tags:
            return self.first_line, self.first_line
        position = self.next.get(tag, 0)
        ahead = range(position, min(position + _LOOK, len(tags)))
        behind = range(position - 1, max(position - _LOOK, 0) - 1, -1)
        for index in (*ahead, *behind):
            if _says(tags[index][1], attributes):
                self.next[tag] = max(position, index + 1)
                return _lines(*tags[index])
        return _lines(*tags[min(position, len(tags) - 1)])


def _lines(line: int, attributes: str) -> tuple[int, int]:
    return line, line + attributes.count("\n")


def _start_tags(html: str) -> Iterator[tuple[str, str, int]]:
    """Give the name, attributes and position of each start tag, comments and texts left out."""
    lower = html.lower() if len(html.lower()) == len(html) else html
    position = 0
    while match := _TAG_OR_COMMENT.search(html, position):
        if match[1]:
            closed = _COMMENT_END.search(html, match.end() - 2)
            position = closed.end() if closed else len(html)
            continue
        name = match[2].lower()
        attributes = _ATTRIBUTES.match(html, match.end())
        assert attributes is not None  # it matches nothing, too
        yield name, attributes[0], match.start()
        position = attributes.end()
        # What a shadow root holds is shown: only there do elements stand in a template.
        if name in _WITH_TEXT and not (name == "template" and _SHADOW_ROOT.search(attributes[0])):
            position = _after(lower, f"</{name}", position)


def _after(html: str, closing: str, position: int) -> int:
    found = html.find(closing, position)
    return len(html) if found < 0 else found


def _says(written: str, attributes: Attributes) -> bool:
    """Say whether the attributes as written may be those of an element."""
    for name, value in islice(attributes.items(), _ENOUGH):
        # What has no character reference and no line break in it stands as it is.
        plain = re.split(r"[&<>\"'\r\n]", value or "", maxsplit=1)[0]
        if plain not in written or name not in written.lower():
            return "&" in written and name in written.lower()
    return True
