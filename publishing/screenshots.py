"""Take screenshots: eight pages in both languages and color schemes, on two screens."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser

from dossier.addresses import CATALOG, GLOSSARY, TIMELINE
from dossier.locales import LOCALES, Locale, site_path
from publishing.built_site import BuiltSite
from publishing.rendering import template

PAGES = (
    "", "build-2025/", "build-2025/verbatim/", "incident/", "openai/musk-v-openai/",
    CATALOG, TIMELINE, GLOSSARY,
)  # fmt: skip
"""Addresses within a language."""
SCREENS = {390: 844, 1280: 800}
"""Width and height, in CSS pixels."""
LONGEST = 4000
"""Height of a screenshot in pixels: the rest of a longer page looks the same."""

Scheme = Literal["light", "dark"]
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class Screenshot(NamedTuple):
    """A page as shown in one language and color scheme, at one width in CSS pixels."""

    page: str
    locale: Locale
    scheme: Scheme
    width: int

    @property
    def file(self) -> str:
        """Return the file's name."""
        name = self.page.strip("/").replace("/", "-") or "home"
        return f"{name}-{self.locale}-{self.scheme}-{self.width}.png"


def take_screenshots(site: BuiltSite, browser: Browser, target: Path) -> Iterator[Path]:
    """Write the screenshots and index.html into `target`; yield each file when it is written."""
    target.mkdir(parents=True, exist_ok=True)
    for scheme, width, locale in product(_SCHEMES, SCREENS, LOCALES):
        reader = {"color_scheme": scheme, "locale": locale}
        size = {"width": width, "height": SCREENS[width]}
        with browser.new_context(viewport=size, **reader) as context:  # type: ignore[arg-type]
            site.serve(context)
            page = context.new_page()
            for address in PAGES:
                page.goto(site.url + site_path(locale, address), wait_until="networkidle")
                height = page.evaluate("document.documentElement.scrollHeight")
                clip = {"x": 0, "y": 0, "width": width, "height": min(height, LONGEST)}
                file = target / Screenshot(address, locale, scheme, width).file
                page.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]
                yield file
    shots = [
        [Screenshot(*row, *view) for view in product(_SCHEMES, SCREENS)]
        for row in product(PAGES, LOCALES)
    ]
    index = target / "index.html"
    index.write_text(template("contact-sheet.html").render(rows=shots), encoding="utf-8")
    yield index
