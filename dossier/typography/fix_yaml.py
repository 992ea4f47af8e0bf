"""Typography fixes in YAML values, written with the quotes and escapes that the file uses."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dossier.files.records import parse_yaml
from dossier.locales import Locale
from dossier.typography.fix_markdown import fix_markdown
from dossier.typography.replacements import NARROW, NO_BREAK
from dossier.typography.rule import FixedText, Typo

_ESCAPED_QUOTES = {"'": "''", '"': r"\""}
_ESCAPED_SPACES = {r"\_": NO_BREAK, r"\xA0": NO_BREAK, r"\u00A0": NO_BREAK, r"\u202F": NARROW}

Keys = Sequence[str | int]
"""The keys, and positions in lists, that lead to a value."""


def fix_yaml(
    text: str, file: Path, locale_of: Callable[[Keys], Locale | None], first_line: int = 1
) -> FixedText:
    """Fix each value whose keys `locale_of` returns a locale for.

    Raises:
        DossierError: the text is not YAML.
    """
    values = {
        (scalar.start, scalar.end): (scalar.style, locale)
        for keys, scalar in parse_yaml(text, file, first_line).scalars.items()
        if (locale := locale_of(keys))
    }
    pieces: list[str] = []
    typos: list[Typo] = []
    done = 0
    for (start, end), (style, locale) in sorted(values.items()):
        line = first_line + text.count("\n", 0, start)
        value, value_typos = _fix_scalar(text[start:end], style, locale, line)
        typos += value_typos
        pieces += [text[done:start], value]
        done = end
    return "".join([*pieces, text[done:]]), typos


def _fix_scalar(written: str, style: str | None, locale: Locale, line: int) -> FixedText:
    if style not in ("'", '"'):
        fixed, typos = fix_markdown(written, locale, line)
        if style is None and "," in fixed and "," not in written:
            # Unquoted in {fr: ..., en: ...}, a comma would end the value.
            fixed = '"' + fixed.replace("\\", r"\\").replace('"', r"\"") + '"'
        return fixed, typos
    before, _, rest = written.partition(style)
    words = rest[:-1].replace(_ESCAPED_QUOTES[style], style)
    if style == '"':
        for escape, space in _ESCAPED_SPACES.items():
            words = words.replace(escape, space)
    fixed, typos = fix_markdown(words, locale, line)
    if fixed == words:
        return written, typos
    return before + style + fixed.replace(style, _ESCAPED_QUOTES[style]) + style, typos
