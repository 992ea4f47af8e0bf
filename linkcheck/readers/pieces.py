"""Pieces of a very large page: the tree of a page takes up to thirty times its size in memory."""

from collections import Counter
from collections.abc import Iterator

from linkcheck.readers.start_tags import start_tags

LONGEST = 2_000_000
"""Characters of a page that is parsed whole."""

# A page is not cut within these, whose content means something else alone.
_CONTAINERS = (
    "frameset", "iframe", "math", "noembed", "noframes", "noscript", "object", "select", "svg",
    "table", "template",
)  # fmt: skip
# Except that the rows of a table and the parts of a drawing may be parsed in one of their own.
_MAY_BE_CUT = ((["table"], ("tr",)), (["svg"], ("a", "circle", "g", "image", "path", "use")))


def pieces_of(html: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Yield (text, line) of each piece of a page, cut at start tags; most pages are one piece."""
    if len(html) <= LONGEST:
        yield html, first_line
        return
    start, prefix, line = 0, "", first_line
    counted, open_containers = 0, Counter[str]()
    step = LONGEST // 64
    for name, _, position in start_tags(html):
        # Containers are counted from time to time, so that each character is read once.
        if position - start < LONGEST or position - counted < step:
            continue
        part = html[max(counted, start) : position].lower()
        for container in _CONTAINERS:
            opened, closed = part.count(f"<{container}"), part.count(f"</{container}")
            open_containers[container] += opened - closed
        counted = position
        within = [one for one, count in open_containers.items() for _ in range(count)]
        if not within or any(within == one and name in tags for one, tags in _MAY_BE_CUT):
            yield prefix + html[start:position], line
            line += html.count("\n", start, position)
            start, prefix = position, "".join(f"<{one}>" for one in within)
            open_containers = Counter(within)
    yield prefix + html[start:], line
