"""JSON, read to tell on which line each of its strings stands."""

import json
from typing import Any

from linkcheck.document import Document


def parse(text: str, document: Document, first_line: int = 1, what: str = "it") -> Any:
    """Return what the JSON says; where it is none, None, and `what` is noted as malformed."""
    try:
        return json.loads(text)
    except RecursionError:
        line, message = first_line, f"{what} is nested too deep to be read"
    except ValueError as error:
        line = getattr(error, "lineno", 1) + first_line - 1
        message = f"{what} is not valid JSON: {error}"
    document.faults.append(("malformed", line, "", message))
    return None


def parse_object(
    text: str, document: Document, first_line: int = 1, what: str = "it"
) -> dict[str, Any]:
    """As `parse`, for what has to be an object: an empty one where it is none."""
    data = parse(text, document, first_line, what)
    return data if isinstance(data, dict) else {}


def objects(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the objects of the list that stands under a key."""
    value = data.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


class JsonLines:
    """Finds the lines of strings in JSON, asked for in about the order that they stand in."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self.position = 0
        self.line = first_line

    def of(self, written: str) -> int:
        """Return the line of the next string that means `written`, however it is escaped."""
        ascii_only, plain = json.dumps(written), json.dumps(written, ensure_ascii=False)
        forms = (plain, ascii_only, plain.replace("/", "\\/"), ascii_only.replace("/", "\\/"))
        for start in (self.position, 0):
            for form in dict.fromkeys(forms):
                found = self.text.find(form, start)
                if found >= 0:
                    return self._move(found)
        return self.first_line

    def _move(self, position: int) -> int:
        if position < self.position:
            self.position, self.line = 0, self.first_line
        self.line += self.text.count("\n", self.position, position)
        self.position = position
        return self.line
