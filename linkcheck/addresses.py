"""Addresses as the WHATWG URL standard reads them (ada-url)."""

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category
from urllib.parse import unquote_to_bytes

from ada_url import join_url

SPACES = " \t\n\f\r"
"""What the HTML standard strips from an address."""

_HIERARCHICAL = {"file", "ftp", "http", "https", "ws", "wss"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


# "https:page" in a page of https: means what "page" does.
_SCHEME_ALONE = re.compile(r"https?:(?![/\\])", re.IGNORECASE)
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_WITH_HOST = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
_LONGEST_LABEL = 63
_SLASHES = re.compile(r"(?:https?:)(?:[/\\]{3}|[/\\]?(?![/\\]))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute address, taken apart."""

    href: str
    scheme: str
    host: str
    path: str
    fragment: str


@lru_cache(maxsize=100_000)
def resolve(written: str, base: str) -> Address | None:
    """Return what `written` means in a document at `base`; None where it is no address at all."""
    try:
        href = join_url(base, written)
    except ValueError:
        return None
    # Taken apart by hand: what the parser wrote is regular, and asking it again takes five times
    # as long.
    before, _, fragment = href.partition("#")
    scheme, _, rest = before.partition(":")
    rest = rest.partition("?")[0]
    if scheme not in _HIERARCHICAL:
        return Address(href, scheme, "", rest, fragment)
    host, slash, path = rest[2:].partition("/")
    return Address(href, scheme, host.rpartition("@")[2], slash + path, fragment)


def has_scheme(written: str) -> bool:
    """Say whether the address names its scheme: "https:...", "mailto:..."."""
    return _SCHEME.match(written) is not None


def names_host(written: str) -> bool:
    """Say whether the address names its host: "https://...", "//..."."""
    return _WITH_HOST.match(written) is not None


def has_wrong_slashes(written: str) -> bool:
    """Say whether other than two slashes stand before the host, which browsers pass over."""
    return _SLASHES.match(written) is not None


def is_host(host: str) -> bool:
    """Say whether each part of a host's name may be one: it has letters, 63 at most.

    RFC 1035, 2.3.4; RFC 5891, 4.2 for those in punycode.
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
    """Say whether what the address means depends on the path of the page that holds it."""
    if _SCHEME_ALONE.match(written):
        return True
    return not (has_scheme(written) or written.startswith(("/", "\\", "#")) or not written)


def comparable(href: str) -> str:
    """Return an address in a form that two spellings of it share: %c3 and %C3 are one."""
    return _PERCENT.sub(lambda match: match[0].upper(), href)


def decode(text: str) -> str:
    """Undo percent-encoding; bytes that are not UTF-8 become marks of replacement."""
    return unquote_to_bytes(text).decode("utf-8", errors="replace") if "%" in text else text


def decode_path(path: str) -> str:
    """Undo percent-encoding as names of files are read: bytes that are not UTF-8 are kept."""
    return os.fsdecode(unquote_to_bytes(path)) if "%" in path else path
