"""The charts: in both languages, named, with the same data in words, true to their sources."""

import datetime
import gzip
import re
from collections.abc import Iterable
from itertools import chain, combinations, pairwise, product
from typing import cast

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.charts.axis import MARKS, MONTHS_FROM, axis_drawings
from dossier.charts.grok import model_lives
from dossier.charts.label_placement import LabeledPoint, place_labels
from dossier.charts.makers import count_by_maker
from dossier.charts.prices import price_points
from dossier.charts.schema import DateChart, DateMark, HourChart, MarkedRow
from dossier.charts.text_width import wrapped
from dossier.evidence.events import Theme
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain
from tests.support.tables import read_table

DOSSIER = load(ROOT)
CHARTS = DOSSIER.charts
MAY_14 = cast(HourChart, CHARTS.rows["chart-may-14"])
MONEY = cast(DateChart, CHARTS.rows["chart-money"])
PROMPTS = cast(DateChart, CHARTS.rows["chart-prompts"])
PLACES: dict[str, str] = read_table("content/charts.yml")["places"]
EACH = pytest.mark.parametrize("locale", LOCALES)


def published(name: str) -> str:
    """Return the id of a chart's figure: published addresses stay."""
    return name.replace("chart-", "picture-")


def figure(site: Site, name: str, locale: Locale) -> LexborNode:
    return first(site.html(site_path(locale, PLACES[name])), f"figure#{published(name)}")


def rows(site: Site, name: str, locale: Locale) -> list[LexborNode]:
    """Return the rows of the table below a chart."""
    selector = f"figure#{published(name)} + details table"
    return first(site.html(site_path(locale, PLACES[name])), selector).css("tbody tr")


@EACH
def test_a_chart_is_light_and_described_in_the_language_of_the_page(
    locale: Locale, site: Site
) -> None:
    other = next(one for one in LOCALES if one != locale)
    with each_reported("the template charts/figure.html, or the words in data/charts/") as at:
        for name in PLACES:
            drawings = figure(site, name, locale).css("svg")
            words = [plain(node.text()) for node in drawings[0].css("title, desc")][:2]
            twin = figure(site, name, other).css("svg")[0]
            theirs = [plain(node.text()) for node in twin.css("title, desc")][:2]
            with at(name):
                assert len(drawings) == 2
                for svg in drawings:
                    title, description = first(svg, "title"), first(svg, "desc")
                    assert svg.attributes["aria-labelledby"] == f"{title.id} {description.id}"
                    assert svg.attributes["role"] == ("group" if svg.css_first("a") else "img")
                assert all(words)
                assert not set(words) & set(theirs)
                assert weight(site, name, locale) < 8192


def weight(site: Site, name: str, locale: Locale) -> int:
    """Return the compressed bytes that a chart adds to its page."""
    page = (site.folder / site_path(locale, PLACES[name]) / "index.html").read_bytes()
    chart = rb'<figure class="chart[^>]*id="%s".*?</figure>' % published(name).encode()
    without = re.sub(chart, b"", page, flags=re.DOTALL)
    assert len(without) < len(page)
    return len(gzip.compress(page)) - len(gzip.compress(without))


@EACH
def test_the_table_of_a_story_cites_the_claims_of_its_chart(locale: Locale, site: Site) -> None:
    with each_reported("the template charts/figure.html") as at:
        for name, claims in CHARTS.claims.items():
            citations = [sup for row in rows(site, name, locale) for sup in row.css("sup[id]")]
            cited = [str(sup.id).partition(":")[2] for sup in citations]
            with at(name):
                assert list(dict.fromkeys(cited)) == claims or name == "chart-grok"
                assert set(cited) == set(claims)


@EACH
def test_chart_and_table_say_the_same(locale: Locale, site: Site) -> None:
    with each_reported("the templates of charts/") as at:
        for name in CHARTS.rows:
            texts = [
                [plain(text_of(cell)) for cell in row.css("td")][1:]
                for row in rows(site, name, locale)
            ]
            for svg in figure(site, name, locale).css("svg"):
                drawn = [words_of(text) for text in svg.css("text.head, text.aside, text.what")]
                with at(name):
                    assert drawn == list(chain(*texts))


def text_of(cell: LexborNode) -> str:
    """Return the words of a cell without its citations."""
    copy = first(LexborHTMLParser(f"<p>{cell.inner_html}</p>"), "p")
    for sup in copy.css("sup"):
        sup.decompose()
    return copy.text().strip()


def words_of(text: LexborNode) -> str:
    """Return the words of a text in a chart, its lines joined."""
    lines = [first(LexborHTMLParser(text.html or ""), "text").text(deep=False)]
    lines += [span.text() for span in text.css("tspan")]
    return plain(" ".join(lines)).strip()


def statements(claims: Iterable[str]) -> str:
    return " ".join(DOSSIER.claims[claim].statement.en for claim in claims)


def chart_rows(chart: DateChart) -> list[MarkedRow[DateMark]]:
    return [row for group in chart.groups for row in group.rows]


def test_amounts_are_those_of_their_claims() -> None:
    for row in chart_rows(MONEY):
        for billions in filter(None, (mark.billions for mark in row.marks)):
            assert f"${billions} billion" in statements(row.claims)
            assert f"${billions} billion" in row.what.en


@pytest.mark.parametrize("chart", [MONEY, PROMPTS], ids=["money", "prompts"])
def test_dates_are_those_of_the_claims(chart: DateChart) -> None:
    for row in chart_rows(chart):
        text = statements(row.claims)
        for moment in filter(None, chain(*((mark.start, mark.end) for mark in row.marks))):
            assert str(moment.date.year) in text
            if moment.date.month:
                # “By early 2024” is of the claim's source, of February 26.
                assert moment.date.first_day().strftime("%B") in text or "early 2024" in text


def test_hours_are_those_of_the_claims() -> None:
    given = {
        (day.day.day, mark.start)
        for day in MAY_14.days
        for row in day.rows
        for mark in row.marks
        if mark.shape == "point"
    }
    assert given == {(14, 3.25), (15, 13 + 58 / 60), (15, 17.05), (15, 18 + 8 / 60)}
    for hour in ("13:58", "17:03", "6:08 p.m.", "3:15 AM"):
        assert hour in statements(["depot-public", "modification"])


def test_fourteen_commits_are_on_eleven_days() -> None:
    dates = [mark.start for row in PROMPTS.groups[1].rows for mark in row.marks]
    assert [str(date) for date in dates] == read_table("content/charts.yml")["commits"]
    assert "14 commits" in statements(["quatorze-commits"])


@EACH
def test_each_event_is_a_mark_of_its_theme_that_links_to_it(locale: Locale, site: Site) -> None:
    page = figure(site, "chart-axis", locale)
    links = page.css("svg a")
    assert {str(link.attributes["href"]) for link in links} == {f"#{key}" for key in DOSSIER.events}
    assert len(links) == len(DOSSIER.events)
    for link in links:
        event = DOSSIER.events[str(link.attributes["href"])[1:]]
        assert link.attributes["class"] == f"mark {event.theme}"
        assert MARKS[event.theme] in str(first(link, "path").attributes["d"])
        date, _, what = first(link, "title").text().partition(" · ")
        assert date == event.date.format(locale)
        assert event.what[locale].startswith(what.removesuffix("…"))
        assert len(what) > 40 or what == event.what[locale]


def test_events_are_on_their_year_then_on_their_month() -> None:
    early, late = axis_drawings(DOSSIER.events, "en", DOSSIER.words("en"))
    dated: dict[str, datetime.date] = {
        f"#{key}": event.date.date.first_day() for key, event in DOSSIER.events.items()
    }
    for drawing, unit in ((early, "%Y"), (late, "%Y-%m")):
        columns: dict[float, set[str]] = {}
        for part in drawing.named:
            if part.href:
                x = float(part.shapes[0].path[1:].split()[0])
                columns.setdefault(x, set()).add(dated[part.href].strftime(unit))
        assert all(len(units) == 1 for units in columns.values())
        units = [unit for _, (unit,) in sorted((x, tuple(u)) for x, u in columns.items())]
        assert units == sorted(set(units))
        assert all((int(unit[:4]) >= MONTHS_FROM) == (drawing is late) for unit in units)


def test_each_theme_has_a_shape_of_its_own() -> None:
    themes: set[Theme] = {event.theme for event in DOSSIER.events.values()}
    assert len({MARKS[theme] for theme in themes}) == len(themes) == 4


def test_every_model_is_counted_once() -> None:
    counted = count_by_maker(DOSSIER.catalog)
    assert sum(count.total for count in counted) == len(DOSSIER.catalog.models)
    for count in counted:
        assert count.total == sum(count.by_filling.values()) == len(DOSSIER.catalog.of(count.slug))
    assert all(one.total >= other.total for one, other in pairwise(counted))


@EACH
def test_every_point_of_a_price_is_a_row_of_its_table(locale: Locale, site: Site) -> None:
    cells = [first(row, "td:last-child") for row in rows(site, "chart-prices", locale)]
    named = [plain(cell.text()).split(", ") for cell in cells]
    points = price_points(DOSSIER.catalog)
    assert named == [[model.id for model in point.models] for point in points]


def test_every_price_with_its_context_is_a_point() -> None:
    shown = [model.key for point in price_points(DOSSIER.catalog) for model in point.models]
    given = [
        model.key
        for model in DOSSIER.catalog.models
        if model.listing and model.listing.context and model.listing.price_input
    ]
    assert sorted(shown) == sorted(given)


def test_a_scheduled_retirement_differs_from_one_that_is_done() -> None:
    told = {life.model.id: life for life in model_lives(DOSSIER.catalog.of("xai"), CHARTS.grok)}
    assert len(told) == len(DOSSIER.catalog.of("xai"))
    assert set(CHARTS.grok.steps) == {life.model.key for life in told.values() if life.steps}
    done = sorted(name for name, life in told.items() if life.retired)
    assert done == read_table("content/charts.yml")["retired"]
    for life in told.values():
        if life.model.retirement and not life.retired:
            assert life.model.retirement.first_day() > CHARTS.grok.until.first_day()
        if life.retired and life.model.lifecycle_as_of and life.model.retirement:
            assert life.model.lifecycle_as_of.first_day() >= life.model.retirement.first_day()


def test_steps_of_a_life_are_those_of_their_claims() -> None:
    for key, steps in CHARTS.grok.steps.items():
        for step in steps:
            day = step.date.format("en").removesuffix(f", {step.date.year}")
            assert day in statements(step.claims), key


def test_lines_break_neither_within_a_number_nor_beside_it() -> None:
    words = "May 19, 2025 is the day of 13 billion and of Grok 3"
    lines = ("May 19, 2025 is", "the", "day", "of 13 billion", "and", "of", "Grok 3")
    assert wrapped(words, 1, 12) == lines
    assert " ".join(wrapped(words, 120, 12)) == words


def test_labels_touch_neither_each_other_nor_a_point() -> None:
    crowd = [
        LabeledPoint(f"model-{n}", 100 + n % 5 * 12, 100 + n // 5 * 9, 4, n % 7 == 0)
        for n in range(25)
    ]
    labels = place_labels(crowd, (0, 0, 400, 300), most=25)
    assert 4 <= len(labels) < 25
    boxes, points = [label.box for label in labels], [point.box for point in crowd]
    for one, other in chain(combinations(boxes, 2), product(boxes, points)):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
