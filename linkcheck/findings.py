"""What the checker finds, and the rules that it finds it under."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error breaks something, a warning costs something."""

    ERROR = "error"
    WARNING = "warning"


class Family(StrEnum):
    """What a rule is about."""

    LINKS = "links"
    FRAGMENTS = "fragments"
    METADATA = "metadata"
    ORPHANS = "orphans"
    FILES = "files"


@dataclass(frozen=True)
class Rule:
    """A rule, as linkcheck/README.md documents it."""

    family: Family
    severity: Severity = Severity.ERROR


_LINK, _FRAGMENT = Rule(Family.LINKS), Rule(Family.FRAGMENTS)
_METADATA, _FILE = Rule(Family.METADATA), Rule(Family.FILES)

RULES: dict[str, Rule] = {
    "missing-page": _LINK,
    "missing-file": _LINK,
    "outside-base": _LINK,
    "wrong-case": _LINK,
    "wrong-normalization": _LINK,
    "folder-without-index": _LINK,
    "redirect": Rule(Family.LINKS, Severity.WARNING),
    "empty-address": _LINK,
    "stray-space": _LINK,
    "bad-address": _LINK,
    "unknown-scheme": _LINK,
    "insecure-resource": _LINK,
    "javascript-link": _LINK,
    "bad-mailto": _LINK,
    "bad-tel": _LINK,
    "relative-in-404": _LINK,
    "missing-fragment": _FRAGMENT,
    "fragment-case": _FRAGMENT,
    "duplicate-id": _FRAGMENT,
    "dangling-reference": _FRAGMENT,
    "not-absolute": _METADATA,
    "canonical-missing": _METADATA,
    "canonical-duplicate": _METADATA,
    "hreflang-code": _METADATA,
    "hreflang-duplicate": _METADATA,
    "hreflang-self": _METADATA,
    "hreflang-x-default": _METADATA,
    "hreflang-reciprocal": _METADATA,
    "hreflang-language": _METADATA,
    "sitemap-missing-page": _METADATA,
    "sitemap-duplicate": _METADATA,
    "sitemap-not-a-page": _METADATA,
    "sitemap-alternates": _METADATA,
    "robots-syntax": _METADATA,
    "orphan-page": Rule(Family.ORPHANS),
    "orphan-asset": Rule(Family.ORPHANS, Severity.WARNING),
    "malformed": _FILE,
    "not-utf-8": Rule(Family.FILES, Severity.WARNING),
    "unreadable": _FILE,
    "outside-symlink": _FILE,
}
"""Every rule by name."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault of a site.

    Attributes:
        page: the file that it stands in, relative to the site.
        line: the line of that file, from 1.
        rule: a key of RULES.
        target: the address as the file has it, or the file or id concerned.
        resolved: the absolute address that it means; empty where it means none.
        message: one sentence.
    """

    page: str
    line: int
    rule: str
    target: str
    resolved: str
    message: str

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return RULES[self.rule].severity
