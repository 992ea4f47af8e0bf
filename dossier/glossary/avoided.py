"""Renderings that the glossary says to avoid, wherever a page or data/ writes one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dossier.files.problems import Problem, read_text
from dossier.files.records import Yaml, parse_yaml
from dossier.glossary.terms import Term, normal, words_pattern
from dossier.locales import LOCALES, Locale
from dossier.pages.page import Page


def check_avoided(
    pages: Sequence[Page], data_dir: Path, glossary: Mapping[str, Term]
) -> list[Problem]:
    """Return each rendering to avoid, with the term to write.

    Read are the pages and, in the YAML files of `data_dir`, every text that stands under
    its language. Code, addresses, words in another language and quotations are left
    alone: an author's words are not ours to mend.
    """
    problems = []
    for locale in LOCALES:
        meant = {
            normal(rendering): term.term[locale]
            for term in glossary.values()
            for rendering in term.avoid[locale]
        }
        if not meant:
            continue
        pattern = words_pattern(meant)
        for file, line, text in _texts(pages, data_dir, locale):
            for match in pattern.finditer(_own_prose(text, locale)):
                message = f"“{match[0]}” is a rendering to avoid: write “{meant[normal(match[0])]}”"
                problems.append(Problem(file, line + text.count("\n", 0, match.start()), message))
    return problems


def _texts(
    pages: Sequence[Page], data_dir: Path, locale: Locale
) -> Iterator[tuple[Path, int, str]]:
    """Give every text of a language with its file and the line that it starts on."""
    for page in pages:
        if page.locale == locale:
            yield page.file, 1, page.text
    for file in sorted(data_dir.rglob("[!.]*.yml")):
        parsed = parse_yaml(read_text(file), file)
        yield from _texts_of(parsed.value, (), parsed, locale)


def _texts_of(
    value: Any, path: tuple[str | int, ...], parsed: Yaml, locale: Locale
) -> Iterator[tuple[Path, int, str]]:
    entries = value.items() if isinstance(value, dict) else ()
    for key, entry in enumerate(value) if isinstance(value, list) else entries:
        if key == locale and isinstance(entry, str):
            yield parsed.file, parsed.line([*path, key]), entry
        else:
            yield from _texts_of(entry, (*path, key), parsed, locale)


def _own_prose(text: str, locale: Locale) -> str:
    """Return the text with what is not the dossier's own prose blanked, character for character."""
    foreign = rf"lang=\"?(?!{locale}\b)"
    not_prose = (
        rf"\*[^*]+\*\{{[^}}\n]*{foreign}[^}}\n]*\}}"
        rf"|<(\w+)[^<>]*{foreign}[^<>]*>.*?</\1>"
        r"|<[^<>]*>|\]\([^)]*\)|\[\^[^\]\n]*\]|\{[:#][^}\n]*\}|\bhttps?://\S+"
        r"|«(?:(?!\n\n)[^»])*»|“(?:(?!\n\n)[^”])*”"
    )
    return re.sub(not_prose, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)
