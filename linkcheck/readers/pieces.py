"""Pieces of a very large page: the tree of a page takes up to thirty times its size in memory."""

from collections import Counter
from collections.abc import Iterator

from linkcheck.readers.start_tags import start_tags

LONGEST = 2_000_000
"""Characters of a page that is parsed whole."""

# Content means something else within these: a piece that starts within one opens it again.
_CONTAINERS = (
    "frameset", "iframe", "math", "noembed", "noframes", "noscript", "object", "select", "svg",
    "table", "template",
)  # fmt: skip


def pieces_of(html: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Yield (text, line) of each piece of a page, cut at start tags; most pages are one piece."""
    if len(html) <= LONGEST:
        yield html, first_line
        return
    start, prefix, line = 0, "", first_line
    counted, depths = 0, Counter[str]()
    for _, _, position in start_tags(html):
        if position - start < LONGEST:
            continue
        part = html[counted:position].lower()
        for name in _CONTAINERS:
            depths[name] += part.count(f"<{name}") - part.count(f"</{name}")
        counted = position
        within = list(depths.elements())
        if len(within) <= 1:  # a table in a table would close it
            yield prefix + html[start:position], line
            line += html.count("\n", start, position)
            start, prefix = position, "".join(f"<{name}>" for name in within)
    yield prefix + html[start:], line
