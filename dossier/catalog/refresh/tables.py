"""The tables of a document: Markdown, HTML inside it, or a list of records in code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_COMMENT = re.compile(r"<!--.*?-->|^[ \t>]*(`{3,}|~{3,}).*?^[ \t>]*\1", re.DOTALL | re.MULTILINE)
"""What is not part of the text: comments and blocks of code, which may show a table."""
_HTML_TABLE = re.compile(r"<table\b.*?(?:</table>|\Z)", re.DOTALL | re.IGNORECASE)
_INDENT = re.compile(r"[\s>]*")
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BETWEEN = re.compile(r":::|\[!INCLUDE\b", re.IGNORECASE)
"""The start of a line that Microsoft's Markdown may have inside a table: a moniker, an include."""
_INCLUDED = re.compile(r"\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)\)\s*\]", re.IGNORECASE)
_RECORD = re.compile(r"= new\(\) \{ (.*?) \};")
_PROPERTY = re.compile(r'(\w+) = "([^"]*)"')

_BREAK = re.compile(r"\s*<(?:br|/li|/p)\b[^>]*>\s*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<sup\b.*?</sup>|\[\^[^\]]*\]", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"</?code\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


@dataclass
class Table:
    """A table as printed.

    Attributes:
        sections: the headings above it, outermost first, then its tab.
        headings: those of its columns.
        rows: their cells, each a text of one or more lines; names in code keep their backquotes.
    """

    sections: tuple[str, ...]
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)


def tables_of(document: str) -> list[Table]:
    """Return the tables of a document, in its order.

    A cell that spans rows counts in each of them. So does the first cell of a Markdown row if it
    is empty below one that is not: Markdown has no other way to merge cells.
    """
    if records := [dict(_PROPERTY.findall(found)) for found in _RECORD.findall(document)]:
        headings = tuple(records[0])
        rows = [tuple(record.get(name, "") for name in headings) for record in records]
        return [Table((), headings, rows)]
    html: list[str] = []

    def put_aside(table: re.Match[str]) -> str:
        html.append(table[0])
        return f"\n<table {len(html) - 1}>\n"

    # The line breaks of a comment are kept, so that a table above it and one below stay two.
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), document)
    return list(_tables(_HTML_TABLE.sub(put_aside, text).splitlines(), html))


def front_matter(document: str) -> dict[str, str]:
    """Return the values of one line in the front matter of a document."""
    found = re.match(r"\ufeff?---\s*\n(.*?)\n---", document, re.DOTALL)
    pairs = re.findall(r"^([\w.]+): *(.+?) *$", found[1], re.MULTILINE) if found else []
    return {name: value.strip("\"'") for name, value in pairs}


def included(document: str) -> list[str]:
    """Return the files that a document includes."""
    return _INCLUDED.findall(_COMMENT.sub("", document))


def printed(markup: str) -> str:
    """Return the text of a cell: a line for each line or item, without footnotes and markup."""
    text = _CODE.sub("`", _FOOTNOTE.sub("", _BREAK.sub("\n", markup)))
    text = unescape(_LINK.sub(r"\1", _TAG.sub("", text))).replace("\\|", "|")
    lines = (" ".join(_EMPHASIS.sub("", line).split()) for line in text.split("\n"))
    # No control character may reach the terminal.
    plain = ("".join(letter for letter in line if letter.isprintable()) for line in lines)
    return "\n".join(line for line in plain if line)


def _tables(lines: list[str], html: list[str]) -> Iterator[Table]:
    """Yield the tables in the lines of a document, with those of HTML that it refers to."""
    path: list[tuple[int, str]] = []
    tab = ""
    table: Table | None = None
    previous = ""
    for raw in lines:
        line = raw[_INDENT.match(raw).end() :].rstrip()  # type: ignore[union-attr]
        sections = (*(name for _, name in path), *filter(None, [tab]))
        if table and _BETWEEN.match(line):
            continue
        if table and "|" in line:
            _add(table, _cells(line))
            continue
        if table:
            yield table
            table = None
        if "|" in line and _DELIMITER.fullmatch(line) and "|" in previous:
            table = Table(sections, _cells(previous))
        elif heading := _HEADING.match(line):
            if "](#tab/" in line:
                tab = printed(heading[2])
            else:
                path = [one for one in path if one[0] < len(heading[1])]
                path.append((len(heading[1]), printed(heading[2])))
                tab = ""
        elif line == "---":
            tab = ""
        elif found := re.fullmatch(r"<table (\d+)>", line):
            yield from _html_table(sections, html[int(found[1])])
        previous = line
    if table:
        yield table


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    if re.search(r"(?<!\\)\|$", inner):
        inner = inner[:-1]
    return tuple(printed(cell) for cell in _PIPE.split(inner))


def _add(table: Table, cells: tuple[str, ...]) -> None:
    """Add a row, unless it is a subheading: a first cell alone."""
    if not cells[0] and table.rows:
        cells = (table.rows[-1][0], *cells[1:])
    if len(cells) == 1 or any(cells[1:]):
        table.rows.append(cells)


def _html_table(sections: tuple[str, ...], html: str) -> Iterator[Table]:
    table: Table | None = None
    spans: dict[int, tuple[int, str]] = {}
    for row in LexborHTMLParser(html).css("tr"):
        cells: list[str] = []
        below: dict[int, tuple[int, str]] = {}
        for cell in [*row.css("th, td"), None]:
            while len(cells) in spans:
                left, text = spans.pop(len(cells))
                below |= {len(cells): (left - 1, text)} if left > 1 else {}
                cells.append(text)
            if cell is not None:
                for _ in range(_span(cell, "colspan")):
                    if (rows := _span(cell, "rowspan")) > 1:
                        below[len(cells)] = (rows - 1, printed(cell.inner_html or ""))
                    cells.append(printed(cell.inner_html or ""))
        spans = below
        if table is None:
            table = Table(sections, tuple(cells))
        elif cells:
            _add(table, tuple(cells))
    if table:
        yield table


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(int(value), 100) if value.isdigit() and int(value) else 1
