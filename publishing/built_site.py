"""The built site: its pages, and its answers to a browser at its own URL without a network."""

import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Route
from selectolax.lexbor import LexborHTMLParser

from dossier.locales import Locale, site_path
from publishing.errors import PublishingError
from publishing.pages_server import answer


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder and the URL it was built for, which ends with a slash."""

    folder: Path
    url: str

    def html(self, page: str) -> LexborHTMLParser:
        """Return a page by its address relative to the site's root: "en/incident/".

        Raises:
            PublishingError: the page is missing.
        """
        return _parse(self.folder / page / "index.html")

    def section(self, folder: str, locale: Locale) -> list[str]:
        """Return the pages of a section, in the order of their "next" links.

        `folder` is the section's address within its language: "incident/".

        Raises:
            PublishingError: a page of the section cannot be reached from its first page.
        """
        root = site_path(locale, folder)
        found = [root]
        while (following := self._following(found[-1])) and following.startswith(root):
            found.append(following)
        lost = {
            f"{file.parent.relative_to(self.folder).as_posix()}/"
            for file in (self.folder / root).rglob("index.html")
        } - set(found)
        if lost:
            names = ", ".join(sorted(lost))
            raise PublishingError(
                f"no page of {root} links to {names}: add it to nav in mkdocs.yml"
            )
        return found

    def serve(self, context: BrowserContext) -> None:
        """Answer a browser's requests to the site from the folder; abort all others."""

        def respond(route: Route) -> None:
            found = answer(self.folder, urlsplit(self.url).path, route.request.url)
            if found.file is None or not route.request.url.startswith(self.url):
                route.abort()
            else:
                kind = mimetypes.guess_type(found.file.name)[0] or "application/octet-stream"
                route.fulfill(status=found.status, body=found.file.read_bytes(), content_type=kind)

        context.route("**/*", respond)

    def _following(self, page: str) -> str | None:
        link = self.html(page).css_first("link[rel=next]")
        href = link.attributes.get("href") if link else None
        return urljoin(self.url + page, href).removeprefix(self.url) if href else None


def built_site(folder: Path) -> BuiltSite:
    """Return the site in `folder`, with the URL that its home page names.

    Raises:
        PublishingError: there is no site.
    """
    link = _parse(folder / "index.html").css_first("link[rel=canonical]")
    url = link.attributes.get("href") if link else None
    if not url:
        raise PublishingError(f"{folder}/index.html has no canonical URL: run make build again")
    return BuiltSite(folder, url)


@cache
def _parse(file: Path) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PublishingError(f"{file} is missing: run make build first") from None
