"""Every page, visited as a reader does."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from dossier.locales import LOCALES, site_path
from dossier.pages import read_pages
from tests.site import ROOT, Site

PAGES = [site_path(page.locale, page.path) for page in read_pages(ROOT / "docs")]
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


class Watch:
    """What a visit must not cause, noted as it happens."""

    def __init__(self, page: Page, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.faults: list[str] = []
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("response", self._response)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"console {kind}: {text}")

    def _request(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self.host:
            self.faults.append(f"request to another host: {url}")

    def _response(self, response: Response) -> None:
        if response.status >= 300:
            self.faults.append(f"answer {response.status}: {response.url}")


def test_the_pages_visited_are_all_of_the_site(site: Site) -> None:
    assert sorted(PAGES) == site.pages()


@pytest.mark.parametrize("path", PAGES)
def test_a_visit_is_quiet(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    watch = Watch(page, address)
    page.goto(address + path, wait_until="networkidle")
    heading = page.locator("h1").inner_text()
    page.close()
    assert heading
    assert watch.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reads_without_scripts(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + path)
    try:
        assert page.locator("article h1").is_visible()
        assert all(link.is_visible() for link in page.locator(".languages a").all())
    finally:
        context.close()


@pytest.mark.parametrize("path", [*PAGES, "lost", "en/lost"])
def test_nothing_scrolls_sideways(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + path, wait_until="networkidle")
    overflow = {}
    for width in (320, PHONE["width"], DESKTOP["width"]):
        page.set_viewport_size({"width": width, "height": 800})
        overflow[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert all(pixels <= 0 for pixels in overflow.values()), f"pixels by width: {overflow}"


@pytest.mark.parametrize("path", PAGES)
def test_the_switch_leads_to_the_twin_and_back(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)
    watch = Watch(page, address)
    page.goto(address + path, wait_until="networkidle")
    for locale in (other := [lang for lang in LOCALES if lang != _locale(path)]) + [_locale(path)]:
        page.locator(f".languages a[hreflang={locale}]").click()
        page.wait_for_load_state("networkidle")
        assert page.locator("html").get_attribute("lang") == locale
        assert page.locator(".languages [aria-current]").get_attribute("hreflang") == locale
    url = page.url
    page.close()
    assert other
    assert url == address + path
    assert watch.faults == []


def test_a_citation_shows_its_footnote(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + "incident/", wait_until="networkidle")
    page.locator("#fnref\\:modification a").hover()
    tooltip = page.locator(".md-tooltip2--active")
    tooltip.wait_for()
    text = tooltip.inner_text()
    page.close()
    assert "unauthorized modification" in text
    assert "indy100" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colors_follow_the_system(scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    brightness = sum(int(part) for part in background[4:-1].split(","))
    assert (brightness > 384) == (scheme == "light"), background


def _locale(path: str) -> str:
    return "en" if path.startswith("en/") else "fr"
