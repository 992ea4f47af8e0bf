"""Every page, visited as a reader does."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.measures import BUDGET, CATALOG_BUDGET, SHIFTS, compressed, overlaps, shifts
from tests.browser.visits import DESKTOP, MADE, PAGES, PHONE, Watch, locale_of
from tests.support.site import Site

# After two frames the page has its new width.
OVERFLOW = """() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(
    () => resolve(document.documentElement.scrollWidth - innerWidth))))"""
# 640: the desktop's screen at a zoom of 200 %.
WIDTHS = (320, PHONE["width"], 640, DESKTOP["width"])


@dataclass(frozen=True)
class Visit:
    """What a visit on each screen showed.

    Attributes:
        overflow: the pixels too many, by width of screen.
        shifts: what moved while the page loaded, by width of screen.
        overlaps: texts that stand over others, by width of screen.
        weight: compressed bytes of what was asked for, by address.
    """

    path: str
    offered: bool
    heading: str
    faults: list[str]
    overflow: dict[int, int]
    shifts: dict[int, list[str]]
    overlaps: dict[int, list[str]]
    weight: dict[str, int]


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Page:
    """Who reads English."""
    page = browser.new_page(viewport=DESKTOP, locale="en-US")
    page.add_init_script(SHIFTS)
    return page


@pytest.fixture(scope="module", params=PAGES)
def visited(request: pytest.FixtureRequest, visitor: Page, address: str, site: Site) -> Visit:
    page, url = visitor, address + request.param
    watch = Watch(page, address)
    page.set_viewport_size(DESKTOP)
    page.goto(url)
    offered, heading = page.locator(".offer").is_visible(), page.locator("h1").inner_text()
    moved = {DESKTOP["width"]: shifts(page)}
    weight = {url: compressed(site.folder, address, url) for url in watch.asked}
    faults = watch.end()
    pixels, over = look(page)
    page.set_viewport_size(PHONE)
    page.reload()
    moved[PHONE["width"]] = shifts(page)
    return Visit(request.param, offered, heading, faults, pixels, moved, over, weight)


def look(page: Page) -> tuple[dict[int, int], dict[int, list[str]]]:
    """Return the pixels too many and the texts over texts, by width of screen."""
    pixels, over = {}, {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        pixels[width] = page.evaluate(OVERFLOW)
        over[width] = overlaps(page)
    return pixels, over


def overflow(page: Page) -> dict[int, int]:
    pixels = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        pixels[width] = page.evaluate(OVERFLOW)
    return pixels


def test_the_pages_visited_are_all_of_the_site_or_made_as_they_are(site: Site) -> None:
    assert sorted({*PAGES, *MADE}) == site.pages()
    assert len(PAGES) == len(set(PAGES)) == len(site.pages()) - len(MADE) + 4


def test_a_visit_is_quiet(visited: Visit) -> None:
    assert visited.heading
    assert visited.faults == []


def test_only_a_page_in_another_language_offers_the_reader_s(visited: Visit) -> None:
    assert visited.offered == (locale_of(visited.path) == "fr")


def test_nothing_scrolls_sideways(visited: Visit) -> None:
    assert all(pixels <= 0 for pixels in visited.overflow.values()), visited.overflow


def test_no_text_stands_over_another(visited: Visit) -> None:
    assert {width: texts for width, texts in visited.overlaps.items() if texts} == {}


def test_nothing_moves_while_a_page_loads(visited: Visit) -> None:
    assert {width: moved for width, moved in visited.shifts.items() if moved} == {}


def test_a_first_view_is_light(visited: Visit) -> None:
    heaviest = sorted(visited.weight.items(), key=lambda item: -item[1])
    budget = CATALOG_BUDGET if visited.path.endswith("catalogue/") else BUDGET
    assert sum(visited.weight.values()) <= budget, heaviest


@pytest.mark.parametrize("path", ["lost", "en/lost"])
def test_nor_where_nothing_is(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    pixels = overflow(page)
    assert all(more <= 0 for more in pixels.values()), pixels


def test_a_citation_shows_its_footnote(page: Page, address: str) -> None:
    page.goto(address + "incident/")
    page.locator("#fnref\\:modification a").hover()
    tooltip = page.locator(".md-tooltip2--active")
    tooltip.wait_for()
    text = tooltip.inner_text()
    assert "unauthorized modification" in text
    assert "indy100" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colors_follow_the_system(scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    brightness = sum(int(part) for part in background[4:-1].split(","))
    assert (brightness > 384) == (scheme == "light"), background
