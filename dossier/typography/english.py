"""American English typography and spelling rules.

Only those that need no context: 1900 may be a year, Labour a party.
"""

import re
from collections.abc import Iterable

from dossier.typography.rule import OPAQUE, SHARED_RULES, SPACES, STRAIGHT_QUOTES, grouped, rule

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE_A_DATE = (*_DAYS, "By", "From", "In", "On", "Since", "The", "Until")
_IN_A_LIST = ("and", "or", "to")

_AMERICAN = {
    "artefact": "artifact", "behaviour": "behavior", "catalogue": "catalog", "centre": "center",
    "colour": "color", "defence": "defense", "favour": "favor", "favourite": "favorite",
    "judgement": "judgment", "labour": "labor", "licence": "license", "offence": "offense",
    "per cent": "percent", "programme": "program", "sceptical": "skeptical",
}  # fmt: skip
_VERBS = (
    *("author", "critic", "final", "general", "maxim", "minim", "organ", "real", "recogn"),
    *("special", "summar", "unauthor", "util"),
)
# Quotations keep their spelling; a capitalized word within a sentence may be a name.
_WORD = rf"“[^”\n]*”|(?:(?<![\w-])(?=[a-z])|^|(?<=[.!?{OPAQUE}] ))"


def _either_case(words: Iterable[str]) -> str:
    return "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words)


def _number(match: re.Match[str]) -> str:
    return grouped(",")(match) if match[1] else match[0]


def _date(match: re.Match[str]) -> str:
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


def _american(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    word = _AMERICAN[match[1].lower()]
    return (word.capitalize() if match[1][0].isupper() else word) + match[2]


RULES = (
    *SHARED_RULES,
    rule(
        rf"(?<=[^\s|(\[“‘])[{SPACES}]+([,;:!?]|\.(?!\.))(?=[\s”’)\]{OPAQUE}]|$)",
        r"\1",
        "write no space before punctuation",
    ),
    rule(rf"(?<=\d)[{SPACES}]+%", "%", "write no space before %"),
    rule(rf"(?<=[\w)\]{OPAQUE}])'(?=\w)", "’", "write ’ for the apostrophe, not '"),
    rule(
        r"(?<!\w)'(?=\w)([^'\n]*?)(?<=\S)'(?!\w)",
        r"‘\1’",
        "write ‘ ’ for quotation marks within a quotation, not '",
    ),
    rule(r"(?<=\w)'|'(?=\d\d)", "’", "write ’ for the apostrophe, not '"),
    rule(STRAIGHT_QUOTES, r"“\1”", 'write “ ” for quotation marks, not "'),
    rule(
        rf"«[{SPACES}]*(?=\S)([^«»\n]*?)[{SPACES}]*»",
        r"“\1”",
        "write “ ” for quotation marks: « » are for French only",
    ),
    rule(
        # 1 900 with any space, but not the 3 256 of “Grok 3 256 ...”; 256000, but not the
        # number of an executive order, Order 14204.
        rf"\b[A-Z][\w-]*[{SPACES}]\d{{1,3}}[{SPACES}]\d{{3}}\b"
        rf"|((?<![\w,.])[1-9]\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?!\w)"
        rf"|(?<![\w,.:/#-])(?<!\d[{SPACES}])(?<!Order[{SPACES}])[1-9]\d{{4,}}(?![\w:/-]|,\d))",
        _number,
        "write a comma between thousands",
    ),
    rule(
        rf"(?<![\w.,])(\d+),(\d\d?)(?=%|[{SPACES}](?:percent|million|billion|dollars)\b)",
        r"\1.\2",
        "write a point before decimals",
    ),
    rule(
        rf"(^|(?:\b(\w+),?|{OPAQUE})[ ]|[(“‘])(\d{{1,2}})[{SPACES}]({_MONTHS})\b"
        rf"(?:,?[{SPACES}](\d{{4}})\b)?(?![{SPACES}]\d)",
        _date,
        "write the date as May 19, 2025",
    ),
    rule(
        rf"\b({_MONTHS})[{SPACES}](\d{{1,2}})[{SPACES}](\d{{4}})\b",
        r"\1 \2, \3",
        "write the date as May 19, 2025",
    ),
    rule(
        rf"\b\d{{1,2}}[{SPACES}](?:{_MONTHS}),?[{SPACES}]\d{{4}}\b",
        None,
        "write the date as May 19, 2025",
    ),
    rule(rf"{_WORD}({_either_case(_AMERICAN)})(s?)(?!\w)", _american, "spell it the American way"),
    rule(
        rf"{_WORD}({_either_case(_VERBS)})is(e[sdr]?|ing|ations?)(?!\w)",
        lambda match: match[0] if match[1] is None else f"{match[1]}iz{match[2]}",
        "spell it the American way",
    ),
    rule("['\"«»]", None, "write ’ or “ ”, or mark the words as code or as French"),
)
