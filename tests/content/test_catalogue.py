import pytest

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.site import ROOT, Site, first, plain


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_shows_every_grok_model_and_its_figures(locale: Locale, site: Site) -> None:
    rows = site.html(site_path(locale, "catalogue/")).css("tbody tr")
    models = load(ROOT).catalog.of("xai")
    assert [first(row, "th").text().strip() for row in rows] == [model.id for model in models]
    for row, model in zip(rows, models, strict=True):
        shown = [plain(cell.text()).strip() for cell in row.css("td.number")]
        limits = model.context, model.max_input, model.max_output
        separator = " " if locale == "fr" else ","
        empty = "non indiqué" if locale == "fr" else "not stated"
        assert shown == [f"{n:,}".replace(",", separator) if n else empty for n in limits]
        links = [a.attributes["href"] for a in row.css("td a")]
        assert links == [model.documents[0].url]
