"""The pages that the browser tests visit, and what no visit may cause."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.site import ROOT

DOSSIER = load(ROOT)
MADE = [site_path(page.locale, page.path) for page in DOSSIER.made]
"""The pages made from data, all by one template."""
VISITED_OF_MADE = ("catalogue/openai/", "catalogue/xai/")
"""The longest of them and the one with the Grok models."""
PAGES = [
    *(site_path(page.locale, page.path) for page in DOSSIER.pages),
    *(path for path in MADE if path.removeprefix("en/") in VISITED_OF_MADE),
]


class Watch:
    """The problems of a visit, recorded as they happen until `end`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        self.requested: set[str] = set()
        self._listeners: dict[str, Callable[..., None]] = {
            "console": lambda message: self._console(message.type, message.text),
            "pageerror": lambda error: self.problems.append(f"script error: {error}"),
            "request": self._request,
            "response": self._response,
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]

    def end(self) -> list[str]:
        """Stop recording and return the problems."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)
        return self.problems

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(f"console {kind}: {text}")

    def _request(self, request: Request) -> None:
        url = request.url
        self.requested.add(url)
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname != "127.0.0.1":
            self.problems.append(f"request to another host: {url}")

    def _response(self, response: Response) -> None:
        if response.status >= 300:
            self.problems.append(f"status {response.status}: {response.url}")


def locale_of(path: str) -> Locale:
    return "en" if path.startswith("en/") else "fr"


def other_than(locale: Locale) -> Locale:
    return next(other for other in LOCALES if other != locale)


def twin_of(path: str) -> str:
    """Return the path of a page's translation."""
    return path.removeprefix("en/") if path.startswith("en/") else site_path("en", path)


# By turns in French and in English, so that both are tested as the page that a visit begins on.
_FRENCH = [path for path in PAGES if locale_of(path) == "fr"]
ONE_OF_EACH_PAIR = [twin_of(path) if number % 2 else path for number, path in enumerate(_FRENCH)]
"""A page of each pair of translations."""
