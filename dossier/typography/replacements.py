"""Replacements of typography errors that no template can express, by their names in rules.yml."""

import re
from collections.abc import Callable, Mapping

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
_STRONGER_SPACES = f" {NO_BREAK}\N{THIN SPACE}{NARROW}"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE_A_DATE = (*_DAYS, "By", "From", "In", "On", "Since", "The", "Until")
_IN_A_LIST = ("and", "or", "to")

Replacement = Callable[[re.Match[str]], str]


def _thousands(match: re.Match[str]) -> str:
    return f"{int(re.sub(r'[^0-9]', '', match[0])):,}"


def _american_date(match: re.Match[str]) -> str:
    """Write the month first, and a comma between the year and the words after it."""
    before, word, day, month, year = match.groups()
    if word and (word.isdigit() or word in _IN_A_LIST):
        return match[0]
    if word and word[0].isupper() and word not in _BEFORE_A_DATE:  # Grok 3 May
        return match[0]
    if word in _DAYS:
        before = f"{word}, "
    after = "," if year and re.match(r" [\w“‘]", match.string[match.end() :]) else ""
    return f"{before}{month} {day}" + (f", {year}{after}" if year else "")


def respelling(words: Mapping[str, str]) -> Replacement:
    """Return the replacement of the words of a table, also with a capital and a plural s."""

    def respell(match: re.Match[str]) -> str:
        word = words[match[1].lower()]
        return (word.capitalize() if match[1][0].isupper() else word) + match[2]

    return respell


REPLACEMENTS: dict[str, Replacement] = {
    "one_space": lambda match: max(match[0], key=_STRONGER_SPACES.index),
    "thousands_with_spaces": lambda match: _thousands(match).replace(",", NARROW),
    "thousands_with_commas": _thousands,
    "american_date": _american_date,
}
