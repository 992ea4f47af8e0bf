"""Typography rules: those of rules.yml, and how a text is checked by several of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dossier.files.patterns import fill
from dossier.files.problems import read_text
from dossier.files.records import parse_yaml
from dossier.locales import Locale
from dossier.typography.replacements import NARROW, NO_BREAK, REPLACEMENTS, Replacement, respelling

OPAQUE = "\ue000"
"""Placeholder for a part that no rule applies to; it is neither a letter nor a space."""


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

    def fixed(self, match: re.Match[str]) -> str | None:
        """Return what to write for a match of the pattern; None if a person must decide."""
        if self.replacement is None:
            return None
        if self.pattern.groups and match[1] is None:
            return match[0]
        if isinstance(self.replacement, str):
            return match.expand(self.replacement)
        return self.replacement(match)


@dataclass(frozen=True)
class Typo:
    """A match of a rule: its line, a message with the words around it, and if it was fixed."""

    line: int
    message: str
    fixed: bool


FixedText = tuple[str, list[Typo]]
"""A text after its fixes, with as many lines as before, and the typos found."""


@cache
def rules_of(locale: Locale) -> Sequence[TypographyRule]:
    """Return the rules of a language in rules.yml, those of both languages first."""
    file = Path(__file__).with_name("rules.yml")
    written = parse_yaml(read_text(file), file).value
    parts = {
        name: _typeset(part if isinstance(part, str) else _either_case(part))
        for name, part in written["parts"].items()
    }
    return [_rule(entry, parts) for entry in (*written["both"], *written[locale])]


def _rule(entry: Mapping[str, Any], parts: Mapping[str, str]) -> TypographyRule:
    """Return a rule whose ^ and $ match at each line."""
    words = entry.get("words", {})
    find = entry["find"] if isinstance(entry["find"], str) else "|".join(entry["find"])
    pattern = fill(_typeset(find), {**parts, "words": _either_case(words)})
    replacement: Replacement | str | None = None
    if "write" in entry:
        replacement = _typeset(entry["write"])
    elif "function" in entry:
        replacement = REPLACEMENTS[entry["function"]]
    elif words:
        replacement = respelling(words)
    return TypographyRule(re.compile(pattern, re.MULTILINE), replacement, entry["message"])


def _typeset(text: str) -> str:
    return text.replace("⍽", NO_BREAK).replace("˽", NARROW)


def _either_case(words: Iterable[str]) -> str:
    return "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words)


def apply_rules(rules: Iterable[TypographyRule], text: str, first_line: int) -> FixedText:
    """Apply each rule to the result of the one before: first spaces become single, then right.

    The result of a rule can match an earlier one: repeat until the text no longer changes.
    """
    typos: list[Typo] = []
    for each in rules:

        def replace(match: re.Match[str], broken: TypographyRule = each) -> str:
            fixed = broken.fixed(match)
            if fixed != match[0]:
                line = first_line + match.string.count("\n", 0, match.start())
                message = f"“{_in_context(match)}”: {broken.message}"
                typos.append(Typo(line, message, fixed is not None))
            return match[0] if fixed is None else fixed

        text = each.pattern.sub(replace, text)
    return text, typos


def _in_context(match: re.Match[str]) -> str:
    """Return the match with some words of its line, to find it in a long one."""
    before = match.string[: match.start()].rpartition("\n")[2][-20:]
    after = match.string[match.end() :].partition("\n")[0][:10]
    return f"{before}{match[0]}{after}".replace(OPAQUE, "…").strip()
