"""JavaScript reduced to code in which imports can be searched.

Each string, and each template without substitutions, becomes its number: "0", "1"...; a regular
expression becomes 0, a comment a space; of other templates, the substitutions remain.
"""

import re
from dataclasses import dataclass, field

_NEXT = re.compile(r"""["'`/(){}\[\]]""")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = re.compile(r""""(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?""", re.DOTALL)
_TEMPLATE = re.compile(r"((?:\\.|\$(?!\{)|[^`\\$])*+)(`|\$\{|\\?\Z)", re.DOTALL)
_REGULAR_EXPRESSION = re.compile(r"/(?:\\[^\n]|\[(?:\\[^\n]|[^\]\\\n])*+\]|[^/\\\[\n])++/[a-zA-Z]*")
_LAST_WORD = re.compile(r"(?<![\w$.])[\w$]+\Z")
_BEFORE_A_VALUE = {
    "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw",
    "typeof", "void", "yield",
}  # fmt: skip
_BEFORE_A_CONDITION = {"for", "if", "while", "with"}


def code_of(script: str) -> tuple[str, list[tuple[str, int]]]:
    """Return the reduced code, and each numbered string with its position; in linear time."""
    scanner = _Scanner(script)
    scanner.scan()
    return "".join(scanner.parts), scanner.strings


@dataclass
class _Scanner:
    """Scanner of a script, from bracket to bracket."""

    script: str
    position: int = 0  # where the unread part starts
    parts: list[str] = field(default_factory=list)  # of the code so far
    strings: list[tuple[str, int]] = field(default_factory=list)
    # For each open bracket, whether it encloses a value, so that a slash after it divides;
    # None for a substitution, after which the template continues.
    open: list[bool | None] = field(default_factory=list)
    closed_value: bool = True  # the entry of `open` for the bracket closed last
    no_expression_until: int = -1  # the end of a line on which no regular expression ends

    def scan(self) -> None:
        while match := _NEXT.search(self.script, self.position):
            self.parts.append(self.script[self.position : match.start()])
            self.position = match.start()
            match match[0]:
                case "/":
                    self._slash()
                case "`":
                    self.position += 1
                    self._template(starts=True)
                case '"' | "'":
                    self._string()
                case "(" | "[" | "{" as bracket:
                    self.open.append(self._encloses_value(bracket))
                    self._keep_one()
                case _:
                    self._close()
        self.parts.append(self.script[self.position :])

    def _keep_one(self) -> None:
        self.parts.append(self.script[self.position])
        self.position += 1

    def _close(self) -> None:
        is_value = self.open.pop() if self.open else True
        if is_value is None:
            self.parts.append(")")
            self.position += 1
            self._template()
        else:
            self.closed_value = is_value
            self._keep_one()

    def _string(self) -> None:
        match = _STRING.match(self.script, self.position)
        assert match is not None  # a quote is enough
        self._number(match[0][1:].removesuffix(match[0][0]), self.position)
        self.position = match.end()

    def _template(self, *, starts: bool = False) -> None:
        start = self.position
        match = _TEMPLATE.match(self.script, start)
        assert match is not None  # the pattern also matches nothing
        self.position = match.end()
        if match[2] == "${":
            self.parts.append("`(" if starts else "(")
            self.open.append(None)
        elif starts:
            self._number(match[1], start - 1)
        else:
            self.parts.append("`")

    def _number(self, text: str, position: int) -> None:
        self.parts.append(f'"{len(self.strings)}"')
        self.strings.append((text, position))

    def _slash(self) -> None:
        if comment := _COMMENT.match(self.script, self.position):
            self.parts.append(" ")
            self.position = comment.end()
            return
        if self.position >= self.no_expression_until and not self._follows_value():
            if expression := _REGULAR_EXPRESSION.match(self.script, self.position):
                self.parts.append(" 0 ")
                self.position = expression.end()
                return
            end = self.script.find("\n", self.position)
            self.no_expression_until = len(self.script) if end < 0 else end
        self._keep_one()

    def _tail(self) -> str:
        """Return the end of the code so far, stripped."""
        for part in reversed(self.parts):
            if tail := part.rstrip():
                return tail[-20:]
        return ""

    def _follows_value(self) -> bool:
        """Return True if a slash here is a division."""
        tail = self._tail()
        if tail.endswith((")", "}")):
            return self.closed_value
        if tail.endswith(("]", '"', "`", "++", "--")):
            return True
        word = _LAST_WORD.search(tail)
        if word:
            return word[0] not in _BEFORE_A_VALUE
        return bool(tail) and (tail[-1].isalnum() or tail[-1] in "_$")

    def _encloses_value(self, bracket: str) -> bool:
        tail = self._tail()
        word = _LAST_WORD.search(tail)
        if bracket == "(":
            return not (word and word[0] in _BEFORE_A_CONDITION)
        if bracket == "{":  # an object, or a block
            if word:
                return word[0] in _BEFORE_A_VALUE - {"do", "else"}
            return bool(tail) and tail[-1] in "(,=:[!&|?+-*%~^<>" and not tail.endswith("=>")
        return True
