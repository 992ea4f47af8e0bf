"""The catalog as its readings give it: models, entries of models.dev, differences, history."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from dossier.catalog.schema import MICROSOFT, Model
from dossier.catalog.values import key_of
from dossier.load import load
from tests.support.site import ROOT
from tests.support.tables import read_table

CATALOG = load(ROOT).catalog


def found(printed: str) -> Model:
    model = CATALOG.find(printed)
    assert model, printed
    return model


def newest_schedule() -> list[dict[str, str]]:
    """Return the rows of the newest schedule's reading."""
    return rows_in(max((ROOT / "data/catalog/readings").glob("schedule-*.csv")))


def has_passed(model: Model) -> bool:
    """Return True if its retirement was due by the date of Microsoft's newest document."""
    assert CATALOG.as_of
    return bool(model.retirement and model.retirement.day_after() <= CATALOG.as_of.first_day())


def rows_in(file: Path) -> list[dict[str, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize(("printed", "key"), read_table("content/catalog.yml")["keys"].items())
def test_an_id_becomes_a_key(printed: str, key: str) -> None:
    assert key_of(printed) == key


def test_every_row_and_every_entry_is_there() -> None:
    rows = (ROOT / "data/catalog/models.csv").read_text(encoding="utf-8").count("\n") - 1
    assert len(CATALOG.models) == rows >= 270
    assert sum(bool(model.documents) for model in CATALOG.models) >= 261
    assert sum(model.listing is not None for model in CATALOG.models) >= 123


def test_each_model_and_version_has_a_key_of_its_own() -> None:
    keys = [model.key for model in CATALOG.models]
    keys += [row.key for rows in CATALOG.versions.values() for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(CATALOG.find(key) for key in keys)


def test_every_version_that_the_newest_schedule_lists_is_a_row() -> None:
    listed: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for line in newest_schedule():
        versions = listed.setdefault(found(line["model"]).id, {})
        versions.setdefault(line["version"], []).append((line["field"], line["value"]))
    rows = {(row.id, row.version): row for row in CATALOG.rows}
    several = {id_: versions for id_, versions in listed.items() if len(versions) > 1}
    assert len(several) >= 15
    for id_, versions in several.items():
        for version, stated in versions.items():
            row = rows[id_, version]
            dates = [value for field, value in stated if field == "retirement"]
            state = next(value.lower() for field, value in stated if field == "lifecycle")
            # A schedule that lists a version twice is shown as it is first.
            assert str(row.retirement) == (dates or ["None"])[0], row.key
            over = state != "retired" and has_passed(row)
            assert row.lifecycle == ("date-passed" if over else state), row.key
        [lasting] = [row for row in CATALOG.versions[found(id_).key] if row.lasting]
        assert (lasting.lifecycle, lasting.retirement) == (
            found(id_).lifecycle, found(id_).retirement,
        )  # fmt: skip


def test_an_entry_joins_the_model_of_its_key_or_the_one_it_names() -> None:
    by_key, named = found("GPT-4.1"), found("Phi-4-mini-instruct")
    assert by_key.listing and by_key.listing.price_input == Decimal(2)
    assert named.listing and named.listing.id == "phi-4-mini"
    assert not CATALOG.find("phi-4-mini")


def test_an_entry_without_a_model_is_a_model_of_its_own() -> None:
    alone = [model for model in CATALOG.models if not model.documents]
    assert CATALOG.models[-len(alone) :] == tuple(alone)
    model = found("gpt-3.5-turbo-0125")
    assert (model.maker.name, model.context, model.kind) == ("OpenAI", 16384, None)
    assert model.lacks == ("tools", "reasoning")
    assert (model.lifecycle, model.sold_by) == (None, None)


def test_no_tokens_are_none_and_not_zero() -> None:
    listing = found("gpt-image-2").listing
    assert listing
    assert (listing.context, listing.max_output) == (None, None)


def test_maker_and_server_are_distinct() -> None:
    model = found("FW-DeepSeek-V3.2")
    assert (model.maker.slug, model.server and model.server.slug) == ("deepseek", "fireworks-ai")


def test_every_cell_has_a_document_and_a_date() -> None:
    for model in CATALOG.models:
        cells = CATALOG.cells[model.key]
        for field in Model.model_fields:
            # Capabilities and regions have cells of their own; the rest is not from a document.
            if field in cells and getattr(model, field):
                document = cells[field].document
                assert document.date, (model.id, field)
                assert document.publisher in (*MICROSOFT, "models-dev"), (model.id, field)
        assert model.documents or model.listing


def test_no_model_or_version_is_alive_that_the_newest_schedule_calls_retired() -> None:
    states: dict[str, dict[str, str]] = {}
    for row in newest_schedule():
        if row["field"] == "lifecycle":
            states.setdefault(row["model"], {})[row["version"]] = row["value"]
    retired = {printed for printed, stated in states.items() if set(stated.values()) == {"Retired"}}
    assert len(retired) >= 27
    rows = [found(printed) for printed in retired]
    for printed, stated in states.items():
        several = CATALOG.versions.get(found(printed).key, ())
        rows += [row for row in several if stated.get(row.version or "") == "Retired"]
    assert [row.name for row in rows if row.lifecycle != "retired"] == []


def test_every_grok_that_its_page_lists_is_as_the_page_has_it() -> None:
    """The table of use-foundry-models-grok.md, October 5, 2026, transcribed apart."""
    apis = ("chat-completions", "responses")
    grok = read_table("content/catalog.yml")["grok"]
    assert {printed: found(printed).apis for printed in grok} == dict.fromkeys(grok, apis)
    states = {printed: found(printed).lifecycle for printed in grok}
    assert states == grok
    alive = {m.id for m in CATALOG.of("xai") if m.lifecycle not in ("retired", "date-passed")}
    assert alive == set(grok)
    new = found("grok-4.7")
    assert (new.context, new.kind, str(new.retirement)) == (500_000, "reasoning", "2027-04-06")
    assert new.effort == ("low", "medium", "high", "xhigh")
    assert {one.deployment for one in new.regions} == {"global-standard", "data-zone-standard-us"}


def test_cells_are_as_they_were_read_in_their_documents() -> None:
    read = read_table("content/catalog.yml")["read"]
    shown = {
        printed: {field: found(printed).model_dump(mode="json")[field] for field in fields}
        for printed, fields in read.items()
    }
    assert shown == read


def test_kinds_follow_what_the_documents_of_october_print() -> None:
    """The models that were classed wrongly, by the review of October 5, 2026."""
    kinds = read_table("content/catalog.yml")["kinds"]
    assert {printed: found(printed).kind for printed in kinds} == kinds


def test_a_schedule_states_nothing_but_states_sellers_and_dates() -> None:
    fields = {"lifecycle", "retirement", "replacement", "sold_by", "versions", "tuning_until"}
    wrong = [
        (file.name, row["model"], row["field"])
        for pattern in ("schedule-*.csv", "retired-*.csv", "deployments-*.csv")
        for file in (ROOT / "data/catalog/readings").glob(pattern)
        for row in rows_in(file)
        if row["field"] not in fields | {"tuned_until", "named", "deployments"}
        and not row["field"].startswith("regions_")
    ]
    assert wrong == []


def test_no_date_that_has_passed_is_shown_alive() -> None:
    rows = (*CATALOG.models, *(row for rows in CATALOG.versions.values() for row in rows))
    over = {row.name for row in rows if has_passed(row) and row.lifecycle != "retired"}
    assert over == {row.name for row in rows if row.lifecycle == "date-passed"}
    versions = {"model-router (2025-05-19)", "sora-2 (2025-10-06)", "gpt-chat-latest (2026-06-24)"}
    assert versions < over


def test_what_is_in_dispute_is_found() -> None:
    about = {(one.model, one.field): one for one in CATALOG.contradictions}
    grok = about["grok-4", "context"]
    assert [one.printed for one in grok.statements] == ["262,000", "256000", "128K"]
    assert grok.convention is None
    itself = about["gpt-realtime-mini", "retirement"]
    assert len({one.document for one in itself.statements}) == 1
    assert about["grok-4-20-reasoning", "lifecycle"].note
    assert about["gpt-5", "context"].convention == "window-or-input"
    assert about["phi-4-mini-instruct", "context"].convention == "notation"
    assert about["o3", "knowledge_cutoff"].convention == "precision"


def test_the_history_of_a_date_has_each_schedule() -> None:
    [history] = [one for one in CATALOG.history(found("gpt-4.1")) if one.field == "retirement"]
    assert [(str(one.value), str(one.document.date)) for one in history.statements] == [
        ("2027-10-14", "2026-04-23"),
        ("2026-10-14", "2026-07-07"),
        ("2027-04-14", "2026-10-05"),
    ]


def test_a_note_on_a_difference_is_of_one_that_exists() -> None:
    notes = (ROOT / "data/catalog/notes.yml").read_text(encoding="utf-8")
    for key in re.findall(r"^differs-([\w-]+):", notes, re.MULTILINE):
        named = [f"{one.model}-{one.field.replace('_', '-')}" for one in CATALOG.contradictions]
        assert key in named


def test_a_document_that_is_a_source_too_has_the_same_title_and_date() -> None:
    documents = {d.url: d for model in CATALOG.models for d in model.documents if d.url}
    sources = {source.url: source for source in load(ROOT).sources.values() if source.url}
    assert documents.keys() & sources.keys()
    for url in documents.keys() & sources.keys():
        document, source = documents[url], sources[url]
        assert document.title in (source.title, None)
        assert str(document.date or "") == str(source.date or "")
