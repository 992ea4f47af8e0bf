"""JSON that knows on which line each of its strings is."""

import json
import re
from bisect import bisect_left
from functools import cached_property
from typing import Any

from linkcheck.document import ParsedDocument, Use

_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"')


def objects(data: dict[str, Any], key: str, *, or_one: bool = False) -> list[dict[str, Any]]:
    """Return the objects of the list under a key, or one that is there without a list."""
    value = data.get(key)
    if or_one and isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


class JsonText:
    """Parsed JSON.

    Attributes:
        data: its value; None if it is malformed, which is reported.
        object: its value if that is an object, else an empty one.
    """

    def __init__(
        self, text: str, document: ParsedDocument, first_line: int = 1, name: str = "the file"
    ) -> None:
        self.text = text
        self.document = document
        self.line = self.first_line = first_line
        self.data: Any = None
        try:
            # Python refuses to parse an integer of thousands of digits.
            self.data = json.loads(text, parse_int=float)
        except RecursionError:
            document.report("malformed", first_line, f"{name} is nested too deep to be read")
        except ValueError as error:
            line = getattr(error, "lineno", 1) + first_line - 1
            document.report("malformed", line, f"{name} is not valid JSON: {error}")
        self.object: dict[str, Any] = self.data if isinstance(self.data, dict) else {}

    def add(self, written: Any, use: Use, place: str) -> None:
        """Add a value of the JSON to the document, if it is a string, as an address."""
        if isinstance(written, str):
            self.document.add(written, use, place, self.line_of(written))

    def line_of(self, written: str) -> int:
        """Return the line of the next string equal to `written`, however it is escaped."""
        lines = self._lines.get(written, [self.first_line])
        self.line = lines[bisect_left(lines, self.line) % len(lines)]
        return self.line

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        """The lines of each string, found in one pass."""
        found: dict[str, list[int]] = {}
        line, counted = self.first_line, 0
        for match in _STRING.finditer(self.text):
            line += self.text.count("\n", counted, match.start())
            counted = match.start()
            lines = found.setdefault(json.loads(match[0]), [])
            if not lines or lines[-1] != line:
                lines.append(line)
        return found
