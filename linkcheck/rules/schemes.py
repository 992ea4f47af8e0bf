"""Misspelled URL schemes.

Applications register more schemes than any list has, so only a name that is close to a well-known
scheme, a drive, a file or a host is reported.
"""

import re
from functools import lru_cache

_ADDRESSES = ("http", "https", "ftp")
_WELL_KNOWN = {
    "callto", "ftp", "ftps", "http", "https", "javascript", "mailto", "sftp", "shttp", "tel",
    "tftp",
}  # fmt: skip
_OFTEN_MISSPELLED = ("javascript", "mailto")
_FOR_ANOTHER = {"e-mail", "email", "hxxp", "hxxps", "mail", "phone"}
_HOST = re.compile(r"[^/?#]*\.[^/?#]*|localhost")
_PORT = re.compile(r"\d{1,5}(?:[/?#]|\Z)")
_NUMBER = re.compile(r"\+?\d")


def is_misspelled(scheme: str, rest: str) -> bool:
    """Return True if a scheme is misspelled, or is a drive, a host or `file`.

    Args:
        scheme: its name, in lower case.
        rest: the address after the colon.
    """
    if scheme in _WELL_KNOWN:
        return False
    is_host = _HOST.fullmatch(scheme) and _PORT.match(rest)
    if scheme == "file" or len(scheme) == 1 or scheme in _FOR_ANOTHER or is_host:
        return True
    if any(_distance(scheme, known) <= 2 for known in _OFTEN_MISSPELLED):
        return True
    if _distance(scheme, "tel") == 1:
        return set(scheme) <= set("tel") or _NUMBER.match(rest) is not None
    for known in _ADDRESSES:
        distance = _distance(scheme, known)
        if distance <= 1 or (distance <= 2 and set(scheme) <= set(known)):
            # Many protocols have three letters, one of them different.
            return len(known) > 3 or set(scheme) <= set(known)
    return False


@lru_cache(maxsize=10_000)
def _distance(one: str, other: str) -> int:
    """Return the Damerau-Levenshtein distance of two words; 3 for any that is larger."""
    if abs(len(one) - len(other)) > 2:
        return 3
    if not one or not other:
        return len(one) + len(other)
    ways = [
        _distance(one[1:], other) + 1,
        _distance(one, other[1:]) + 1,
        _distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if len(one) > 1 and one[:2] == other[1::-1]:
        ways.append(_distance(one[2:], other[2:]) + 1)
    return min(ways)
