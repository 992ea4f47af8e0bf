"""Language codes of hreflang and lang (BCP 47)."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

_HREFLANG = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)

# The larger macrolanguages of the IANA registry of language subtags.
_MEMBERS = {
    "ar": "acm acw aeb afb apc apd arb arq ars ary arz ayl", "az": "azb azj", "et": "ekk vro",
    "fa": "pes prs", "iu": "ike ikt", "ku": "ckb kmr sdh", "lv": "ltg lvs", "mg": "plt",
    "mn": "khk mvf", "ms": "zlm zsm", "ne": "dty npi", "no": "nb nn", "or": "ory", "ps": "pbt pbu",
    "sh": "bs cnr hr sr", "sq": "aln als", "sw": "swc swh", "uz": "uzn uzs", "yi": "ydd yih",
    "zh": "cdo cjy cmn gan hak hsn lzh mnp nan wuu yue",
}  # fmt: skip
_MACROLANGUAGES = {code: macro for macro, codes in _MEMBERS.items() for code in codes.split()}


def is_code(hreflang: str) -> bool:
    """Return True for a valid hreflang: language, script and region, or x-default."""
    if hreflang == "x-default":
        return True
    parts = _HREFLANG.fullmatch(hreflang)
    if not parts:
        return False
    languages, regions = _codes()
    known = parts[1] in languages or len(parts[1]) == 3  # there are thousands of these
    return known and (parts[2] is None or parts[2].upper() in regions)


def is_same_language(one: str, other: str) -> bool:
    """Return True if two codes name one language, or one names the macrolanguage of the other."""
    return any(
        code == twin or _MACROLANGUAGES.get(code) == twin or _MACROLANGUAGES.get(twin) == code
        for code in _names_of(one)
        for twin in _names_of(other)
    )


def _names_of(code: str) -> set[str]:
    """Return a language as written, and by its present code: he for iw."""
    language = code.lower().partition("-")[0]
    return {language, get_global("language_aliases").get(language, language).partition("_")[0]}


@cache
def _codes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the languages and regions of Unicode's CLDR, and old codes of languages."""
    english = Locale.parse("en")
    old = get_global("language_aliases")
    return frozenset({*english.languages, *old}), frozenset(english.territories)
