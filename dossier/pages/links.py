"""Links between pages must be relative, so that they hold in both languages and on every fork."""

import os.path
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from dossier.files.problems import Problem
from dossier.pages.page import Page, named_path

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]^]+\]:\s*<?(\S+)|\bhref=[\"']([^\"']+)")


def check_page_links(pages: Sequence[Page], site_url: str) -> Iterator[Problem]:
    """Yield the absolute links to pages of the site, each with the relative link to write.

    `site_url` ends with a slash.
    """
    files = {(page.locale, page.path): page.file for page in pages}
    for page in pages:
        for number, line in enumerate(page.text.split("\n"), 1):
            for match in _LINK.finditer(line):
                link = match[1] or match[2] or match[3]
                path = _path_in_site(link, site_url)
                if path is None:
                    continue
                address, hash_, fragment = path.partition("#")
                relative = "a relative one"
                if target := files.get((page.locale, named_path(address))):
                    relative = os.path.relpath(target, page.file.parent) + hash_ + fragment
                message = f"“{link}” is an absolute link to this site: write {relative}"
                yield Problem(page.file, number, message)


def _path_in_site(link: str, site_url: str) -> str | None:
    """Return the path of an absolute link to the site; None for other links."""
    if link.startswith(site_url):
        return link.removeprefix(site_url)
    if link.startswith("/") and not link.startswith("//"):
        return link.removeprefix(urlsplit(site_url).path).lstrip("/")
    return None
