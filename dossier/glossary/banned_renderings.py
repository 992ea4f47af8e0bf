"""The check for renderings that the glossary bans, in pages and data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dossier.files.problems import Problem, read_text
from dossier.files.records import parse_yaml
from dossier.glossary.terms import Term, normal, words_pattern
from dossier.locales import LOCALES, Locale, as_locale
from dossier.pages.page import Page
from dossier.pages.syntax import ADDRESS, MARKUP


def check_banned_renderings(
    pages: Sequence[Page], data_dir: Path, glossary: Mapping[str, Term]
) -> list[Problem]:
    """Return each banned rendering in a page, or in a text of `data_dir`, with the term to write.

    Code, addresses, words in another language and quotations are not checked.
    """
    terms = {
        locale: {
            normal(rendering): term.term[locale]
            for term in glossary.values()
            for rendering in term.avoid[locale]
        }
        for locale in LOCALES
    }
    patterns = {locale: words_pattern(frozenset(terms[locale])) for locale in LOCALES}
    problems = []
    for locale, file, line, text in _texts(pages, data_dir):
        for match in patterns[locale].finditer(_own_prose(text, locale)):
            term = terms[locale][normal(match[0])]
            message = f"“{match[0]}” is a rendering to avoid: write “{term}”"
            problems.append(Problem(file, line + text.count("\n", 0, match.start()), message))
    return problems


def _texts(pages: Sequence[Page], data_dir: Path) -> Iterator[tuple[Locale, Path, int, str]]:
    """Yield each text with its language, its file and its first line."""
    for page in pages:
        yield page.locale, page.file, 1, page.text
    for file in sorted(data_dir.rglob("[!.]*.yml")):
        parsed = parse_yaml(read_text(file), file)
        for keys, node in parsed.scalars.items():
            if keys and keys[-1] in LOCALES and "said" not in keys:  # as it was published
                yield as_locale(str(keys[-1])), file, parsed.line(keys), node.value


def _own_prose(text: str, locale: Locale) -> str:
    """Return the text with everything but the site's own prose replaced by spaces."""
    foreign = rf"lang=\"?(?!{locale}\b)"
    not_prose = (
        rf"\*[^*]+\*\{{[^}}\n]*{foreign}[^}}\n]*\}}"
        rf"|<(?P<tag>\w+)[^<>]*{foreign}[^<>]*>.*?</(?P=tag)>"
        rf"|{MARKUP}|{ADDRESS}"
        r"|«(?:(?!\n\n)[^»])*»|“(?:(?!\n\n)[^”])*”"
    )
    flags = re.MULTILINE | re.DOTALL
    return re.sub(not_prose, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=flags)
