import shutil
from pathlib import Path

import pytest

from dossier.catalogue.load import load_catalog
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.problems import DossierError
from tests.site import ROOT, Site, first, plain

FOLDER = ROOT / "data/models"
MODELS, PRICES = "models.csv", "prices.csv"


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (MODELS, ",ga,", ",golden age,", "column lifecycle"),
        (MODELS, ",500000,", ",-5,", "column context"),
        (MODELS, ",500000,", ",plenty,", "column context"),
        (MODELS, "2026-05-01", "2026-05-32", "column retirement: the calendar has no “2026-05-32”"),
        (MODELS, "\ngrok-4.6,", "\ngrok-4.7,", "grok-4.7 has the key of grok-4.7"),
        (MODELS, ",azure-direct-2026-10-05\n", ",\n", "no document is named at its commit"),
    ],
)
def test_a_bad_cell_is_told_with_file_line_and_column(
    file: str, old: str, new: str, fault: str, tmp_path: Path
) -> None:
    shutil.copytree(FOLDER, tmp_path / "models")
    table = tmp_path / "models" / file
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = 1 + text.count("\n", 0, text.index(old) + (old[0] == "\n"))
    with pytest.raises(DossierError) as raised:
        load_catalog(tmp_path / "models")
    [problem] = raised.value.problems
    assert (problem.file, problem.line) == (table, line)
    assert fault in problem.message


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
