"""Words for readers in Markdown, mended; all else in it left as it is.

Set aside, and put back as it was: code, comments, tags, addresses, citations, attribute lists,
the marks that start a block. A quotation marked as in the other language, `*...*{ lang=en }`,
follows the rules of its own.
"""

import re
from collections.abc import Iterable

from dossier.locales import LOCALES, Locale
from dossier.pages.page import CODE
from dossier.typography import english as typography_en
from dossier.typography import french as typography_fr
from dossier.typography.rules import OPAQUE, Fault, Rule, apply

_RULES: dict[Locale, tuple[Rule, ...]] = {"fr": typography_fr.RULES, "en": typography_en.RULES}

_LANG = r"\blang=[\"']?(?P<{}>[a-z]+)"
_SET_ASIDE = re.compile(
    "|".join(
        (
            CODE,
            r"<!--.*?-->",
            r"<(?P<verbatim>pre|code|script|style|kbd|samp)\b.*?</(?P=verbatim)>",
            r"<(?P<tag>\w+)\b[^<>]*\blang=[^<>]*>.*?</(?P=tag)>",
            # Quotations in another language: emphasis, a link, a paragraph.
            r"(?P<mark>[*_]{1,3})(?P<words>(?:(?!(?P=mark))[^\n])+)(?P=mark)"
            r"\{[^{}\n]*" + _LANG.format("words_lang") + r"[^{}\n]*\}",
            r"\[(?P<link>[^\[\]\n]+)\]\([^()\n]*\)"
            r"\{[^{}\n]*" + _LANG.format("link_lang") + r"[^{}\n]*\}",
            r"^(?P<block>(?:(?![ ]*\n)[^\n]*\n)+?)(?:>[ ]?)*"
            r"\{:[^{}\n]*" + _LANG.format("block_lang") + r"[^{}\n]*\}",
            r"</?[A-Za-z][^<>]*>",
            r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",
            r"\]\[[^\]\n]*\]",
            r"\[\^[^\]\n]*\]",
            r"^\[[^\]\n]+\]:[^\n]*",
            r"\b(?:https?://|www\.)[^\s<>()\[\]«»“”{}`]*[\w/]",
            r"\{[^{}\n]*\}",
            r"&#?\w+;",
            r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])",
            r"^[ :|-]*---[ :|-]*$",
            # The marks of a list or a quotation, aligned by authors. The last space is left, so
            # that the words after it start as words do.
            r"^(?:[ ]*:|(?:[ ]*(?:[-*+>]|\d+[.)]))+)[ ]*(?=[ ])",
            OPAQUE,
        )
    ),
    re.MULTILINE | re.DOTALL,
)

Mended = tuple[str, list[Fault]]
"""A text as it should be, line for line, and what was wrong with it."""


def mend_markdown(text: str, locale: Locale) -> Mended:
    """Mend Markdown written in one language; what comes back needs no mending."""
    mended: list[Fault] = []
    while True:
        before = text
        text, faults = _read_once(text, locale)
        if text == before:
            return text, mended + faults
        mended += [fault for fault in faults if fault.mended]


def _read_once(text: str, locale: Locale) -> Mended:
    kept: list[str] = []
    faults: list[Fault] = []

    def set_aside(match: re.Match[str]) -> str:
        stretch, found = _mend_foreign(match)
        faults.extend(moved(found, text.count("\n", 0, match.start())))
        kept.append(stretch)
        return OPAQUE + "\n" * stretch.count("\n")

    masked, own_faults = apply(_RULES[locale], _SET_ASIDE.sub(set_aside, text))
    stretches = iter(kept)

    def put_back(match: re.Match[str]) -> str:
        stretch = next(stretches)
        return stretch + match[0][1 + stretch.count("\n") :]

    return re.sub(f"{OPAQUE}\n*", put_back, masked), faults + own_faults


def _mend_foreign(match: re.Match[str]) -> Mended:
    """Return what was set aside, mended where it is words in a language of the site."""
    for group in ("words", "link", "block"):
        for locale in LOCALES:
            if match[group] is not None and match[f"{group}_lang"] == locale:
                words, faults = mend_markdown(match[group], locale)
                start, end = (position - match.start() for position in match.span(group))
                return match[0][:start] + words + match[0][end:], faults
    return match[0], []


def moved(faults: Iterable[Fault], lines: int) -> list[Fault]:
    """Return the faults of a part that starts so many lines down, in the whole."""
    return [Fault(fault.line + lines, fault.message, fault.mended) for fault in faults]
