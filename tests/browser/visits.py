"""What the browser tests share: the pages to visit, the screens, what a visit must not cause."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response, ViewportSize

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.site import ROOT

DOSSIER = load(ROOT)
MADE = [site_path(page.locale, page.path) for page in DOSSIER.made]
"""The pages that data makes, all by one template."""
STANDING_FOR_THEM = ("catalogue/openai/", "catalogue/xai/")
"""Those that are visited: the longest and that of the Grok models."""
PAGES = [
    *(site_path(page.locale, page.path) for page in DOSSIER.pages),
    *(path for path in MADE if path.removeprefix("en/") in STANDING_FOR_THEM),
]
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


class Watch:
    """What a visit must not cause, noted as it happens, until `end`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.host = urlsplit(address).netloc
        self.faults: list[str] = []
        self.asked: set[str] = set()
        """The addresses that were asked for."""
        self._listeners: dict[str, Callable[..., None]] = {
            "console": lambda message: self._console(message.type, message.text),
            "pageerror": lambda error: self.faults.append(f"script error: {error}"),
            "request": self._request,
            "response": self._response,
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]

    def end(self) -> list[str]:
        """Stop, and return what was noted."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)
        return self.faults

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"console {kind}: {text}")

    def _request(self, request: Request) -> None:
        url = request.url
        self.asked.add(url)
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self.host:
            self.faults.append(f"request to another host: {url}")

    def _response(self, response: Response) -> None:
        if response.status >= 300:
            self.faults.append(f"answer {response.status}: {response.url}")


def locale_of(path: str) -> Locale:
    """Return the language of a page of PAGES."""
    return "en" if path.startswith("en/") else "fr"


def other_than(locale: Locale) -> Locale:
    """Return the other language."""
    return next(other for other in LOCALES if other != locale)


def twin_of(path: str) -> str:
    """Return the address of a page's twin."""
    return path.removeprefix("en/") if path.startswith("en/") else site_path("en", path)
