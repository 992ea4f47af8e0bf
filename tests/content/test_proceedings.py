"""The table of proceedings: its order, and what the page makes of it."""

import pytest

from dossier.evidence.proceedings import Proceeding
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.rendering.blocks import claims_of_page
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, plain

DOSSIER = load(ROOT)
PROCEEDINGS = DOSSIER.proceedings
PATH = "incident/justice/"
EACH = pytest.mark.parametrize("locale", LOCALES)


def test_they_are_oldest_first() -> None:
    first_days = [entry.since.first_day() for entry in PROCEEDINGS.values()]
    assert first_days == sorted(first_days)


def test_every_state_is_used() -> None:
    assert {entry.state for entry in PROCEEDINGS.values()} == {"open", "ended", "unknown"}


@EACH
def test_the_page_counts_their_claims_as_its_own(locale: Locale) -> None:
    cited = set(claims_of_page(DOSSIER.page(locale, PATH), DOSSIER))
    assert {claim for entry in PROCEEDINGS.values() for claim in entry.claims} <= cited


@EACH
def test_each_is_a_row_with_its_dates_its_state_and_its_notes(locale: Locale, site: Site) -> None:
    [table] = site.html(site_path(locale, PATH)).css("article table")
    assert table.css_first("caption") and not table.css("p")
    rows = {str(row.attributes["id"]): row for row in table.css("tbody tr")}
    assert list(rows) == list(PROCEEDINGS)
    with each_reported("the template proceedings.html") as at:
        for key, row in rows.items():
            entry: Proceeding = PROCEEDINGS[key]
            text = plain(row.text(separator=" "))
            dates = [str(time.attributes["datetime"]) for time in row.css("time")]
            notes = {str(sup.attributes["id"]).partition(":")[2] for sup in row.css("sup[id]")}
            with at(key):
                assert row.css_first("th[scope=row]")
                assert dates == [str(entry.since), str(entry.last.date)]
                assert plain(DOSSIER.words(locale)[f"proceeding-{entry.state}"]) in text
                assert plain(entry.country[locale]) in text
                assert {note.rpartition(":")[2] for note in notes} == set(entry.claims)
