"""The catalog on its pages: what the data say, and nothing that the data could smuggle in."""

import dataclasses

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.catalogue.schema import Catalog, Maker
from dossier.dates import PartialDate
from dossier.fill import fill_blocks
from dossier.load import load
from dossier.locales import LOCALES, Bilingual, Locale, site_path
from tests.site import ROOT, Site, first, plain

DOSSIER = load(ROOT)
BLOCKS_OF_MODELS = ["grok-models"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_shows_every_grok_model_and_its_figures(locale: Locale, site: Site) -> None:
    rows = site.html(site_path(locale, "catalogue/")).css("tbody tr")
    models = DOSSIER.catalog.of("xai")
    assert [first(row, "th").text().strip() for row in rows] == [model.id for model in models]
    for row, model in zip(rows, models, strict=True):
        shown = [plain(cell.text()).strip() for cell in row.css("td.number")]
        limits = model.context, model.max_input, model.max_output
        separator = " " if locale == "fr" else ","
        empty = "non indiqué" if locale == "fr" else "not stated"
        assert shown == [f"{n:,}".replace(",", separator) if n else empty for n in limits]
        links = [a.attributes["href"] for a in row.css("td a")]
        assert links == [model.documents[0].url]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "<a href=javascript:alert(1)>x</a>",
        "&lt;b&gt;",
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("block", BLOCKS_OF_MODELS)
def test_what_the_data_hold_is_text_on_the_page(block: str, locale: Locale, text: str) -> None:
    """The data refuse such cells: here they are set behind their back."""
    note = Bilingual(fr=text, en=text)
    maker = Maker.model_construct(slug="xai", name=text, notes=(note,))
    honest = DOSSIER.catalog.models[0]
    model = honest.model_copy(
        update={
            "id": text,
            "maker": maker,
            "server": maker,
            "retirement": PartialDate(2026),
            "replacement": (text, text),
            "versions": (text,),
            "notes": (note,),
            "documents": (honest.documents[0].model_copy(update={"title": text}),),
        }
    )
    made = dataclasses.replace(DOSSIER, catalog=Catalog({"xai": maker}, (model,), ()))
    html = LexborHTMLParser(fill_blocks(f"<!-- data: {block} -->", "catalogue/", made, locale, []))
    assert text in html.text()
    assert html.css("script, img") == []
    for element in html.css("*"):
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            assert not (value or "").startswith("javascript:")
