"""Which schemes are written by mistake.

Programs open schemes of their own, more than any list has: only what is close to a well-known one,
a drive, a file or a host is told.
"""

import re
from functools import lru_cache

_ADDRESSES = ("http", "https", "ftp")
_WELL_KNOWN = {
    "callto", "ftp", "ftps", "http", "https", "javascript", "mailto", "sftp", "shttp", "tel",
    "tftp",
}  # fmt: skip
_OFTEN_MISSPELT = ("javascript", "mailto")
_FOR_ANOTHER = {"e-mail", "email", "hxxp", "hxxps", "mail", "phone"}
_HOST = re.compile(r"[^/?#]*\.[^/?#]*|localhost")
_PORT = re.compile(r"\d{1,5}(?:[/?#]|\Z)")
_NUMBER = re.compile(r"\+?\d")


def misspelt(scheme: str, rest: str) -> bool:
    """Say whether the scheme of an address is none, but one misspelt, a drive, a host or a file.

    Args:
        scheme: its name, in lower case.
        rest: what follows the colon.
    """
    if scheme in _WELL_KNOWN:
        return False
    is_host = _HOST.fullmatch(scheme) and _PORT.match(rest)
    if scheme == "file" or len(scheme) == 1 or scheme in _FOR_ANOTHER or is_host:
        return True
    if any(_distance(scheme, known) <= 2 for known in _OFTEN_MISSPELT):
        return True
    if _distance(scheme, "tel") == 1:
        return set(scheme) <= set("tel") or _NUMBER.match(rest) is not None
    for known in _ADDRESSES:
        distance = _distance(scheme, known)
        if distance <= 1 or (distance <= 2 and set(scheme) <= set(known)):
            # Many protocols have three letters that differ by one.
            return len(known) > 3 or set(scheme) <= set(known)
    return False


@lru_cache(maxsize=10_000)
def _distance(one: str, other: str) -> int:
    """Count the letters put in, left out, exchanged or swapped between two words; 3 for many."""
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
