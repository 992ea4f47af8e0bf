"""Links between pages are relative: they then hold in both languages and on every fork."""

import os.path
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from dossier.files.problems import Problem
from dossier.locales import LOCALES, ORIGINAL
from dossier.pages.page import Page

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]^]+\]:\s*<?(\S+)|\bhref=[\"']([^\"']+)")


def check_page_links(pages: Sequence[Page], site_url: str) -> list[Problem]:
    """Return the absolute links to the site's own pages, each with the form to write.

    Args:
        pages: all pages.
        site_url: the site's address, which ends with a slash.
    """
    files = {(page.locale, page.path): page.file for page in pages}
    problems = []
    for page in pages:
        for number, line in enumerate(page.text.split("\n"), 1):
            for match in _LINK.finditer(line):
                written = match[1] or match[2] or match[3]
                path = _path_in_site(written, site_url)
                if path is None:
                    continue
                address, hash_, fragment = path.partition("#")
                target = files.get((page.locale, _in_language(address)))
                relative = os.path.relpath(target, page.file.parent) if target else "a relative one"
                message = f"“{written}” is an absolute link to this site: write {relative}"
                message += hash_ + fragment if target else ""
                problems.append(Problem(page.file, number, message))
    return problems


def _path_in_site(written: str, site_url: str) -> str | None:
    """Return the path below the site's root that an absolute link means; None for other links."""
    if written.startswith(site_url):
        return written.removeprefix(site_url)
    if written.startswith("/") and not written.startswith("//"):
        return written.removeprefix(urlsplit(site_url).path).lstrip("/")
    return None


def _in_language(address: str) -> str:
    """Return the address within its language, whichever language it names."""
    for locale in LOCALES:
        if locale != ORIGINAL:
            address = address.removeprefix(f"{locale}/")
    return address if not address or address.endswith("/") else f"{address}/"
