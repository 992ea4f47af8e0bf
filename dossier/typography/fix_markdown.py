"""Typography fixes in Markdown.

Code, comments, tags, addresses, citations, attribute lists and the marks that start a block
are left unchanged. A quotation marked as in the other language, `*...*{ lang=en }`, follows
the rules of that language.
"""

import re

from dossier.locales import LOCALES, Locale, as_locale
from dossier.pages.syntax import ADDRESS, CODE, MARKUP
from dossier.typography.rule import OPAQUE, FixedText, Typo, apply_rules, rules_of

_LANG = r"\blang=[\"']?(?P<{}>[a-z]+)"
_LEFT_UNCHANGED = re.compile(
    "|".join(
        (
            CODE,
            r"<(?P<verbatim>pre|code|script|style|kbd|samp)\b.*?</(?P=verbatim)>",
            r"<(?P<tag>\w+)\b[^<>]*\blang=[^<>]*>.*?</(?P=tag)>",
            # Quotations in another language: emphasis, a link, a paragraph.
            r"(?P<mark>[*_]{1,3})(?P<words>(?:(?!(?P=mark))[^\n])+)(?P=mark)"
            r"\{[^{}\n]*" + _LANG.format("words_lang") + r"[^{}\n]*\}",
            r"\[(?P<link>[^\[\]\n]+)\]\([^()\n]*\)"
            r"\{[^{}\n]*" + _LANG.format("link_lang") + r"[^{}\n]*\}",
            r"^(?P<block>(?:(?![ ]*\n)[^\n]*\n)+?)(?:>[ ]?)*"
            r"\{:[^{}\n]*" + _LANG.format("block_lang") + r"[^{}\n]*\}",
            MARKUP,
            ADDRESS,
            r"&#?\w+;",
            r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])",
            r"^[ :|-]*---[ :|-]*$",
            # List and quotation marks, which authors align. The last space is not matched, so
            # that the words after it start as words do.
            r"^(?:[ ]*:|(?:[ ]*(?:[-*+>]|\d+[.)]))+)[ ]*(?=[ ])",
            OPAQUE,
        )
    ),
    re.MULTILINE | re.DOTALL,
)


def fix_markdown(text: str, locale: Locale, first_line: int = 1) -> FixedText:
    """Fix Markdown written in `locale`, until it needs no more fixes."""
    fixed_typos: list[Typo] = []
    while True:
        before = text
        text, typos = _fix_once(text, locale, first_line)
        if text == before:
            return text, fixed_typos + typos
        fixed_typos += [typo for typo in typos if typo.fixed]


def _fix_once(text: str, locale: Locale, first_line: int) -> FixedText:
    parts: list[str] = []
    typos: list[Typo] = []

    def mask(match: re.Match[str]) -> str:
        line = first_line + text.count("\n", 0, match.start())
        part, part_typos = _fix_foreign(match, line)
        typos.extend(part_typos)
        parts.append(part)
        return OPAQUE + "\n" * part.count("\n")

    masked, own_typos = apply_rules(rules_of(locale), _LEFT_UNCHANGED.sub(mask, text), first_line)
    remaining = iter(parts)

    def unmask(match: re.Match[str]) -> str:
        part = next(remaining)
        return part + match[0][1 + part.count("\n") :]

    return re.sub(f"{OPAQUE}\n*", unmask, masked), typos + own_typos


def _fix_foreign(match: re.Match[str], first_line: int) -> FixedText:
    """Fix the quotation in a part that is left unchanged otherwise, if its language has rules."""
    for group in ("words", "link", "block"):
        lang = match[f"{group}_lang"]
        if lang in LOCALES:
            words, typos = fix_markdown(match[group], as_locale(lang), first_line)
            start, end = (position - match.start() for position in match.span(group))
            return match[0][:start] + words + match[0][end:], typos
    return match[0], []
