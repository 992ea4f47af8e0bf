"""Rule about the integrity of scripts and style sheets (W3C, Subresource Integrity)."""

import re

from linkcheck.github_pages import ServedSite

_HASH = re.compile(r"(sha(?:256|384|512))-([A-Za-z0-9+/_-]+)={0,2}(?:\?[!-~]*)?")
_TO_BASE64 = str.maketrans("-_", "+/")


def has_integrity(file: str, integrity: str, site: ServedSite) -> bool:
    """Return True if a browser accepts the content of a file.

    It compares the strongest algorithm alone, and accepts any content if it knows none.
    """
    hashes = [match.groups() for word in integrity.split() if (match := _HASH.fullmatch(word))]
    strongest = max((algorithm for algorithm, _ in hashes), default="")
    wanted = {digest.translate(_TO_BASE64) for one, digest in hashes if one == strongest}
    try:
        return not wanted or site.digest(file, strongest) in wanted
    except OSError:
        return True  # reported as unreadable
