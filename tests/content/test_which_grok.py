"""“Which Grok now?” and the contradictions: what the pages show is what the catalog has."""

import dataclasses
import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.catalog.notation import number, price
from dossier.catalog.schema import Catalog, Model
from dossier.catalog.which_grok import GROK, way_out, which_grok
from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Locale
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.html_fragments import restore_fragments
from tests.support.catalog_rows import row_of
from tests.support.each import each_reported
from tests.support.site import ROOT, first, plain

DOSSIER = load(ROOT)
CATALOG = DOSSIER.catalog
EACH = pytest.mark.parametrize("locale", LOCALES)


def filled(
    block: str, locale: Locale, catalog: Catalog = CATALOG, path: str = "catalogue/"
) -> LexborHTMLParser:
    made = dataclasses.replace(DOSSIER, catalog=catalog)
    place = BlockPlace(made, locale, path, [])
    return LexborHTMLParser(restore_fragments(fill_blocks(f"<!-- data: {block} -->", place)))


def word(key: str, locale: Locale) -> str:
    return DOSSIER.wording[key][locale]


def model(printed: str) -> Model:
    found = CATALOG.find(printed)
    assert found, printed
    return found


def changed(**updates: Mapping[str, object]) -> Catalog:
    """Return the catalog with fields of models changed, by key with _ for -."""
    models = [
        one.model_copy(update=updates.get(one.key.replace("-", "_"), {})) for one in CATALOG.models
    ]
    return dataclasses.replace(CATALOG, models=tuple(models))


def rows(html: LexborHTMLParser) -> dict[str, LexborNode]:
    """Return the rows of both tables by the key of each model that they name."""
    links = [(link, row) for row in html.css(".groks tbody tr") for link in row.css("th a")]
    assert len({link.attributes["id"] for link, _ in links}) == len(links)
    return {str(link.attributes["id"]): row for link, row in links}


@EACH
def test_each_grok_has_its_state_dates_regions_price_and_context(locale: Locale) -> None:
    shown = rows(filled("which-grok", locale))
    assert sorted(shown) == sorted(one.key for one in CATALOG.of(GROK))
    with each_reported("the template which-grok.html") as at:
        for one in CATALOG.of(GROK):
            text = plain(shown[one.key].text())
            size = one.context or one.max_input
            expected = [word(f"catalog-lifecycle-{one.lifecycle}", locale)]
            expected += [number(size, locale)] if size else [word("not-stated", locale)]
            expected += [one.retirement.format(locale)] if one.retirement else []
            if one.lifecycle != "retired":
                for stated in one.regions:
                    name = word(f"catalog-deployment-{stated.deployment}", locale)
                    where = str(stated.count) if stated.count > 1 else stated.names[0]
                    expected.append(f"{name}{word('colon', locale)} {where}")
            if one.listing and one.listing.price_input is not None:
                expected.append(price(one.listing.price_input, locale))
            with at(one.id):
                assert [part for part in map(plain, expected) if part not in text] == []
                href = f"{one.maker.slug}/#{one.key}"
                links = [link.attributes["href"] for link in shown[one.key].css("th a")]
                assert any(str(link).endswith(href) for link in links)


@EACH
def test_the_price_that_microsoft_announced_stands_beside_that_of_models_dev(
    locale: Locale,
) -> None:
    text = plain(rows(filled("which-grok", locale))["grok-4"].text())
    figures = [price(Decimal(printed), locale) for printed in ("3", "15", "5.50", "27.50")]
    assert [figure for figure in figures if figure not in text] == []
    assert plain(word("catalog-publisher-microsoft-blog", locale)) in text


def test_models_that_differ_only_in_name_share_a_row() -> None:
    offers = which_grok(CATALOG)["offers"]
    shared = [sorted(one.key for one in offer.models) for offer in offers if offer.models[1:]]
    assert ["grok-4-20-non-reasoning", "grok-4-20-reasoning"] in shared


# The way from a model that is gone


def test_the_way_from_grok_3_leads_to_a_model_that_is_sold() -> None:
    way = way_out(CATALOG, model("grok-3"))
    assert [step.key for step in way.steps] == ["grok-4"]
    assert way.arrives
    assert [change.before.field for change in way.changes] == [
        "max_input", "max_output", "reasoning",
    ]  # fmt: skip
    assert [one.id for one in way.alike] == ["grok-4.1-fast-non-reasoning"]


def test_a_difference_of_notation_is_no_change() -> None:
    way = way_out(CATALOG, model("grok-3-mini"))
    assert [change.before.field for change in way.changes] == ["inputs"]
    assert way.alike == ()


@EACH
def test_the_way_goes_on_if_a_replacement_is_gone_too(locale: Locale) -> None:
    gone = {"lifecycle": "retired", "replacement": ("grok-4.7",)}
    catalog = changed(grok_4=gone)
    item = plain(filled("which-grok", locale, catalog).css(".ways li")[-2].text())
    assert item.startswith("grok-3")
    assert [name in item for name in ("grok-4 (", "grok-4.7 (")] == [True, True]
    lost = changed(grok_4={"lifecycle": "retired", "replacement": ("grok-3",)})
    item = plain(filled("which-grok", locale, lost).css(".ways li")[-2].text())
    assert plain(word("grok-nowhere", locale)) in item


@EACH
def test_our_reading_is_called_ours(locale: Locale) -> None:
    html = filled("which-grok", locale)
    ours = plain(word("grok-compared", locale)).partition(":")[0].strip()
    captions = [plain(part.text()) for part in html.css(".ways + details caption")]
    assert [caption.startswith(ours) for caption in captions] == [True]
    suggested = [plain(item.text()) for item in html.css(".ways li") if len(item.css("a")) > 1]
    assert suggested
    assert [text for text in suggested if f". {ours}" not in text] == []


# A retirement date that has passed


def passed() -> list[Model]:
    """Return the models whose date has passed by the newest document, and not called retired."""
    assert CATALOG.as_of
    day = CATALOG.as_of.first_day()

    def is_passed(one: Model) -> bool:
        cells = CATALOG.cells[one.key]
        if "retirement" not in cells or cells["lifecycle"].value == "retired":
            return False
        return bool(cells["retirement"].value.day_after() <= day)

    return [one for one in CATALOG.models if is_passed(one)]


@EACH
def test_a_passed_date_is_never_shown_as_alive(locale: Locale) -> None:
    table = filled("catalog", locale)
    label = plain(word("catalog-lifecycle-date-passed", locale))
    assert len(passed()) > 5
    with each_reported("dossier/catalog/rule.py, or the template of the page named") as at:
        for one in passed():
            row = first(table, row_of(one.key))
            path = f"catalogue/{one.maker.slug}/"
            made = dataclasses.replace(DOSSIER, catalog=CATALOG)
            page = fill_blocks("<!-- data: maker -->", BlockPlace(made, locale, path, []))
            group = page.partition("{#group-date-passed}")[2].partition("\n## ")[0]
            entry = group.partition(f"{{#{one.key}}}")[2].partition("\n### ")[0]
            with at(f"{one.id}, table"):
                assert label in plain(row.text())
            with at(f"{one.id}, {path}"):
                assert label in plain(restore_fragments(entry))


@EACH
def test_a_grok_whose_date_has_passed_is_among_those_to_replace(locale: Locale) -> None:
    catalog = changed(grok_4_6={"lifecycle": "date-passed", "retirement": PartialDate(2026, 9, 1)})
    html = filled("which-grok", locale, catalog)
    text = plain(rows(html)["grok-4-6"].text())
    assert plain(word("catalog-lifecycle-date-passed", locale)) in text
    assert f"({plain(word('catalog-lifecycle-preview', locale))})" in text
    assert first(html, ".ways + details #grok-4-6")
    assert "grok-4.6" in first(html, ".ways").text()


@EACH
def test_the_dates_of_the_newest_document_and_of_the_prices_are_beside_the_table(
    locale: Locale,
) -> None:
    text = plain(filled("catalog-dates", locale).text())
    assert CATALOG.as_of
    read_on = max((one.listing.as_of for one in CATALOG.models if one.listing), key=str)
    for date in (CATALOG.as_of, read_on):
        assert plain(date.format(locale)) in text
    assert re.search(rf"\b{len(passed())}\b", text)


# The contradictions


@EACH
def test_the_contradictions_are_all_listed_and_counted_alike(locale: Locale) -> None:
    html = filled("contradictions", locale, path="catalogue/contradictions/")
    conventions = [one for one in CATALOG.contradictions if one.convention]
    expected = [
        len(CATALOG.contradictions) - len(conventions), len(conventions), len(CATALOG.histories),
    ]  # fmt: skip
    for block in ("contradictions", "contradiction-count"):
        sentence = plain(filled(block, locale).text())
        assert [int(n) for n in re.findall(r"\d+", sentence)[:3]] == expected, block
    cells = [[int(cell.text()) for cell in row.css("td")] for row in html.css("tbody tr")]
    assert [sum(column) for column in zip(*cells, strict=True)] == expected
    assert len(html.css(".facts > div")) == sum(expected)
    linked = [int(link.text()) for link in html.css("tbody a")]
    assert sum(linked) == sum(expected)
