"""Reader of <script>: code, or data of some type."""

from collections.abc import Iterator
from typing import Any

from linkcheck.document import ParsedDocument, Use
from linkcheck.readers.javascript import read_javascript
from linkcheck.readers.json_text import JsonText, objects
from linkcheck.readers.schema_org import looks_like_address
from linkcheck.readers.start_tags import Attributes

CODE = {
    "", "module", "application/ecmascript", "application/javascript", "application/x-ecmascript",
    "application/x-javascript", "text/ecmascript", "text/javascript", "text/jscript",
    "text/livescript", "text/x-ecmascript", "text/x-javascript",
    *(f"text/javascript1.{minor}" for minor in range(6)),
}  # fmt: skip
"""The types of scripts that a browser runs; of all others, the src is never fetched."""


def kind_of(attributes: Attributes) -> str:
    """Return the `type` of an element, in lower case and without parameters."""
    return (attributes.get("type") or "").lower().partition(";")[0].strip()


def read_script(text: str, kind: str, document: ParsedDocument, line: int) -> None:
    """Add what a script of the type `kind` contains, whose text starts on `line`."""
    match kind:
        case "importmap":
            _read_import_map(JsonText(text, document, line, "the import map"))
        case "speculationrules":
            _read_speculation_rules(JsonText(text, document, line, "the speculation rules"))
        case "application/ld+json":
            json_ld = JsonText(text, document, line, "the JSON-LD")
            for key, written in _strings(json_ld.data):
                if looks_like_address(key, written):
                    json_ld.add(written, Use.DATA, "JSON-LD")
        case _ if kind in CODE:
            read_javascript(text, document, line)
        case _:  # data or a template, which no standard explains
            document.mention(text)


def _read_import_map(text: JsonText) -> None:
    scopes = text.object.get("scopes")
    maps = [text.object.get("imports"), *(scopes.values() if isinstance(scopes, dict) else ())]
    for imports in maps:
        for name, written in imports.items() if isinstance(imports, dict) else ():
            if isinstance(written, str):
                use = Use.FOLDER if written.endswith("/") else Use.RESOURCE
                text.add(written, use, "importmap")
                text.document.import_map[name] = written
    integrity = text.object.get("integrity")
    for written, hashes in integrity.items() if isinstance(integrity, dict) else ():
        # Names of modules are not resolved here.
        if isinstance(hashes, str) and (written.startswith((".", "/")) or ":" in written):
            text.add(written, Use.HINT, "importmap")
            text.document.require(hashes)


def _read_speculation_rules(text: JsonText) -> None:
    """Add the addresses in lists; rules with `where` have none."""
    for name in text.object:
        for rule in objects(text.object, name):
            urls = rule.get("urls")
            for written in urls if isinstance(urls, list) else []:
                text.add(written, Use.DATA, "speculationrules")


def _strings(data: Any) -> Iterator[tuple[str, str]]:
    """Yield (key, string) for each string in JSON-LD; a stack, as it may be deeply nested."""
    waiting = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            # The @id of a page is its URL; one with # only identifies.
            id_key = "url" if str(value.get("@type", "")).endswith("Page") else key
            waiting.extend(
                (id_key if name == "@id" else name, part)
                for name, part in value.items()
                if name != "@context" and not (name == "@id" and "#" in str(part))
            )
        elif isinstance(value, list):
            waiting.extend((key, part) for part in value)
        elif isinstance(value, str):
            yield key, value
