"""Reader of JavaScript: imports, workers, and file names."""

import re
from bisect import bisect_left

from linkcheck.document import STATIC_IMPORT, ParsedDocument, Reference, Use
from linkcheck.readers.javascript_tokens import code_of

# The patterns match code whose strings are numbered: "0", "1"...
# This one ends before the next import, so that it runs in linear time.
_STATIC = re.compile(
    r"(?<![.\w$#])(import|export)\b"
    r'((?:\s++|(?!(?:import|export)\b)[\w$]++|[*{},]|"\d+"(?=\s*+(?:as\b|[,}])))*+)"(\d+)"'
)
_FROM = re.compile(r"(?<![\w$])from\Z")
_DYNAMIC = re.compile(
    r"(?<![.\w$#])import\s*(?:\.\s*(?:defer|source|meta\s*\.\s*resolve)\s*)?"
    r'\(\s*"(\d+)"\s*[,)]'
)
_BESIDE_MODULE = re.compile(r'\bnew\s+URL\s*\(\s*"(\d+)"\s*,\s*import\s*\.\s*meta\s*\.\s*url\s*\)')
_IN_WORKER = re.compile(r'\bimportScripts\s*\(([\s",\d]*)\)')
_BESIDE_PAGE = re.compile(
    r"\b(?:new\s+(?:Shared)?Worker|serviceWorker\s*\.\s*register|\w*[wW]orklet\s*\.\s*addModule)"
    r'\s*\(\s*"(\d+)"\s*[,)]'
)
_WORTH_READING = re.compile(r"import|export|[wW]ork(?:er|let)")
_SUBSTITUTION = re.compile(r"\$\{[^{}]*\}")
_SOURCE_MAP = re.compile(r"(?://|/\*)[#@]\s*sourceMappingURL=([^\s*]+)")


def read_javascript(script: str, document: ParsedDocument, first_line: int = 1) -> None:
    """Add what a script imports, starts and mentions."""
    document.mention(_SUBSTITUTION.sub("*", script))
    read_source_map(script, document)
    if _WORTH_READING.search(script):
        _ScriptReader(script, document, first_line).read()


def read_source_map(text: str, document: ParsedDocument) -> None:
    """Add the source map that a script or a style sheet names."""
    line, counted = 1, 0
    for match in _SOURCE_MAP.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        document.add(match[1], Use.HINT, "sourceMappingURL", line)


class _ScriptReader:
    def __init__(self, script: str, document: ParsedDocument, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.line_ends = [match.start() for match in re.finditer("\n", script)]
        self.code, self.strings = code_of(script)

    def read(self) -> None:
        for match in _STATIC.finditer(self.code):
            names = match[2].rstrip()
            if _FROM.search(names) or (match[1] == "import" and not names):
                self._add(match[3], STATIC_IMPORT, self.document.imports)
        for match in _DYNAMIC.finditer(self.code):
            self._add(match[1], "import()", self.document.imports)
        for match in _BESIDE_MODULE.finditer(self.code):
            self._add(match[1], "new URL()", self.document.references)
        for match in _IN_WORKER.finditer(self.code):
            for number in re.findall(r'"(\d+)"', match[1]):
                self._add(number, "importScripts()", self.document.references)
        for match in _BESIDE_PAGE.finditer(self.code):
            # Resolved against the page, which a script file does not know.
            written, _ = self.strings[int(match[1])]
            if self.document.is_page or written.startswith(("/", "https:", "http:")):
                self._add(match[1], "worker", self.document.references)

    def _add(self, number: str, place: str, references: list[Reference]) -> None:
        written, position = self.strings[int(number)]
        if written:
            line = self.first_line + bisect_left(self.line_ends, position)
            use = Use.FOLDER if written.endswith(("/", ".")) else Use.RESOURCE
            references.append(Reference(written, use, place, line))
