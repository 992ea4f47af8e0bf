"""The catalog as its readings give it: models, entries of models.dev, differences, history."""

from decimal import Decimal

import pytest

from dossier.catalog.rule import MICROSOFT
from dossier.catalog.schema import Model
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


def test_every_row_and_every_entry_is_there() -> None:
    rows = (ROOT / "data/catalog/models.csv").read_text(encoding="utf-8").count("\n") - 1
    assert len(CATALOG.models) == rows >= 262
    assert sum(bool(model.documents) for model in CATALOG.models) >= 253
    assert sum(model.listing is not None for model in CATALOG.models) >= 116
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


def test_a_document_that_is_a_source_too_has_the_same_title_and_date() -> None:
    documents = {d.url: d for model in CATALOG.models for d in model.documents if d.url}
    sources = {source.url: source for source in load(ROOT).sources.values() if source.url}
    assert documents.keys() & sources.keys()
    for url in documents.keys() & sources.keys():
        document, source = documents[url], sources[url]
        assert document.title in (source.title, None)
        assert str(document.date or "") == str(source.date or "")
