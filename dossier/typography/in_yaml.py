"""Words for readers in YAML, mended in the characters that they are written in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dossier.files.records import parse_yaml
from dossier.locales import Locale
from dossier.typography.in_markdown import Mended, mend_markdown, moved
from dossier.typography.rules import NARROW, NO_BREAK

_ESCAPED_QUOTES = {"'": "''", '"': r"\""}
_ESCAPED_SPACES = {r"\_": NO_BREAK, r"\xA0": NO_BREAK, r"\u00A0": NO_BREAK, r"\u202F": NARROW}

Keys = Sequence[str | int]
"""The keys, and positions in lists, that lead to a value."""


def mend_yaml(text: str, file: Path, language: Callable[[Keys], Locale | None]) -> Mended:
    """Mend each value whose path `language` gives a locale, where it stands in the file."""
    values = {
        (scalar.start, scalar.end): (scalar.style, locale)
        for path, scalar in parse_yaml(text, file).scalars.items()
        if (locale := language(path))
    }
    pieces, faults, done = [], [], 0
    for (start, end), (style, locale) in sorted(values.items()):
        value, found = _mend_scalar(text[start:end], style, locale)
        faults += moved(found, text.count("\n", 0, start))
        pieces += [text[done:start], value]
        done = end
    return "".join([*pieces, text[done:]]), faults


def _mend_scalar(written: str, style: str | None, locale: Locale) -> Mended:
    """Mend a scalar in the characters that YAML writes it in."""
    if style not in ("'", '"'):
        mended, faults = mend_markdown(written, locale)
        if style is None and "," in mended and "," not in written:
            # Unquoted in {fr: ..., en: ...}, a comma would end the value.
            mended = '"' + mended.replace("\\", r"\\").replace('"', r"\"") + '"'
        return mended, faults
    before, _, rest = written.partition(style)
    words = rest[:-1].replace(_ESCAPED_QUOTES[style], style)
    if style == '"':
        for escape, space in _ESCAPED_SPACES.items():
            words = words.replace(escape, space)
    mended, faults = mend_markdown(words, locale)
    if mended == words:
        return written, faults
    return before + style + mended.replace(style, _ESCAPED_QUOTES[style]) + style, faults
