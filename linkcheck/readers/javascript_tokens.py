"""JavaScript with its strings numbered and its comments gone, for what imports stand in it.

Only the code is left: a string or a template without substitutions becomes "0", "1"..., a regular
expression 0, a comment a space; of another template the substitutions stay, for they are code.
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


@dataclass
class Code:
    """A script, taken apart.

    Attributes:
        text: the code.
        strings: each numbered string, without its quotes, and where it stands in the script.
    """

    text: str = ""
    strings: list[tuple[str, int]] = field(default_factory=list)


def code_of(script: str) -> Code:
    """Take a script apart, in time that grows with its length."""
    scanner = _Scanner(script)
    scanner.scan()
    return Code("".join(scanner.parts), scanner.strings)


@dataclass
class _Scanner:
    """Reads a script from bracket to bracket.

    Attributes:
        script: the script.
        position: how far it is read.
        parts: the code so far.
        strings: as of `Code`.
        open: for each bracket that is open, whether what it closes is a value, and so followed by
            a division; None for a substitution, which the template follows.
        closed_value: what `open` said of the bracket closed last.
        no_expression_until: where the line ends on which a regular expression has no end.
    """

    script: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    strings: list[tuple[str, int]] = field(default_factory=list)
    open: list[bool | None] = field(default_factory=list)
    closed_value: bool = True
    no_expression_until: int = -1

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
                    self.open.append(self._is_value_in(bracket))
                    self._keep(1)
                case _:
                    self._close()
        self.parts.append(self.script[self.position :])

    def _keep(self, length: int) -> None:
        self.parts.append(self.script[self.position : self.position + length])
        self.position += length

    def _close(self) -> None:
        is_value = self.open.pop() if self.open else True
        if is_value is None:
            self.parts.append(")")
            self.position += 1
            self._template()
        else:
            self.closed_value = is_value
            self._keep(1)

    def _string(self) -> None:
        match = _STRING.match(self.script, self.position)
        assert match is not None  # a quote is enough
        self._number(match[0][1:].removesuffix(match[0][0]), self.position)
        self.position = match.end()

    def _template(self, *, starts: bool = False) -> None:
        start = self.position
        match = _TEMPLATE.match(self.script, start)
        assert match is not None  # it matches nothing, too
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
        self._keep(1)

    def _tail(self) -> str:
        """Return the end of the code so far, without space after it."""
        for part in reversed(self.parts):
            if tail := part.rstrip():
                return tail[-20:]
        return ""

    def _follows_value(self) -> bool:
        """Say whether what stands before is a value, so that a slash divides it."""
        tail = self._tail()
        if tail.endswith((")", "}")):
            return self.closed_value
        if tail.endswith(("]", '"', "`", "++", "--")):
            return True
        word = _LAST_WORD.search(tail)
        if word:
            return word[0] not in _BEFORE_A_VALUE
        return bool(tail) and (tail[-1].isalnum() or tail[-1] in "_$")

    def _is_value_in(self, bracket: str) -> bool:
        tail = self._tail()
        word = _LAST_WORD.search(tail)
        if bracket == "(":
            return not (word and word[0] in _BEFORE_A_CONDITION)
        if bracket == "{":  # an object, or a block
            if word:
                return word[0] in _BEFORE_A_VALUE - {"do", "else"}
            return bool(tail) and tail[-1] in "(,=:[!&|?+-*%~^<>" and not tail.endswith("=>")
        return True
