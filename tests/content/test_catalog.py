"""The catalog on its pages: what the data say, and never as markup."""

import csv
import dataclasses

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.catalog.schema import Catalog, Maker
from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Bilingual, Locale, site_path
from dossier.rendering.blocks import fill_blocks
from dossier.rendering.html_fragments import restore_fragments
from tests.support.site import ROOT, Site, first, plain

DOSSIER = load(ROOT)
MODELS = DOSSIER.catalog.models


HARMFUL = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;b&gt;",
]
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
    return Catalog({"xai": maker}, (honest.model_copy(update=update),), ())


@pytest.mark.parametrize("block", ["makers", "catalog"])
def test_text_from_the_data_is_never_markup(block: str) -> None:
    for text in HARMFUL:
        made = dataclasses.replace(DOSSIER, catalog=with_text(text))
        for locale in LOCALES:
            filled = fill_blocks(f"<!-- data: {block} -->", "catalogue/", made, locale, [])
            page = restore_fragments(filled)
            html = LexborHTMLParser(page)
            assert text in html.text()
            assert html.css("script, img") == []
            for element in html.css("*"):
                for name, value in element.attributes.items():
                    assert not name.startswith("on")
                    assert not (value or "").startswith("javascript:")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_model_has_a_row_that_leads_to_its_entry(locale: Locale, site: Site) -> None:
    rows = site.html(site_path(locale, "catalogue/")).css(".catalog__table tbody tr")
    assert [first(row, "th").text().strip() for row in rows] == [model.id for model in MODELS]
    for row in rows:
        page, _, key = str(first(row, "th a").attributes["href"]).partition("#")
        assert site.html(site_path(locale, f"catalogue/{page}")).css(f"h3#{key}")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_row_has_the_limits_of_its_model_and_nothing_for_an_unknown_one(
    locale: Locale, site: Site
) -> None:
    with (ROOT / "data/catalog/models.csv").open(encoding="utf-8", newline="") as file:
        data = list(csv.DictReader(file))
    table = first(site.html(site_path(locale, "catalogue/")), ".catalog__table")
    columns = [head.attributes["data-column"] for head in table.css("thead th")]
    assert len(data) > 250
    for row, model in zip(table.css("tbody tr"), data, strict=False):
        cells = dict(zip(columns, (plain(cell.text()) for cell in row.css("th, td")), strict=True))
        assert cells["id"] == model["id"]
        for column in ("context", "max_input", "max_output"):
            shown = cells[column].replace(" " if locale == "fr" else ",", "")
            assert shown == model[column], (model["id"], column)
