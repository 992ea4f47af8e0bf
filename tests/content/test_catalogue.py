from pathlib import Path

import pytest

from dossier.catalogue import load_models
from dossier.locales import LOCALES, Locale, site_path
from dossier.problems import DossierError
from tests.site import ROOT, Site, first, plain

FILE = ROOT / "data/models/models.csv"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (",GA,", ",golden age,", "column lifecycle"),
        (",500000,", ",-5,", "column context_window_tokens"),
        (",500000,", ",plenty,", "column context_window_tokens"),
        ("2026-05-01", "2026-05-32", "column retirement_date: the calendar has no “2026-05-32”"),
        ("grok-4.6,", "grok-4.7,", "grok-4.7 stands here twice"),
        (",0378dd85ff3808a7ba96bc948bd6d4c386127d85,", ",,", "column source_commit"),
    ],
)
def test_a_bad_cell_is_told_with_file_line_and_column(
    old: str, new: str, fault: str, tmp_path: Path
) -> None:
    file = tmp_path / "models.csv"
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = 1 + next(i for i, row in enumerate(file.read_text().split("\n")) if new in row)
    if "twice" in fault:
        line += 1
    with pytest.raises(DossierError) as raised:
        load_models(file)
    [problem] = raised.value.problems
    assert problem.line == line
    assert fault in problem.message


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_shows_every_grok_model_and_its_figures(locale: Locale, site: Site) -> None:
    rows = site.html(site_path(locale, "catalogue/")).css("tbody tr")
    models = load_models(FILE)
    assert [first(row, "th").text().strip() for row in rows] == [m.model_id for m in models]
    for row, model in zip(rows, models, strict=True):
        shown = [plain(cell.text()).strip() for cell in row.css("td.number")]
        limits = model.context_window_tokens, model.max_input_tokens, model.max_output_tokens
        separator = " " if locale == "fr" else ","
        empty = "non indiqué" if locale == "fr" else "not stated"
        assert shown == [f"{n:,}".replace(",", separator) if n else empty for n in limits]
        links = [a.attributes["href"] for a in row.css("td a")]
        assert links == [model.source_url]
