"""The pictures as they are seen: nothing over anything, nothing cut, on a phone and on a desk."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from dossier.locales import LOCALES, site_path

SMALL: ViewportSize = {"width": 360, "height": 800}
LARGE: ViewportSize = {"width": 1280, "height": 800}
NUMBERS = {
    "dates/": 1,
    "catalogue/": 2,
    "catalogue/grok/": 1,
    "incident/": 1,
    "incident/prompts/": 1,
    "openai/": 1,
    "openai/microsoft/": 1,
}
PATHS = [site_path(locale, path) for path in NUMBERS for locale in LOCALES]

# For each picture shown: its texts with their sizes on the screen, those that touch another or
# leave the drawing, and the drawings side by side that do.
MEASURE = """() => [...document.querySelectorAll("figure.chart svg")]
  .filter(svg => svg.checkVisibility())
  .map(svg => {
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const boxes = [...svg.querySelectorAll("text")].map(text => ({
      words: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * scale,
      box: text.getBoundingClientRect(),
    }));
    const touch = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5 * scale;
    const out = ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    const marks = [...svg.querySelectorAll("path")].map(path => path.getBBox());
    const { width, height } = svg.viewBox.baseVal;
    return {
      texts: boxes.length,
      smallest: Math.min(...boxes.map(({ size }) => size)),
      touching: boxes.flatMap((a, i) => boxes.slice(i + 1)
        .filter(b => touch(a.box, b.box)).map(b => `${a.words} / ${b.words}`)),
      outside: boxes.filter(out).map(({ words }) => words),
      marksOutside: marks.filter(m => m.x < -1 || m.y < -1 || m.x + m.width > width + 1
        || m.y + m.height > height + 1).length,
    };
  })"""


@pytest.fixture(scope="module", params=[SMALL, LARGE], ids=["360", "1280"])
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=request.param) as context:
        yield context


@pytest.fixture(scope="module")
def sheet(screen: BrowserContext) -> Page:
    return screen.new_page()


@pytest.mark.parametrize("path", PATHS)
def test_no_word_touches_another_or_leaves_its_picture(
    path: str, sheet: Page, address: str
) -> None:
    sheet.goto(address + path)
    seen: list[dict[str, Any]] = sheet.evaluate(MEASURE)
    shown_at_once = 2 if path.endswith("dates/") else 1
    assert len(seen) == NUMBERS[path.removeprefix("en/")] * shown_at_once
    for picture in seen:
        assert picture["texts"] > 5
        assert picture["touching"] == []
        assert picture["outside"] == []
        assert picture["marksOutside"] == 0
        assert picture["smallest"] >= 10.9
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_overlap_would_be_seen(sheet: Page, address: str) -> None:
    """What the test above measures is there to be measured."""
    sheet.goto(f"{address}incident/")
    sheet.evaluate(
        """() => {
          const [one, other] = [...document.querySelectorAll("figure.chart svg")]
            .find(svg => svg.checkVisibility()).querySelectorAll("text.head");
          for (const name of ["x", "y"]) other.setAttribute(name, one.getAttribute(name));
        }"""
    )
    [picture] = sheet.evaluate(MEASURE)
    assert len(picture["touching"]) >= 1


def test_a_mark_of_the_axis_leads_to_its_event(sheet: Page, address: str) -> None:
    sheet.goto(f"{address}dates/")
    link = sheet.locator("#picture-axis a[href='#annonce-de-microsoft']")
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#annonce-de-microsoft")).to_be_in_viewport()


def test_the_axis_can_be_passed_by_keyboard(sheet: Page, address: str) -> None:
    sheet.goto(f"{address}dates/")
    skip = sheet.locator(".chart__skip")
    assert skip.bounding_box()["width"] <= 1  # type: ignore[index]
    skip.focus()
    expect(skip).to_be_in_viewport()
    sheet.keyboard.press("Enter")
    assert sheet.url.endswith("#y2015")


def test_marks_step_back_with_the_events_that_are_filtered_out(sheet: Page, address: str) -> None:
    sheet.goto(f"{address}dates/?theme=incident&theme=openai")
    for theme, opacity in (("incident", "1"), ("openai", "1"), ("models", "0.2")):
        mark = sheet.locator(f"#picture-axis a.{theme}").first
        assert mark.evaluate("mark => getComputedStyle(mark).opacity") == opacity, theme


@pytest.mark.parametrize("path", ["openai/", "catalogue/"])
def test_a_picture_prints_with_its_data(path: str, sheet: Page, address: str) -> None:
    sheet.goto(address + path)
    table = sheet.locator(".chart-data table").first
    expect(table).to_be_hidden()
    sheet.emulate_media(media="print")
    assert sheet.locator(".chart-data td").first.evaluate("cell => cell.checkVisibility()")
    expect(sheet.locator(".chart .narrow:visible")).to_have_count(0)
    sheet.emulate_media(media="screen")


@pytest.mark.parametrize("path", ["openai/", "dates/"])
def test_colors_forced_by_the_system_reach_every_mark(
    path: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=LARGE, forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(address + path)
    colors: list[list[str]] = page.locator("figure.chart svg:visible path").evaluate_all(
        """paths => [...new Set(paths.flatMap(path => {
          const { fill, stroke } = getComputedStyle(path);
          return [fill, stroke];
        }))]"""
    )
    names = ("CanvasText", "Canvas", "GrayText")
    system = page.evaluate(
        """names => names.map(name => {
          const part = document.body.appendChild(document.createElement("i"));
          part.style.color = name;
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        })""",
        names,
    )
    assert set(map(str, colors)) <= {*system, "none"}
    context.close()
