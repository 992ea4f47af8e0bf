"""The changes of the catalog, on statements made up here."""

import pytest

from dossier.catalog.changes import changes_of, count_by_date
from dossier.catalog.schema import CatalogDocument, Statement
from dossier.files.dates import PartialDate


def document(date: str, publisher: str = "microsoft-docs") -> CatalogDocument:
    name = f"document-{date}"
    return CatalogDocument.model_validate(
        {
            "id": name,
            "publisher": publisher,
            "title": name,
            "date": date,
            "page": "https://a.example/",
        }
    )


def state(date: str, field: str, value: object, version: str = "") -> Statement:
    return Statement("m", "M", field, str(value), value, document(date), version)


def told(*statements: Statement) -> list[tuple[str, str, str, str, object, object]]:
    return [
        (
            str(one.date), one.version, one.field, one.kind,
            one.before and one.before.value, one.after and one.after.value,
        )
        for one in changes_of({"m": list(statements)})
    ]  # fmt: skip


def test_a_model_is_new_then_its_fields_are_stated_and_changed() -> None:
    assert told(
        state("2026-01-01", "named", "yes"),
        state("2026-02-01", "context", 1000),
        state("2026-03-01", "context", 2000),
        state("2026-04-01", "context", 2000),
    ) == [
        ("2026-03-01", "", "context", "changed", 1000, 2000),
        ("2026-02-01", "", "context", "stated", None, 1000),
        ("2026-01-01", "", "", "new", None, None),
    ]


def test_a_figure_of_models_dev_is_withdrawn_when_microsoft_states_another_limit() -> None:
    listed = Statement("m", "M", "context", "9", 9, document("2026-01-01", "models-dev"))
    assert told(listed, state("2026-02-01", "max_input", 8)) == [
        ("2026-02-01", "", "context", "withdrawn", 9, None),
        ("2026-02-01", "", "max_input", "stated", None, 8),
        ("2026-01-01", "", "", "new", None, None),
    ]


def test_a_list_in_another_order_has_not_changed() -> None:
    both = (state("2026-01-01", "inputs", ("text", "image")),)
    assert len(told(*both, state("2026-02-01", "inputs", ("image", "text")))) == 1
    assert len(told(*both, state("2026-02-01", "inputs", ("image",)))) == 2


def test_a_version_starts_with_what_its_model_showed() -> None:
    assert told(
        state("2026-01-01", "context", 1000),
        state("2026-02-01", "lifecycle", "ga", "1"),
        state("2026-02-01", "lifecycle", "preview", "2"),
        state("2026-02-01", "context", 3000, "2"),
    ) == [
        ("2026-02-01", "2", "", "new", None, None),
        ("2026-02-01", "2", "context", "changed", 1000, 3000),
        ("2026-02-01", "2", "lifecycle", "stated", None, "preview"),
        ("2026-02-01", "1", "", "new", None, None),
        ("2026-02-01", "1", "lifecycle", "stated", None, "ga"),
        ("2026-01-01", "", "", "new", None, None),
    ]


@pytest.mark.parametrize("date", ["2026-02", "2026"])
def test_changes_are_counted_by_the_date_of_their_documents(date: str) -> None:
    changes = changes_of({"m": [state("2025-01-01", "named", "yes"), state(date, "context", 1)]})
    assert {day: dict(counts) for day, counts in count_by_date(changes).items()} == {
        PartialDate.parse(date): {"stated": 1},
        PartialDate(2025, 1, 1): {"new": 1},
    }
