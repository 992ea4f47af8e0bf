"""The table of models says in each cell what the data says, and nothing in it can be markup."""

import pytest

from dossier.catalog.model_table import COLUMNS, Cell, ModelRow, ModelTable
from dossier.load import load
from dossier.locales import LOCALES, Locale
from dossier.rendering.html_fragments import restore_fragments
from dossier.rendering.templating import render
from tests.browser.catalog import DOSSIER, FIGURES, MODELS, PATHS, VALUES, figure, text
from tests.support.site import ROOT, Site, first

HARM = '"><script>alert(1)</script>'


@pytest.mark.parametrize("locale", LOCALES)
def test_every_cell_says_what_the_data_says(locale: Locale, site: Site) -> None:
    rows = site.html(PATHS[locale]).css(".catalog__table tbody tr")
    assert len(rows) == len(MODELS)
    for model, row in zip(MODELS, rows, strict=True):
        head = first(row, "th a")
        assert head.text() == model.id
        assert head.attributes["href"] == f"{model.maker.slug}/#{model.key}"
        for column, cell in zip(COLUMNS[1:], row.css("td"), strict=True):
            label = DOSSIER.wording[column.word][locale]
            assert cell.attributes["data-label"] == label
            said = (cell.text(), cell.attributes.get("data-value", cell.text()))
            assert said == expected(column.name, model.key, locale), (model.id, column.name)


def expected(column: str, key: str, locale: Locale) -> tuple[str, str]:
    """Return what a cell says to readers and to scripts."""
    model = next(one for one in MODELS if one.key == key)
    if column in VALUES:
        return text(model, column, locale), " ".join(VALUES[column](model))
    value = figure(model, column)
    if value is None:
        return "", ""
    if column == "retirement" and model.retirement:
        return model.retirement.format(locale), str(value)
    decimals = max(2, len(f"{value:g}".partition(".")[2]))
    english = f"{value:,.{decimals}f}" if column.startswith("price_") else f"{value:,}"
    written = english if locale == "en" else english.translate({44: "\u202f", 46: ","})
    return written, f"{value:g}" if column.startswith("price_") else str(value)


def test_each_column_is_there(site: Site) -> None:
    heads = site.html(PATHS["fr"]).css(".catalog__table thead th")
    names = [head.attributes["data-column"] for head in heads]
    assert names[0] == "id"
    assert sorted(filter(None, names)) == sorted(["id", *VALUES, *FIGURES])


def test_no_cell_can_be_markup() -> None:
    cells = tuple(Cell(HARM, HARM + " ") for _ in COLUMNS)
    table = ModelTable([ModelRow(HARM, HARM, cells)], [])
    html = restore_fragments(render("catalog.html", load(ROOT), "fr", table=table))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
