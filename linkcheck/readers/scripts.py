"""Addresses in what stands in a page's <script>: code, or data of some kind."""

from collections.abc import Iterator
from typing import Any

from linkcheck.document import Document, Use
from linkcheck.readers.javascript import read_javascript
from linkcheck.readers.json_text import JsonLines, objects, parse, parse_object
from linkcheck.readers.schema_org import looks_like_address
from linkcheck.readers.start_tags import Attributes

CODE = {
    "", "module", "application/ecmascript", "application/javascript", "application/x-ecmascript",
    "application/x-javascript", "text/ecmascript", "text/javascript", "text/jscript",
    "text/livescript", "text/x-ecmascript", "text/x-javascript",
    *(f"text/javascript1.{minor}" for minor in range(6)),
}  # fmt: skip
"""The types of scripts that a browser runs; every other is data, whose src none fetches."""


def kind_of(attributes: Attributes) -> str:
    """Return the type of a <script> or a <style>, in lower case."""
    return (attributes.get("type") or "").lower().partition(";")[0].strip()


def read_script(text: str, kind: str, document: Document, line: int) -> None:
    """Note the addresses of a script.

    Args:
        text: what stands in it.
        kind: its type, in lower case.
        document: the page.
        line: the line that the text begins on.
    """
    match kind:
        case "importmap":
            read_import_map(text, document, line)
        case "speculationrules":
            read_speculation_rules(text, document, line)
        case "application/ld+json":
            read_json_ld(text, document, line)
        case _ if kind in CODE:
            read_javascript(text, document, line)
        case _:  # data or a template, which no standard explains
            document.mention(text)


def read_import_map(text: str, document: Document, line: int) -> None:
    """Note the addresses that an import map maps to."""
    data, lines = parse_object(text, document, line, "the import map"), JsonLines(text, line)
    scopes = data.get("scopes")
    for imports in (data.get("imports"), *(scopes.values() if isinstance(scopes, dict) else ())):
        for name, written in imports.items() if isinstance(imports, dict) else ():
            if isinstance(written, str):
                use = Use.FOLDER if written.endswith("/") else Use.RESOURCE
                document.add(written, use, "importmap", lines.of(written))
                document.import_map[name] = written


def read_speculation_rules(text: str, document: Document, line: int) -> None:
    """Note the addresses that speculation rules list (those with `where` list none)."""
    data, lines = parse_object(text, document, line, "the speculation rules"), JsonLines(text, line)
    for name in data:
        for rule in objects(data, name):
            urls = rule.get("urls")
            for written in urls if isinstance(urls, list) else []:
                if isinstance(written, str):
                    document.add(written, Use.DATA, "speculationrules", lines.of(written))


def read_json_ld(text: str, document: Document, line: int) -> None:
    """Note the addresses of structured data."""
    lines = JsonLines(text, line)
    for key, written in _strings(parse(text, document, line, "the JSON-LD")):
        if looks_like_address(key, written):
            document.add(written, Use.DATA, "JSON-LD", lines.of(written))


def _strings(data: Any) -> Iterator[tuple[str, str]]:
    """Give each string and the key that it stands under; not by recursion, for it may be deep."""
    waiting = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            # An @id stands for the thing; with # it is a name and no address of a page.
            thing = "url" if str(value.get("@type", "")).endswith("Page") else key
            waiting.extend(
                (thing if name == "@id" else name, part)
                for name, part in value.items()
                if name != "@context" and not (name == "@id" and "#" in str(part))
            )
        elif isinstance(value, list):
            waiting.extend((key, part) for part in value)
        elif isinstance(value, str):
            yield key, value
