"""Reader of scripts that send readers to another page."""

import re

from linkcheck.document import ParsedDocument, Use

_HASH = "location.hash"
_LOCATION = r"\b(?:(?:window|document|self)\s*\.\s*)?location"
_SENDS = rf"{_LOCATION}(?:\s*\.\s*href)?\s*=(?!=)|{_LOCATION}\s*\.\s*(?:replace|assign)\s*\("
_REDIRECT = re.compile(_SENDS)
_ONLY_REDIRECT = re.compile(
    rf"""\s*(?:{_SENDS})\s*(?:"([^"\\\n]+)"|'([^'\\\n]+)')"""
    rf"(?:\s*\+\s*{_LOCATION}\.(?:hash|search))*\s*\)?[\s;]*"
)


def read_redirect(script: str, document: ParsedDocument, line: int) -> None:
    """Add the address of a script that does nothing else than send the reader there."""
    match = _ONLY_REDIRECT.fullmatch(script)
    if not match:
        return
    reference = document.add(match[1] or match[2], Use.LINK, "location", line)
    if not document.moves_at_once:
        document.refresh = reference
    document.moves_on = document.moves_at_once = True


def read_redirects(code: str, document: ParsedDocument) -> None:
    """Add what all scripts of a page make of it and of its fragment."""
    if _REDIRECT.search(code):
        document.moves_on = document.moves_on or document.moves_on_without_scripts
        document.moves_at_once = document.moves_at_once or document.moves_on_without_scripts
        # A page without ids may be a redirect page that only works with scripts.
        document.carries_fragment = _HASH in code and (document.moves_on or not document.ids)
