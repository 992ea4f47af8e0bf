"""Readers of printed cells: the fields of a reading that a cell states, as printed.

A reader takes the lines of a cell and the layout of its document, and yields fields with values.
Nothing and a dash state nothing. ValueError: the cell is not understood.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

from dossier.catalog.fields import parse

Stated = Iterator[tuple[str, str]]
Reader = Callable[[str, Any], Stated]

NOTHING = re.compile(r"[-–—\s]*|N/A|TBD", re.IGNORECASE)
"""A cell that states nothing."""

_CODE = re.compile(r"`([^`]+)`")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_ITEM = re.compile(r"[-•]?\s*([^:]{3,30}?)\s*:\s*(.*)", re.DOTALL)
_TOKENS = re.compile(r"(\d[\d,.]*[KM]?)\s*(?:max\s*)?tokens")
_DIMENSIONS = re.compile(r"\(([\d, ]+) dim")
_NUMBER = re.compile(r"\d[\d,.]*\d[KM]?|\d[KM]?")
_WELL_FORMED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)[KM]?")
_WORDS = {
    r"images?": "image", r"texts?|markdown": "text", r"audio|speech": "audio", r"videos?": "video",
    r"pdf": "pdf", r"code": "code", r"vectors?": "vector", r"time[- ]series": "time-series",
}  # fmt: skip
"""The kinds of input and output by the words that documents print."""
_LANGUAGE = re.compile(r"\b[a-z]{2}(?:-[a-z]{2,4})?\b")
_NO_FORMAT = {"", "and", "or", "image", "images"}
_MONTHS = ("%B %d, %Y", "%b %d, %Y", "%B %Y", "%b %Y")
_PROSE = 4
"""More words than a model's name has."""


def date(printed: str) -> str:
    """Return "July 28, 2025" or "Sep 2021" in the notation of readings."""
    text = " ".join(printed.split())
    for form in _MONTHS:
        try:
            day = datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
        return day.isoformat() if "%d" in form else day.isoformat()[:7]
    return text


def _number(printed: str) -> str:
    """Return a number as printed.

    Raises:
        ValueError: it is a misprint, such as “128,00”.
    """
    if not _WELL_FORMED.fullmatch(printed):
        raise ValueError(f"“{printed}” is misprinted: add it to the misprints in layouts.yml")
    return printed


def as_printed(field: str) -> Reader:
    """Return a reader of a cell that is the value of a field."""

    def read(cell: str, _layout: Any) -> Stated:
        yield field, cell.replace("`", "").replace("\n", " ")

    return read


def _dated(field: str) -> Reader:
    def read(cell: str, _layout: Any) -> Stated:
        yield field, date(cell)

    return read


def _replacement(cell: str, _layout: Any) -> Stated:
    """Yield the models that replace one; words that name none state nothing."""
    names = _CODE.findall(cell) or re.split(r",|\n|;", cell)
    kept = [n.strip() for n in names if re.search("[a-zA-Z]", n) and len(n.split()) < _PROSE]
    if kept:
        yield "replacement", ";".join(dict.fromkeys(kept))


def _apis(cell: str, _layout: Any) -> Stated:
    yield "apis", ";".join(item.strip() for item in re.split(r",|\n", cell) if item.strip())


def _type(cell: str, layout: Any) -> Stated:
    """Yield the type: the first line, and what continues it; then come addresses."""
    lines = [line.partition(". See ")[0] for line in cell.replace("`", "").split("\n")]
    text = lines[0]
    for line in lines[1:]:
        if line.startswith("("):
            text += f" {line}"
        elif line.endswith("API"):
            text += f"; {line}"
        else:
            break
    try:
        parse("type", text)
    except ValueError:
        try:
            parse("apis", text)
        except ValueError:
            pass
        else:
            yield from _apis(text, layout)
            return
    yield "type", text


def _items(cell: str, layout: Any) -> Stated:
    """Yield what a list of labeled items states; items with another label are ignored."""
    labels = {label.lower(): fields for label, fields in layout.items.items()}
    for line in cell.split("\n"):
        item = _ITEM.fullmatch(line)
        for field in labels.get(item[1].lower(), ()) if item else ():
            yield from _PARTS[field](field, item[2])  # type: ignore[index]


def _tokens(field: str, text: str) -> Stated:
    found = _TOKENS.search(text) or (field == "context" and _NUMBER.search(text))
    if found:
        yield field, _number(found[1] if found.re is _TOKENS else found[0])


def _modalities(field: str, text: str) -> Stated:
    bare = _IN_PARENTHESES.sub("", text).lower()
    places = {
        name: found.start()
        for words, name in _WORDS.items()
        if (found := re.search(rf"\b(?:{words})\b", bare))
    }
    if not places:
        raise ValueError(f"“{text}” names no kind of {field}: add its word to cells.py")
    yield field, ";".join(sorted(places, key=lambda name: places[name]))


def _formats(field: str, text: str) -> Stated:
    if text.lower().startswith("text in various formats"):
        yield field, "text-various"
        return
    words = re.split(r"[\s,()/]+", text.rstrip(". ").lower())
    yield field, ";".join(dict.fromkeys(word for word in words if word not in _NO_FORMAT))


def _languages(field: str, text: str) -> Stated:
    yield field, ";".join(dict.fromkeys(_LANGUAGE.findall(text)))


def _dimensions(field: str, text: str) -> Stated:
    if found := _DIMENSIONS.search(text):
        yield field, ";".join(re.findall(r"\d+", found[1]))


def _answer(field: str, text: str) -> Stated:
    yield field, re.split(r"\W", text.strip().lower(), maxsplit=1)[0]


_PARTS: dict[str, Callable[[str, str], Stated]] = {
    "inputs": _modalities,
    "outputs": _modalities,
    "max_input": _tokens,
    "max_output": _tokens,
    "context": _tokens,
    "dimensions": _dimensions,
    "languages": _languages,
    "formats": _formats,
    "tools": _answer,
}


def _phrases(cell: str, layout: Any) -> Stated:
    """Yield what the phrases of a description state; other words state nothing."""
    found: dict[str, list[str]] = {}
    lines = [line.strip(" -.*`").lower() for line in cell.split("\n")]
    for phrase, fields in layout.phrases.items():
        pattern = re.compile(rf"\b(?:{phrase})" if phrase[0] != "^" else phrase)
        if any(map(pattern.search, lines)):
            for field, value in fields.items():
                found.setdefault(field, []).append(value)
    for field, values in found.items():
        yield field, ";".join(dict.fromkeys(values))


def _limits(cell: str, _layout: Any) -> Stated:
    """Yield the limits in "400,000", "Input: 272,000" and "Output: 128,000", a line each."""
    fields = {"input": "max_input", "output": "max_output", "": "context"}
    seen: set[str] = set()
    for line in cell.split("\n"):
        label, _, number = line.strip(" -").rpartition(":")
        field = fields.get(label.strip().lower())
        if field and field not in seen and (found := _NUMBER.match(number.strip())):
            seen.add(field)
            yield field, _number(found[0])
    if not seen:
        raise ValueError(f"“{cell}” has no number of tokens: add its form to cells.py")


def _count(field: str) -> Reader:
    def read(cell: str, _layout: Any) -> Stated:
        found = _NUMBER.match(cell)
        if not found:
            raise ValueError(f"“{cell}” does not start with a number of tokens")
        yield field, _number(found[0])

    return read


def _window_and_output(cell: str, _layout: Any) -> Stated:
    window, slash, output = cell.partition("/")
    if not slash:
        raise ValueError(f"“{cell}” is not two numbers of tokens with a slash between them")
    yield "context", window.strip()
    yield "max_output", output.strip()


READERS: dict[str, Reader] = {
    "lifecycle": as_printed("lifecycle"),
    "retirement": _dated("retirement"),
    "knowledge_cutoff": _dated("knowledge_cutoff"),
    "replacement": _replacement,
    "apis": _apis,
    "type": _type,
    "items": _items,
    "phrases": _phrases,
    "limits": _limits,
    "max_input": _count("max_input"),
    "max_output": _count("max_output"),
    "window_and_output": _window_and_output,
    "dimensions": as_printed("dimensions"),
    "tuning_until": as_printed("tuning_until"),
    "tuned_until": as_printed("tuned_until"),
    "ignored": lambda _cell, _layout: iter(()),
}
"""The readers of columns that layouts.yml names."""
