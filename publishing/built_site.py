"""The built site, as a browser is given it: at its own address, without a server or a network."""

import mimetypes
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import BrowserContext, Route
from selectolax.lexbor import LexborHTMLParser

from dossier.locales import Locale, site_path
from publishing.errors import PublishingError


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder, and the address that it was built for, with a slash at its end."""

    folder: Path
    url: str

    def page(self, path: str) -> LexborHTMLParser:
        """Return a page, by its address relative to the site's root: "en/incident/".

        Raises:
            PublishingError: there is no such page.
        """
        return _parse(self.folder / path / "index.html")

    def section(self, folder: str, locale: Locale) -> list[str]:
        """Return the pages of a section, in the order in which they lead to one another.

        `folder` is its address within its language: "incident/".

        Raises:
            PublishingError: a page of the section cannot be reached from its first.
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
                f"no page of {root} leads on to {names}: add it to nav, in mkdocs.yml"
            )
        return found

    def serve(self, context: BrowserContext) -> None:
        """Answer from the folder whatever a browser asks of the site; refuse all else."""
        context.route("**/*", partial(_answer, self))

    def _following(self, path: str) -> str | None:
        link = self.page(path).css_first("link[rel=next]")
        href = link.attributes.get("href") if link else None
        return urljoin(self.url + path, href).removeprefix(self.url) if href else None


def built_site(folder: Path) -> BuiltSite:
    """Return the site in `folder`; its home page names its address.

    Raises:
        PublishingError: there is no site.
    """
    link = _parse(folder / "index.html").css_first("link[rel=canonical]")
    url = link.attributes.get("href") if link else None
    if not url:
        raise PublishingError(f"{folder}/index.html names no address: build the site anew")
    return BuiltSite(folder, url)


def _answer(site: BuiltSite, route: Route) -> None:
    address = route.request.url.split("#")[0].split("?")[0]
    file = site.folder / unquote(urlsplit(address).path.removeprefix(urlsplit(site.url).path))
    if address.endswith("/"):
        file /= "index.html"
    if not address.startswith(site.url):
        route.abort()
    elif file.is_file():
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404)


@cache
def _parse(file: Path) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PublishingError(f"{file} is not there: run make build first") from None
