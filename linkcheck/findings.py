"""Findings, and the rules that they are reported under."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error breaks something, a warning costs something."""

    ERROR = "error"
    WARNING = "warning"


RULES: dict[str, Severity] = {
    **dict.fromkeys(
        [
            "bad-address", "bad-mailto", "bad-tel", "canonical-duplicate", "canonical-missing",
            "dangling-reference", "duplicate-id", "empty-address", "folder-without-index",
            "fragment-case", "hreflang-code", "hreflang-duplicate", "hreflang-language",
            "hreflang-reciprocal", "hreflang-self", "hreflang-x-default", "insecure-resource",
            "integrity-mismatch", "javascript-link", "malformed", "missing-file",
            "missing-fragment", "missing-page", "not-absolute", "orphan-page", "outside-base",
            "outside-symlink", "redirect-loop", "relative-in-404", "robots-syntax",
            "sitemap-alternates", "sitemap-duplicate", "sitemap-missing-page",
            "sitemap-not-a-page", "stray-space", "unknown-scheme", "unreadable", "wrong-case",
            "wrong-normalization",
        ],
        Severity.ERROR,
    ),
    **dict.fromkeys(["not-utf-8", "orphan-asset", "redirect"], Severity.WARNING),
}  # fmt: skip
"""The severity of each rule; linkcheck/README.md documents them."""


@dataclass(frozen=True, order=True)
class Finding:
    """A problem of a site."""

    page: str  # the file, relative to the site
    line: int  # from 1
    rule: str  # a key of RULES
    target: str  # the address as written, or the file or id concerned
    resolved: str = ""  # the absolute URL of the target, if it has one
    message: str = ""  # one sentence

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return RULES[self.rule]
