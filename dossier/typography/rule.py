"""Typography rules: what one is, how a text is checked by several, and those that both
languages share. french.py and english.py hold the rest."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
SPACES = f" {NO_BREAK}\N{THIN SPACE}{NARROW}"
"""All spaces that a line may contain."""
OPAQUE = "\ue000"
"""Placeholder for a part that no rule applies to; it is neither a letter nor a space."""

Replacement = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class TypographyRule:
    """A pattern to replace.

    Attributes:
        pattern: finds a possible error, within one line.
        replacement: a function or a template. A match that it leaves unchanged is no error.
            None if a person must decide.
        message: the fix, as an order: “write … for …”.
    """

    pattern: re.Pattern[str]
    replacement: Replacement | str | None
    message: str


@dataclass(frozen=True)
class Typo:
    """A match of a rule: its line, a message with the words around it, and if it was fixed."""

    line: int
    message: str
    fixed: bool


FixedText = tuple[str, list[Typo]]
"""A text after its fixes, with as many lines as before, and the typos found."""


def rule(pattern: str, replacement: Replacement | str | None, message: str) -> TypographyRule:
    """Return a rule whose ^ and $ match at each line."""
    return TypographyRule(re.compile(pattern, re.MULTILINE), replacement, message)


def apply_rules(rules: Iterable[TypographyRule], text: str, first_line: int) -> FixedText:
    """Apply each rule to the result of the one before: first spaces become single, then right.

    The result of a rule can match an earlier one: repeat until the text no longer changes.
    """
    typos: list[Typo] = []
    for each in rules:

        def replace(match: re.Match[str], broken: TypographyRule = each) -> str:
            fixed = _fixed(match, broken.replacement)
            if fixed != match[0]:
                line = first_line + match.string.count("\n", 0, match.start())
                message = f"“{_in_context(match)}”: {broken.message}"
                typos.append(Typo(line, message, fixed is not None))
            return match[0] if fixed is None else fixed

        text = each.pattern.sub(replace, text)
    return text, typos


def _fixed(match: re.Match[str], replacement: Replacement | str | None) -> str | None:
    if replacement is None:
        return None
    return match.expand(replacement) if isinstance(replacement, str) else replacement(match)


def _in_context(match: re.Match[str]) -> str:
    """Return the match with some words of its line, to find it in a long one."""
    before = match.string[: match.start()].rpartition("\n")[2][-20:]
    after = match.string[match.end() :].partition("\n")[0][:10]
    return f"{before}{match[0]}{after}".replace(OPAQUE, "…").strip()


def grouped(separator: str) -> Replacement:
    """Return the replacement that writes `separator` between the thousands of a number."""

    def group(match: re.Match[str]) -> str:
        return f"{int(re.sub(r'[^0-9]', '', match[0])):,}".replace(",", separator)

    return group


STRAIGHT_QUOTES = r'(?<![\w"])"(?=[^\s"])([^"\n]+?)(?<=\S)"(?![\w"])'
"""Matches words between an opening and a closing straight quotation mark."""

SHARED_RULES = (
    rule(r"(?<!\.)\.\.\.(?!\.)", "…", "write … as one character, not three periods"),
    rule(
        # Not beside the bars of a table, which authors align.
        rf"(?<=[^\s|])[{SPACES}]{{2,}}(?=[^\s|])",
        lambda match: max(match[0], key=SPACES.index),
        "write one space, not several",
    ),
)
"""The rules that both languages start with."""
