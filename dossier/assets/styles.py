"""The style sheets of the site, joined: each with those that it imports, without comments."""

from collections.abc import Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from dossier.files.problems import DossierError, read_text

CORE_STYLES = "core.css"
"""The sheet that every page loads."""
_NO_IMPORT = (
    'this import cannot be joined: write @import "NAME.css"; of another sheet in the same folder'
)


def join_styles(folder: Path) -> dict[str, str]:
    """Return the style sheets that no other imports, by their name in `folder`.

    `@import "NAME.css";` is replaced by the rules of that sheet. All are in one folder, so that
    the addresses in them remain right.

    Raises:
        DossierError: a sheet cannot be read, is not CSS, or imports in another way.
    """
    parts: set[Path] = set()

    def rules(file: Path, importing: tuple[Path, ...] = ()) -> Iterator[Node]:
        css = read_text(file)
        for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if node.type == "error":
                raise DossierError.at(file, node.source_line, f"this is not CSS: {node.message}")
            if getattr(node, "lower_at_keyword", "") != "import":
                yield node
                continue
            part = file.with_name(_imported_name(node))
            if not part.is_file() or part in (file, *importing):
                raise DossierError.at(file, node.source_line, _NO_IMPORT)
            parts.add(part)
            yield from rules(part, (file, *importing))

    sheets = {file: list(rules(file)) for file in sorted(folder.glob("*.css"))}
    return {file.name: _compact(nodes) for file, nodes in sheets.items() if file not in parts}


def _imported_name(rule: Node) -> str:
    """Return the name that `@import` gives as a string, or one that no file has."""
    tokens = [token for token in rule.prelude if token.type != "whitespace"]
    is_name = [token.type for token in tokens] == ["string"] and "/" not in tokens[0].value
    return tokens[0].value if is_name and tokens[0].value else "?"


def _compact(nodes: list[Node]) -> str:
    """Return CSS with one space for each run of them."""
    pending = list(nodes)
    while pending:
        node = pending.pop()
        if node.type == "whitespace":
            node.value = " "
        for part in ("prelude", "content", "arguments"):
            pending += getattr(node, part, None) or []
    return str(tinycss2.serialize(nodes))
