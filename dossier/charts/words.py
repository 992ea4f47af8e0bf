"""How much room words take, estimated: the reader's font is not known when a page is built."""

import re

_BREAK = re.compile(r"(?<!\d) (?!\d)")

_WIDTHS = {
    **dict.fromkeys("iljI.,;:'’!|·\N{NARROW NO-BREAK SPACE}", 0.32),
    **dict.fromkeys("ftr()[]-“” \N{NO-BREAK SPACE}", 0.4),
    **dict.fromkeys("mwMW%@—→↔", 0.95),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÀÉÈÊ&+−×", 0.73),
}
"""Widths in ems, those of a wide sans serif; all else, digits among it, is 0.62."""

BOLD = 1.12
"""How much wider bold letters are."""


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide `text` is at a font size, rather too wide than too narrow."""
    return sum(_WIDTHS.get(letter, 0.62) for letter in text) * size * (BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in lines no wider than `room`, which keep a number by its neighbors."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and width_of(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
