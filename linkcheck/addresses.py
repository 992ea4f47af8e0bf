"""URL parsing by the WHATWG URL standard (ada-url)."""

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category
from urllib.parse import unquote_to_bytes

from ada_url import join_url

SPACES = " \t\n\f\r"
"""ASCII whitespace, which the HTML standard strips from an address."""

_HIERARCHICAL = {"file", "ftp", "http", "https", "ws", "wss"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# On a page of https:, "https:page" means "page".
_SCHEME_ALONE = re.compile(r"https?:(?![/\\])", re.IGNORECASE)
_PERCENT = re.compile(r"%([0-9a-fA-F]{2})")
_WITH_HOST = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
_WRONG_SLASHES = re.compile(r"(?:https?:)?[/\\]{3}|https?:[/\\]?(?![/\\])", re.IGNORECASE)
_LONGEST_LABEL = 63


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute URL and its components."""

    href: str
    scheme: str
    host: str
    path: str
    fragment: str


@lru_cache(maxsize=10_000)  # addresses repeat within a page
def resolve(written: str, base: str) -> Address | None:
    """Resolve `written` against `base`; return None if it is not a valid URL."""
    try:
        href = join_url(base, written)
    except ValueError:
        return None
    # Split by hand: the parser's output is regular, and its accessors are five times slower.
    before, _, fragment = href.partition("#")
    scheme, _, rest = before.partition(":")
    rest = rest.partition("?")[0]
    if scheme not in _HIERARCHICAL:
        return Address(href, scheme, "", rest, fragment)
    host, slash, path = rest[2:].partition("/")
    return Address(href, scheme, host.rpartition("@")[2], slash + path, fragment)


def has_scheme(written: str) -> bool:
    """Return True if the address has a scheme: "https:...", "mailto:..."."""
    return _SCHEME.match(written) is not None


def names_host(written: str) -> bool:
    """Return True if the address has a host: "https://...", "//..."."""
    return _WITH_HOST.match(written) is not None


def has_wrong_slashes(written: str) -> bool:
    """Return True if the host does not follow exactly two slashes, which browsers repair."""
    return _WRONG_SLASHES.match(written) is not None


def is_host(host: str) -> bool:
    """Return True if each label of a host name is valid.

    RFC 1035, 2.3.4 (63 characters); RFC 5891, 4.2 (punycode).
    """
    return all(_is_label(label) for label in host.partition(":")[0].removesuffix(".").split("."))


def _is_label(label: str) -> bool:
    if not label.startswith("xn--"):
        return 0 < len(label) <= _LONGEST_LABEL
    try:
        word = label[4:].encode().decode("punycode")
    except UnicodeError:
        return False
    return not word.isascii() and not any(category(letter)[0] in "CZ" for letter in word)


def is_relative(written: str) -> bool:
    """Return True if the address depends on the path of the page that contains it."""
    if _SCHEME_ALONE.match(written):
        return True
    return not (has_scheme(written) or written.startswith(("/", "\\", "#")) or not written)


def comparable(href: str) -> str:
    """Return a URL with normalized percent-encoding (RFC 3986, 6.2.2): %c3 is %C3, %2D is -."""
    return _PERCENT.sub(_normalized, href) if "%" in href else href


def _normalized(encoded: re.Match[str]) -> str:
    character = chr(int(encoded[1], 16))
    unreserved = character.isascii() and (character.isalnum() or character in "-._~")
    return character if unreserved else encoded[0].upper()


def decode(text: str) -> str:
    """Decode percent-encoding; invalid UTF-8 becomes U+FFFD."""
    return unquote_to_bytes(text).decode("utf-8", errors="replace") if "%" in text else text


def decode_path(path: str) -> str:
    """Decode percent-encoding as a file name, which keeps invalid UTF-8."""
    return os.fsdecode(unquote_to_bytes(path)) if "%" in path else path
