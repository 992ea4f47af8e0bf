"""Addresses in JavaScript: what it imports, and what it starts as a worker."""

import re
from bisect import bisect_left

from linkcheck.document import Document, Reference, Use
from linkcheck.readers.javascript_tokens import Code, code_of

STATIC_IMPORT = "import"
"""The place of what a module imports before it runs."""

# On code whose strings are numbered: "0", "1"...
# It ends before the next import, so that reading many takes no longer than reading them once.
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


def read_javascript(script: str, document: Document, first_line: int = 1) -> None:
    """Note what a script imports, starts and speaks of."""
    document.mention(_SUBSTITUTION.sub("*", script))
    read_source_map(script, document)
    if _WORTH_READING.search(script):
        _Reader(script, document, first_line, code_of(script)).read()


def read_source_map(text: str, document: Document) -> None:
    """Note the source map that a script or a style sheet names."""
    lines = _Lines(text)
    for match in _SOURCE_MAP.finditer(text):
        document.add(match[1], Use.HINT, "sourceMappingURL", lines.of(match.start()))


class _Lines:
    """Finds the line of a position in a text."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.first_line = first_line
        self.ends = [match.start() for match in re.finditer("\n", text)]

    def of(self, position: int) -> int:
        return self.first_line + bisect_left(self.ends, position)


class _Reader:
    def __init__(self, script: str, document: Document, first_line: int, code: Code) -> None:
        self.document = document
        self.lines = _Lines(script, first_line)
        self.code = code

    def read(self) -> None:
        code = self.code.text
        for match in _STATIC.finditer(code):
            names = match[2].rstrip()
            if _FROM.search(names) or (match[1] == "import" and not names):
                self._note(match[3], STATIC_IMPORT, imported=True)
        for match in _DYNAMIC.finditer(code):
            self._note(match[1], "import()", imported=True)
        for match in _BESIDE_MODULE.finditer(code):
            self._note(match[1], "new URL()")
        for match in _IN_WORKER.finditer(code):
            for number in re.findall(r"\d+", match[1]):
                self._note(number, "importScripts()")
        for match in _BESIDE_PAGE.finditer(code):
            # Resolved against the page, which a file of its own does not know.
            written, _ = self.code.strings[int(match[1])]
            if self.document.is_page or written.startswith(("/", "https:", "http:")):
                self._note(match[1], "worker")

    def _note(self, number: str, place: str, *, imported: bool = False) -> None:
        written, position = self.code.strings[int(number)]
        if not written:
            return
        line = self.lines.of(position)
        use = Use.FOLDER if written.endswith(("/", ".")) else Use.RESOURCE
        reference = Reference(written, use, place, line)
        (self.document.imports if imported else self.document.references).append(reference)
