"""Estimated widths of text: the reader's font is not known at build time."""

import re

_BREAK = re.compile(r"(?<!\d) (?!\d)")

_WIDTHS = {
    **dict.fromkeys("iljI.,;:'’!|·\N{NARROW NO-BREAK SPACE}", 0.32),
    **dict.fromkeys("ftr()[]-“” \N{NO-BREAK SPACE}", 0.4),
    **dict.fromkeys("mwMW%@—→↔", 0.95),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÀÉÈÊ&+−×", 0.73),
}
"""Widths in ems, for a wide sans serif; other characters, such as digits, are 0.62."""

_BOLD = 1.12
"""The width of bold letters, relative to regular ones."""


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return the estimated width of `text` at a font size, too wide rather than too narrow."""
    return sum(_WIDTHS.get(letter, 0.62) for letter in text) * size * (_BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in lines at most `room` wide, never broken beside a number."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and width_of(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
