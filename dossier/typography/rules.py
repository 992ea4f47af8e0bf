"""What a rule of typography is, how a text is read by rules, and the rules of both languages.

The rules stand in typography_fr.py and typography_en.py. What they must leave alone, code and
addresses and the like, prose_markdown.py sets aside before and puts back after.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
SPACES = f" {NO_BREAK}\N{THIN SPACE}{NARROW}"
"""Every space that may stand within a line."""
OPAQUE = "\ue000"
"""Stands in a text for what was set aside: neither a letter nor a space."""

Mend = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Rule:
    """What is wrong and what to write.

    Attributes:
        pattern: finds what may be wrong, within one line.
        mend: returns, or as a template is, what to write; what comes back as it was is no
            fault. None where a person must decide.
        sentence: the fault's, as an order: “write … for …”.
    """

    pattern: re.Pattern[str]
    mend: Mend | str | None
    sentence: str


@dataclass(frozen=True)
class Fault:
    """A place that breaks a rule.

    Attributes:
        line: its line in the text, from 0.
        message: the words around it and the rule's sentence.
        mended: whether the text that comes back is free of it.
    """

    line: int
    message: str
    mended: bool


def rule(pattern: str, mend: Mend | str | None, sentence: str) -> Rule:
    """Return the rule whose pattern is written so, with ^ and $ at each line."""
    return Rule(re.compile(pattern, re.MULTILINE), mend, sentence)


def apply(rules: Iterable[Rule], text: str) -> tuple[str, list[Fault]]:
    """Return the text as the rules want it, line for line, and what was wrong.

    Each rule reads the text as the one before it left it: first spaces become single, then
    they become the right ones. What one rule writes can make room for an earlier one: the
    text is mended when a second reading leaves it as it is.
    """
    faults: list[Fault] = []
    for each in rules:
        text = each.pattern.sub(partial(_replace, broken=each, faults=faults), text)
    return text, faults


def _replace(match: re.Match[str], broken: Rule, faults: list[Fault]) -> str:
    match broken.mend:
        case None:
            written = None
        case str(template):
            written = match.expand(template)
        case mend:
            written = mend(match)
    if written != match[0]:
        line = match.string.count("\n", 0, match.start())
        faults.append(Fault(line, f"“{_around(match)}”: {broken.sentence}", written is not None))
    return match[0] if written is None else written


def _around(match: re.Match[str]) -> str:
    """Return the match with some words of its line, to find it by in a long one."""
    before = match.string[: match.start()].rpartition("\n")[2][-20:]
    after = match.string[match.end() :].partition("\n")[0][:10]
    return f"{before}{match[0]}{after}".replace(OPAQUE, "…").strip()


def grouped(separator: str) -> Mend:
    """Return the mend that writes a number's thousands with `separator` between them."""

    def group(match: re.Match[str]) -> str:
        return f"{int(re.sub(r'[^0-9]', '', match[0])):,}".replace(",", separator)

    return group


SINGLE_SPACES = rule(
    # Not beside the bars of a table, which authors align.
    rf"(?<=[^\s|])[{SPACES}]{{2,}}(?=[^\s|])",
    lambda match: max(match[0], key=SPACES.index),
    "write one space, not several",
)
STRAIGHT_QUOTATION = r'(?<![\w"])"(?=[^\s"])([^"\n]+?)(?<=\S)"(?![\w"])'
"""Matches words between two straight marks: one that opens, one that closes."""

ELLIPSIS = rule(r"(?<!\.)\.\.\.(?!\.)", "…", "write … as one character, not three periods")
