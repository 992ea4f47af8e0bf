"""Models, the entries of models.dev beside them, and where documents differ."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from dossier.catalog.load import load_catalog
from dossier.catalog.schema import Catalog, Model
from dossier.catalog.values import key_of
from dossier.load import load
from tests.support.site import ROOT
from tests.support.tables import read_table

CATALOG = load(ROOT).catalog


def found(printed: str) -> Model:
    model = CATALOG.find(printed)
    assert model, printed
    return model


@pytest.mark.parametrize(("printed", "key"), read_table("content/catalog.yml")["keys"].items())
def test_an_id_becomes_a_key(printed: str, key: str) -> None:
    assert key_of(printed) == key


def test_every_row_of_both_tables_is_there() -> None:
    rows, entries = (
        (ROOT / f"data/catalog/{name}.csv").read_text(encoding="utf-8").count("\n") - 1
        for name in ("models", "prices")
    )
    assert sum(bool(model.documents) for model in CATALOG.models) == rows >= 253
    assert sum(model.listing is not None for model in CATALOG.models) == entries >= 116
    assert len({model.key for model in CATALOG.models}) == len(CATALOG.models)


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


def test_what_people_found_comes_before_what_the_data_show() -> None:
    told = CATALOG.about(found("grok-4"))
    assert [(c.about, [s.value for s in c.statements]) for c in told] == [
        ("max-input", ["262000", "256000", "128K"]),
        ("inputs", ["text", "text;image"]),
        ("max-output", ["8192", "64000"]),
    ]


def test_microsoft_comes_first_and_each_figure_has_its_document() -> None:
    for contradiction in CATALOG.contradictions:
        first, *others = contradiction.statements
        assert first.publisher == "microsoft-docs"
        for statement in (first, *others):
            if statement.publisher == "models-dev":
                model = found(contradiction.models[0])
                assert model.listing and model.listing.as_of and model.listing.url
            else:
                assert statement.document and statement.document.url
                assert statement.document.date or statement.publisher == "xai-docs"


def test_a_state_has_the_document_of_its_date() -> None:
    [state] = [c for c in CATALOG.about(found("grok-4.1-fast-reasoning")) if c.about == "lifecycle"]
    [ours, theirs] = state.statements
    assert ours.document and str(ours.document.date) == "2026-07-07"
    assert (ours.value, theirs.value) == ("ga", "beta")


def altered(old: str, new: str, folder: Path) -> Catalog:
    """Return the catalog with one cell of prices.csv changed."""
    shutil.copytree(ROOT / "data/catalog", folder, dirs_exist_ok=True)
    text = (folder / "prices.csv").read_text(encoding="utf-8")
    assert old in text
    (folder / "prices.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_catalog(folder)


def test_a_limit_that_comes_to_differ_is_a_new_contradiction(tmp_path: Path) -> None:
    row = "gpt-4.1,GPT-4.1,openai,,gpt,text;image,text,1047576,"
    made = altered(row, row.replace("1047576", "1000000"), tmp_path)
    before = CATALOG.about(found("gpt-4.1"))
    [new] = [c for c in made.about(found("gpt-4.1")) if c not in before]
    assert [statement.value for statement in new.statements] == ["1047576", "1000000"]


def test_beta_agrees_with_a_preview_and_no_state_with_any() -> None:
    told = {
        (key, c.about)
        for c in CATALOG.contradictions
        if c.statements[-1].publisher == "models-dev"
        for key in c.models
    }
    assert ("claude-sonnet-5", "lifecycle") in told
    assert ("grok-4-20-reasoning", "lifecycle") not in told
    assert ("gpt-4-1", "lifecycle") not in told


def test_a_document_that_is_a_source_too_has_the_same_title_and_date() -> None:
    documents = {d.url: d for model in CATALOG.models for d in model.documents if d.url}
    sources = {source.url: source for source in load(ROOT).sources.values() if source.url}
    assert documents.keys() & sources.keys()
    for url in documents.keys() & sources.keys():
        document, source = documents[url], sources[url]
        assert document.title in (source.title, None)
        assert str(document.date or "") == str(source.date or "")
