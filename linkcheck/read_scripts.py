"""Addresses in scripts: ES imports, import maps, speculation rules, JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from linkcheck.document import Document, Reference, Use

_COMMENT_OR_STRING = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|`(?:\\.|[^`\\])*`|/\*.*?\*/|(?<![:\\/'"(=,])//[^\n]*""",
    re.DOTALL,
)
_IMPORT = re.compile(
    r"""(?:^|[;}\n])\s*(?:import|export)\b[^;"'()`]*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)"""
)
_SOURCE_MAP = re.compile(r"(?://|/\*)[#@]\s*sourceMappingURL=([^\s*]+)")
_FILE_NAME = re.compile(r"[\w.@*-]+\.[a-zA-Z]\w{1,11}\b")
_SUBSTITUTION = re.compile(r"\$\{[^{}]*\}")
_URL_KEYS = {
    "@id", "contentUrl", "embedUrl", "image", "item", "license", "logo", "mainEntityOfPage",
    "sameAs", "target", "thumbnailUrl", "url",
}  # fmt: skip


def read_javascript(script: str, document: Document, first_line: int = 1) -> None:
    """Note what a script imports; only relative and absolute specifiers are addresses."""
    document.mentions.update(_FILE_NAME.findall(_SUBSTITUTION.sub("*", script)))
    read_source_map(script, document)
    if "import" not in script and "export" not in script:
        return
    code = _COMMENT_OR_STRING.sub(_blank_comment, script)
    for match in _IMPORT.finditer(code):
        written = match[1] or match[2]
        if written.startswith(("./", "../", "/", "https:", "http:")):
            line = first_line + code.count("\n", 0, match.start(1 if match[1] else 2))
            # A module's imports are resolved against the module, never against <base>.
            own = not document.is_page
            document.references.append(Reference(written, Use.RESOURCE, "import", line, own))


def read_source_map(text: str, document: Document) -> None:
    """Note the source map that a script or a style sheet names."""
    for match in _SOURCE_MAP.finditer(text):
        line = 1 + text.count("\n", 0, match.start())
        document.add(match[1], Use.HINT, "sourceMappingURL", line)


def read_import_map(text: str, document: Document, line: int) -> None:
    """Note the addresses that an import map maps to."""
    data = _json(text, document, line, "the import map")
    for imports in [data.get("imports"), *(data.get("scopes") or {}).values()]:
        for written in (imports or {}).values():
            if isinstance(written, str):
                document.add(written, Use.RESOURCE, "importmap", _line(text, written, line))


def read_speculation_rules(text: str, document: Document, line: int) -> None:
    """Note the addresses that speculation rules list (those with `where` list none)."""
    data = _json(text, document, line, "the speculation rules")
    for rules in data.values():
        for rule in rules if isinstance(rules, list) else []:
            for written in rule.get("urls", []) if isinstance(rule, dict) else []:
                document.add(written, Use.LINK, "speculationrules", _line(text, written, line))


def read_json_ld(text: str, document: Document, line: int) -> None:
    """Note the addresses of structured data."""
    for key, written in _strings(_json(text, document, line, "the JSON-LD")):
        if key in _URL_KEYS and re.match(r"https?:|//|/|\.\.?/", written):
            document.add(written, Use.METADATA, "JSON-LD", _line(text, written, line))


def read_json_text(text: str, document: Document) -> None:
    """Note the file names that a block of data, which no standard explains, speaks of."""
    document.mentions.update(_FILE_NAME.findall(text))


def _json(text: str, document: Document, line: int, what: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        document.faults.append(("malformed", line, "", f"{what} is not valid JSON: {error}"))
        return {}
    return data if isinstance(data, dict) else {"@graph": data}


def _strings(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _strings(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value, key)
    elif isinstance(data, str):
        yield key, data


def _line(text: str, written: str, first_line: int) -> int:
    return first_line + text.count("\n", 0, max(text.find(json.dumps(written)[1:-1]), 0))


def _blank_comment(match: re.Match[str]) -> str:
    """Keep strings, which imports are made of; leave of comments and templates only lines."""
    return match[0] if match[1] else "\n" * match[0].count("\n")
