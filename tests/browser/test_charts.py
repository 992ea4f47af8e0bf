"""The charts as they are seen: nothing overlaps or is cut off, on a phone and on a desktop."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dossier.locales import LOCALES, site_path
from tests.support.each import check_every
from tests.support.screens import NewPage

WIDTHS = (1280, 360)
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

# For each visible chart: its texts and their size on the screen, those that touch another or
# leave the drawing, and the marks that leave it.
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


@dataclass(frozen=True)
class ShownCharts:
    """The measures of the charts of a page on a screen of a width."""

    path: str
    width: int
    charts: list[dict[str, Any]]

    @property
    def problems(self) -> list[Any]:
        shown_at_once = 2 if self.path.endswith("dates/") else 1
        expected = NUMBERS[self.path.removeprefix("en/")] * shown_at_once
        wrong: list[Any] = [chart for chart in self.charts if not is_readable(chart)]
        return wrong if len(self.charts) == expected else [f"{expected} expected", *self.charts]


def is_readable(chart: dict[str, Any]) -> bool:
    is_whole = not (chart["touching"] or chart["outside"] or chart["marksOutside"])
    return bool(is_whole and chart["texts"] > 5 and chart["smallest"] >= 10.9)


@pytest.fixture(scope="module")
def shown(reader: BrowserContext) -> list[ShownCharts]:
    page, found = reader.new_page(), []
    for path in PATHS:
        page.goto(path)
        for sheet, width in zip(at_each_width(page), WIDTHS, strict=True):
            found.append(ShownCharts(path, width, sheet.evaluate(MEASURE)))
    page.close()
    return found


def at_each_width(page: Page) -> Iterator[Page]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        yield page


def test_no_word_touches_another_or_leaves_its_chart(shown: list[ShownCharts]) -> None:
    check_every(shown, lambda charts: charts.problems, "dossier/charts/")


def test_an_overlap_is_found(page: Page) -> None:
    page.goto("incident/")
    for sheet in at_each_width(page):
        sheet.evaluate(
            """() => {
              const [one, other] = [...document.querySelectorAll("figure.chart svg")]
                .find(svg => svg.checkVisibility()).querySelectorAll("text.head");
              for (const name of ["x", "y"]) other.setAttribute(name, one.getAttribute(name));
            }"""
        )
        [chart] = sheet.evaluate(MEASURE)
        assert not is_readable(chart) and len(chart["touching"]) >= 1


def test_a_mark_of_the_axis_leads_to_its_event_and_can_be_skipped(page: Page) -> None:
    page.goto("dates/")
    for sheet in at_each_width(page):
        skip = sheet.locator(".chart__skip")
        assert skip.bounding_box()["width"] <= 1  # type: ignore[index]
        skip.focus()
        expect(skip).to_be_in_viewport()
        sheet.keyboard.press("Enter")
        assert sheet.url.endswith("#y2015")
        link = sheet.locator("#picture-axis a[href='#annonce-de-microsoft']")
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
        sheet.keyboard.press("Enter")
        expect(sheet.locator("#annonce-de-microsoft")).to_be_in_viewport()
        assert sheet.url.endswith("#annonce-de-microsoft")


def test_the_marks_of_filtered_events_are_faint(page: Page) -> None:
    page.goto("dates/?theme=incident&theme=openai")
    for sheet in at_each_width(page):
        for theme, opacity in (("incident", "1"), ("openai", "1"), ("models", "0.2")):
            mark = sheet.locator(f"#picture-axis a.{theme}").first
            assert mark.evaluate("mark => getComputedStyle(mark).opacity") == opacity, theme


@pytest.mark.parametrize("path", ["openai/", "catalogue/"])
def test_a_chart_prints_with_its_data(path: str, page: Page) -> None:
    page.goto(path)
    for sheet in at_each_width(page):
        sheet.emulate_media(media="screen")
        expect(sheet.locator(".chart-data table").first).to_be_hidden()
        sheet.emulate_media(media="print")
        assert sheet.locator(".chart-data td").first.evaluate("cell => cell.checkVisibility()")
        expect(sheet.locator(".chart .narrow:visible")).to_have_count(0)


@pytest.mark.parametrize("path", ["openai/", "dates/"])
def test_colors_forced_by_the_system_reach_every_mark(path: str, new_page: NewPage) -> None:
    page = new_page(forced_colors="active", color_scheme="dark")
    page.goto(path)
    colors = page.locator("figure.chart svg:visible path").evaluate_all(
        """paths => [...new Set(paths.flatMap(path => {
          const { fill, stroke } = getComputedStyle(path);
          return [fill, stroke];
        }))]"""
    )
    system = page.evaluate(
        """names => names.map(name => {
          const part = document.body.appendChild(document.createElement("i"));
          part.style.color = name;
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        })""",
        ["CanvasText", "Canvas", "GrayText"],
    )
    assert colors and set(colors) <= {*system, "none"}
