"""Addresses in scripts: ES imports, import maps, speculation rules, JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from linkcheck.document import Document, Reference, Use

_COMMENT_OR_STRING = re.compile(
    r"""("(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|`(?:\\.|[^`\\])*+`)|/\*.*?\*/|(?<!\\)//[^\n]*""",
    re.DOTALL,
)
# On code whose strings are numbered: "0", "1"...
_IMPORT = re.compile(
    r"""(?<![.\w$])(?:import\s*|(?:import|export)\b[^;"()=]*?\bfrom\s*|import\s*\(\s*)"(\d+)\""""
)
_SOURCE_MAP = re.compile(r"(?://|/\*)[#@]\s*sourceMappingURL=([^\s*]+)")
_WORD = re.compile(r"[\w.@*-]++")
_FILE_NAME = re.compile(r"[\w.@*-]{1,200}\.[a-zA-Z]\w{1,11}")
_SUBSTITUTION = re.compile(r"\$\{[^{}]*\}")
_URL_KEYS = {
    "contentUrl", "embedUrl", "image", "item", "license", "logo", "mainEntityOfPage",
    "sameAs", "target", "thumbnailUrl", "url",
}  # fmt: skip


def read_javascript(script: str, document: Document, first_line: int = 1) -> None:
    """Note what a script imports; only relative and absolute specifiers are addresses."""
    _note_file_names(_SUBSTITUTION.sub("*", script), document)
    read_source_map(script, document)
    if "import" not in script and "export" not in script:
        return
    strings: list[tuple[str, int]] = []

    def number(match: re.Match[str]) -> str:
        """Put a string's number in its place; leave of a comment only space."""
        if not match[1]:
            return " "
        strings.append((match[1][1:-1], match.start()))
        return f'"{len(strings) - 1}"'

    code = _COMMENT_OR_STRING.sub(number, script)
    for match in _IMPORT.finditer(code):
        written, position = strings[int(match[1])]
        if written.startswith(("./", "../", "/", "https:", "http:")) and "${" not in written:
            line = first_line + script.count("\n", 0, position)
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
    data, lines = _json(text, document, line, "the import map"), JsonLines(text, line)
    scopes = data.get("scopes")
    for imports in (data.get("imports"), *(scopes.values() if isinstance(scopes, dict) else ())):
        for written in imports.values() if isinstance(imports, dict) else ():
            # One that ends with a slash maps a whole folder.
            if isinstance(written, str) and not written.endswith("/"):
                document.add(written, Use.RESOURCE, "importmap", lines.of(written))


def read_speculation_rules(text: str, document: Document, line: int) -> None:
    """Note the addresses that speculation rules list (those with `where` list none)."""
    data, lines = _json(text, document, line, "the speculation rules"), JsonLines(text, line)
    for rules in data.values():
        for rule in rules if isinstance(rules, list) else []:
            urls = rule.get("urls") if isinstance(rule, dict) else None
            for written in urls if isinstance(urls, list) else []:
                if isinstance(written, str):
                    document.add(written, Use.LINK, "speculationrules", lines.of(written))


def read_json_ld(text: str, document: Document, line: int) -> None:
    """Note the addresses of structured data."""
    lines = JsonLines(text, line)
    for key, written in _strings(_json(text, document, line, "the JSON-LD")):
        if key in _URL_KEYS and re.match(r"https?:|//|/|\.\.?/", written):
            document.add(written, Use.METADATA, "JSON-LD", lines.of(written))


def read_json_text(text: str, document: Document) -> None:
    """Note the file names that a block of data, which no standard explains, speaks of."""
    _note_file_names(text, document)


def _note_file_names(text: str, document: Document) -> None:
    words = (word.strip(".") for word in _WORD.findall(text))
    document.mentions.update(word for word in words if _FILE_NAME.fullmatch(word))


def _json(text: str, document: Document, line: int, what: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        document.faults.append(("malformed", line, "", f"{what} is not valid JSON: {error}"))
        return {}
    return data if isinstance(data, dict) else {"@graph": data}


def _strings(data: Any) -> Iterator[tuple[str, str]]:
    """Give each string and the key that it stands under; not by recursion, for it may be deep."""
    waiting = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((name, part) for name, part in value.items() if name != "@context")
        elif isinstance(value, list):
            waiting.extend((key, part) for part in value)
        elif isinstance(value, str):
            yield key, value


class JsonLines:
    """Finds the lines of strings in JSON, asked for in about the order that they stand in."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self.position = 0
        self.line = first_line

    def of(self, written: str) -> int:
        """Return the line of the next string that means `written`, however it is escaped."""
        ascii_only, plain = json.dumps(written), json.dumps(written, ensure_ascii=False)
        forms = (plain, ascii_only, plain.replace("/", "\\/"), ascii_only.replace("/", "\\/"))
        for start in (self.position, 0):
            for form in dict.fromkeys(forms):
                found = self.text.find(form, start)
                if found >= 0:
                    return self._move(found)
        return self.first_line

    def _move(self, position: int) -> int:
        if position < self.position:
            self.position, self.line = 0, self.first_line
        self.line += self.text.count("\n", self.position, position)
        self.position = position
        return self.line
