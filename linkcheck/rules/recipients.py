"""Recipients of mailto: and tel: links (RFC 6068, RFC 3966)."""

import re
import unicodedata
from urllib.parse import parse_qsl

from linkcheck.addresses import decode

_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_MAIL_ADDRESS = re.compile(
    rf"(?!//)(?:{_ATOM}(?:\.{_ATOM})*|{_QUOTED})"
    rf"@(?:(?:{_LABEL}\.)+(?=[^.]*[^\W\d]){_LABEL}|\[[\w.:]+\])"
)
_RECIPIENTS = {"to", "cc", "bcc"}
_NUMBER = re.compile(r"\+?(?=[().*#-]*+\d)[\d().*#-]++(?:;[\w=+.%-]+)*")
_LONGEST = 2_000


def is_mailto(rest: str) -> bool:
    """Return True if every recipient is a mail address; a message to share has none.

    Args:
        rest: the address after mailto:.
    """
    recipients, _, query = rest.partition("#")[0].partition("?")
    fields = parse_qsl(query.replace("+", "%2B"))
    named = [recipients, *(text for name, text in fields if name.lower() in _RECIPIENTS)]
    if not any(named):
        return bool(query)
    return all(_are_addresses(text) for text in named if text)


def is_tel(rest: str) -> bool:
    """Return True if the address after tel: is a telephone number."""
    return _NUMBER.fullmatch(decode(rest.partition("?")[0].partition("#")[0])) is not None


def _are_addresses(text: str) -> bool:
    """Return True for a list of mail addresses, whose own commas are percent-encoded."""
    decoded = decode(text)
    for parts in (text.split(","), decoded.split(",")):
        spaced = [parts[0], *(part.lstrip() for part in map(decode, parts[1:]))]
        if all(_is_address(decode(part)) for part in spaced):
            return True
    return False


def _is_address(text: str) -> bool:
    composed = unicodedata.normalize("NFC", text)
    return len(text) < _LONGEST and _MAIL_ADDRESS.fullmatch(composed) is not None
