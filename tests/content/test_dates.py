import pytest

from dossier.files.dates import PartialDate
from dossier.locales import Locale


@pytest.mark.parametrize(
    ("written", "locale", "words"),
    [
        ("2025-05-19", "fr", "19\N{NO-BREAK SPACE}mai 2025"),
        ("2025-05-19", "en", "May 19, 2025"),
        ("2026-05-01", "fr", "1ᵉʳ\N{NO-BREAK SPACE}mai 2026"),
        ("2026-05-01", "en", "May 1, 2026"),
        ("2025-05-11", "fr", "11\N{NO-BREAK SPACE}mai 2025"),
        ("2025-05", "fr", "mai 2025"),
        ("2025-05", "en", "May 2025"),
        (2025, "fr", "2025"),
        ("2025", "en", "2025"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    written: object, locale: Locale, words: str
) -> None:
    assert PartialDate.parse(written).format(locale) == words


@pytest.mark.parametrize("written", ["19 mai 2025", "2025-5-19", "2025-13", "2025-02-30", "", None])
def test_what_is_not_a_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"is not a date|has no"):
        PartialDate.parse(written)


def test_dates_sort_and_round_trip() -> None:
    assert [str(PartialDate.parse(text)) for text in ("2025", "2025-05", "2025-05-19")] == [
        "2025",
        "2025-05",
        "2025-05-19",
    ]
