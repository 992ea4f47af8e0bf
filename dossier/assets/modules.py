"""ES modules of the site, parsed: what each imports and exports, and its code.

A module imports and exports names, and exports only what is never assigned again. So an object
with its exports, made when it has run, is all that other modules need of it.
"""

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from dossier.files.problems import DossierError, read_text

_LANGUAGE = Language(tree_sitter_javascript.language())
_PARTS = Query(
    _LANGUAGE,
    """
    [(ERROR) (MISSING)] @error
    (meta_property) @meta
    (comment) @comment
    [(import_statement) (export_statement)] @statement
    (call_expression function: (import) arguments: (arguments . (string) @lazy .))
    """,
)
_FROM = re.compile(
    r"(import|export)\s*(?:\{\s*([\w$]+(?:\s*,\s*[\w$]+)*)\s*,?\s*\}\s*from\s*)?\"[^\"]*\";?"
)
_CONSTANT = re.compile(r"export\s+(?:async|class|const|function)\b")
_LAZY = b"\0"


class Import(NamedTuple):
    """The import of a module, by its path below the folder of all scripts."""

    path: str
    names: list[str]
    line: int


@dataclass
class Module:
    """An ES module.

    Attributes:
        path: its path below the folder of all scripts.
        imports: what it imports before it runs, in order.
        lazy: what it loads with `import()`, in order.
        exports: the names that it exports.
    """

    file: Path
    path: str
    imports: list[Import] = field(default_factory=list)
    lazy: list[Import] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)  # the code between the addresses of `lazy`

    def code(self, up: str) -> str:
        """Return its statements, without comments, imports and exports.

        Args:
            up: the address of the folder of all scripts, from the file that the code is for.
        """
        addresses = [f'"{up}/{target.path}"' for target in self.lazy]
        pairs = zip(self._pieces, [*addresses, ""], strict=True)
        return "".join(piece + address for piece, address in pairs)

    def error(self, line: int, message: str) -> DossierError:
        """Return an error in the module."""
        return DossierError.at(self.file, line, message)


def read_module(folder: Path, path: str) -> Module:
    """Parse a module.

    Raises:
        DossierError: it is not JavaScript, or it imports or exports in another way.
    """
    module = Module(folder / path, path)
    source = read_text(module.file).encode()
    found = QueryCursor(_PARTS).captures(Parser(_LANGUAGE).parse(source).root_node)
    for node in found.get("error", []):
        raise module.error(_line(node), "this is not JavaScript: make lint-scripts says why")
    for node in found.get("meta", []):
        if node.text == b"import.meta":
            raise module.error(_line(node), "import.meta differs in a joined file: do without it")
    edits = [_comment(source, node) for node in found.get("comment", [])]
    edits += [_statement(module, node) for node in _in_order(found.get("statement", []))]
    for node in _in_order(found.get("lazy", [])):
        module.lazy.append(_import(module, node, []))
        edits.append((node.start_byte, node.end_byte, _LAZY))
    for start, end, new in sorted(edits, reverse=True):
        source = source[:start] + new + source[end:]
    module._pieces = source.strip().decode().split(_LAZY.decode())
    return module


Edit = tuple[int, int, bytes]
"""Where a change of the source begins and ends, and the new text."""


def _statement(module: Module, node: Node) -> Edit:
    """Record an import or export, and return the change that leaves the declaration only."""
    text, declared = _text(node), node.child_by_field_name("declaration")
    source = node.child_by_field_name("source")
    if source and (match := _FROM.fullmatch(text)):
        names = re.findall(r"[\w$]+", match[2] or "")
        module.imports.append(_import(module, source, names))
        if match[1] == "export":
            module.exports.extend(names)
        return node.start_byte, node.end_byte, b""
    if declared and _CONSTANT.match(text):
        parts = [part.child_by_field_name("name") for part in (declared, *declared.named_children)]
        names = [name for name in parts if name]
        if all(name.type == "identifier" for name in names):
            module.exports.extend(_text(name) for name in names)
            return node.start_byte, declared.start_byte, b""
    raise module.error(
        _line(node),
        "imports and exports are joined by name: write import { name } from "
        '"./module.js", or export before a const, function or class',
    )


def _comment(source: bytes, node: Node) -> Edit:
    """Return the change that removes a comment: with its lines, if nothing else is on them."""
    start, end = node.start_byte, node.end_byte
    line_start = source.rfind(b"\n", 0, start) + 1
    line_end = source.find(b"\n", end) + 1 or len(source)
    if not source[line_start:start].strip() and not source[end:line_end].strip():
        return line_start, line_end, b""
    # It separated two tokens and, over several lines, perhaps two statements.
    return start, end, b"\n" if b"\n" in source[start:end] else b" "


def _import(module: Module, address: Node, names: list[str]) -> Import:
    """Return the import of what a string in `module` is the address of."""
    path = posixpath.join(posixpath.dirname(module.path), _text(address)[1:-1])
    return Import(posixpath.normpath(path), names, _line(address))


def _in_order(nodes: list[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.start_byte)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _line(node: Node) -> int:
    return node.start_point.row + 1
