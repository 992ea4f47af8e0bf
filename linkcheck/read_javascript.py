"""Addresses in JavaScript: what it imports, and what it starts as a worker."""

import re

from linkcheck.document import Document, Reference, Use

_COMMENT_OR_STRING = re.compile(
    r"""("(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|`(?:\\.|[^`\\])*+`)|/\*.*?\*/|(?<!\\)//[^\n]*""",
    re.DOTALL,
)
# On code whose strings are numbered: "0", "1"...
_IMPORT = re.compile(
    r"""(?<![.\w$])(?:import\s*|(?:import|export)\b[^;"()=]*?\bfrom\s*|import\s*\(\s*"""
    r"""|import\s*\.\s*meta\s*\.\s*resolve\s*\(\s*)"(\d+)\""""
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
        _Reader(script, document, first_line).read()


def read_source_map(text: str, document: Document) -> None:
    """Note the source map that a script or a style sheet names."""
    for match in _SOURCE_MAP.finditer(text):
        line = 1 + text.count("\n", 0, match.start())
        document.add(match[1], Use.HINT, "sourceMappingURL", line)


class _Reader:
    def __init__(self, script: str, document: Document, first_line: int) -> None:
        self.script = script
        self.document = document
        self.first_line = first_line
        self.strings: list[tuple[str, int]] = []

    def read(self) -> None:
        code = _COMMENT_OR_STRING.sub(self._number, self.script)
        for match in _IMPORT.finditer(code):
            self._note(match[1], "import", imported=True)
        for match in _BESIDE_MODULE.finditer(code):
            self._note(match[1], "new URL()")
        for match in _IN_WORKER.finditer(code):
            for number in re.findall(r"\d+", match[1]):
                self._note(number, "importScripts()")
        for match in _BESIDE_PAGE.finditer(code):
            # Resolved against the page, which a file of its own does not know.
            written, _ = self.strings[int(match[1])]
            if self.document.is_page or written.startswith(("/", "https:", "http:")):
                self._note(match[1], "worker")

    def _number(self, match: re.Match[str]) -> str:
        """Put a string's number in its place; leave of a comment only space."""
        if not match[1]:
            return " "
        self.strings.append((match[1][1:-1], match.start()))
        return f'"{len(self.strings) - 1}"'

    def _note(self, number: str, place: str, *, imported: bool = False) -> None:
        written, position = self.strings[int(number)]
        if "${" in written or not written:
            return
        line = self.first_line + self.script.count("\n", 0, position)
        use = Use.FOLDER if written.endswith(("/", ".")) else Use.RESOURCE
        reference = Reference(written, use, place, line)
        (self.document.imports if imported else self.document.references).append(reference)
