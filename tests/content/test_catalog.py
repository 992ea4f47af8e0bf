"""The catalog on its pages: each cell of its table as the data have it, and never as markup."""

import dataclasses

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from dossier.catalog.model_table import COLUMNS, Cell, ModelRow, ModelTable, Retirements
from dossier.catalog.schema import Catalog, Maker, Model
from dossier.files.dates import PartialDate
from dossier.locales import LOCALES, Bilingual, Locale
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.html_fragments import restore_fragments
from dossier.rendering.templating import render
from tests.browser.catalog import DOSSIER, FIGURES, FILTERS, MODELS, PATHS, figure, text, values
from tests.support.site import Site, first
from tests.support.tables import read_table

HARMFUL: list[str] = read_table("content/catalog.yml")["harmful"]
"""Texts that data/ cannot have: they are put in behind its checks."""


def with_text(text: str) -> Catalog:
    """Return a catalog of one model that has a text wherever it can have one."""
    note = Bilingual(fr=text, en=text)
    maker = Maker.model_construct(slug="xai", name=text, notes=(note,))
    honest = MODELS[0]
    update = {
        "id": text,
        "maker": maker,
        "server": maker,
        "retirement": PartialDate(2026),
        "replacement": (text, text),
        "versions": (text,),
        "notes": (note,),
        "documents": (honest.documents[0].model_copy(update={"title": text}),),
    }
    return Catalog({"xai": maker}, (honest.model_copy(update=update),), as_of=PartialDate(2026))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("block", "page"),
    [
        ("makers", "catalogue/"),
        ("catalog", "catalogue/"),
        ("which-grok", "catalogue/"),
        ("maker", "catalogue/xai/"),
    ],
)
def test_text_from_the_data_is_never_markup(block: str, page: str, locale: Locale) -> None:
    for harm in HARMFUL:
        made = dataclasses.replace(DOSSIER, catalog=with_text(harm))
        filled = fill_blocks(f"<!-- data: {block} -->", BlockPlace(made, locale, page, []))
        converted = Markdown(extensions=["attr_list", "md_in_html"]).convert(filled)
        html = LexborHTMLParser(restore_fragments(converted))
        assert harm in html.text()
        assert html.css("script, img, em") == []
        for element in html.css("*"):
            for name, value in element.attributes.items():
                assert not name.startswith("on")
                assert not (value or "").startswith("javascript:")


def test_no_cell_of_the_table_can_be_markup() -> None:
    harm = '"><script>alert(1)</script>'
    row = ModelRow(harm, harm, tuple(Cell(harm, harm + " ") for _ in COLUMNS))
    table = ModelTable([row], [], [], Retirements(PartialDate(2026), PartialDate(2027), [row]))
    html = restore_fragments(render("catalog.html", DOSSIER, "fr", table=table))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("locale", LOCALES)
def test_every_cell_of_the_table_is_what_the_data_say(locale: Locale, site: Site) -> None:
    rows = site.html(PATHS[locale]).css(".catalog__table tbody tr")
    for model, row in zip(MODELS, rows, strict=True):
        head = first(row, "th a")
        assert head.text() == model.name
        assert head.attributes["href"] == f"{model.maker.slug}/#{model.key}"
        for column, cell in zip(COLUMNS[1:], row.css("td"), strict=True):
            said, value = expected(column.name, model, locale)
            assert cell.text() == said, (model.id, column.name)
            if column.type == "date" and said:
                assert first(cell, "time").attributes["datetime"] == value, model.id


def expected(column: str, model: Model, locale: Locale) -> tuple[str, str]:
    """Return the text of a cell for readers and for scripts."""
    if column in FILTERS:
        return text(model, column, locale), " ".join(values(model, column))
    value = figure(model, column)
    if value is None:
        return "", ""
    if column == "retirement" and model.retirement:
        return model.retirement.format(locale), str(value)
    decimals = max(2, len(f"{value:g}".partition(".")[2]))
    english = f"{value:,.{decimals}f}" if column.startswith("price_") else f"{value:,}"
    written = english if locale == "en" else english.translate({44: "\u202f", 46: ","})
    return written, f"{value:g}" if column.startswith("price_") else str(value)


def test_the_table_has_every_column(site: Site) -> None:
    heads = site.html(PATHS["fr"]).css(".catalog__table thead th")
    names = [head.attributes["data-column"] for head in heads]
    assert names[0] == "id"
    assert sorted(filter(None, names)) == sorted(["id", *FILTERS, *FIGURES])


def test_only_the_catalog_loads_what_the_table_needs(site: Site) -> None:
    for page in site.pages():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        has_table = "data-catalog" in html
        assert ("javascripts/catalog/table.js" in html) == has_table, page
        assert ("stylesheets/catalog.css" in html) == has_table, page
