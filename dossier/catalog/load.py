"""Load data/catalog/ into a Catalog."""

from pathlib import Path
from typing import Any

from dossier.catalog.contradictions import compare_with_listings, load_contradictions
from dossier.catalog.csv_rows import (
    MODEL_COLUMNS,
    PRICE_COLUMNS,
    PriceRow,
    References,
    parse_model,
    parse_price,
)
from dossier.catalog.schema import Catalog, CatalogDocument, CatalogRecord, Maker, Model, Note
from dossier.catalog.values import Name, key_of
from dossier.files.plain_text import load_plain_records, read_rows
from dossier.files.problems import DossierError, checking, gathering
from dossier.locales import Bilingual


class _MakerEntry(CatalogRecord):
    """A record of makers.yml, whose key is the slug of the maker."""

    name: Name
    notes: tuple[Note, ...] = ()


def load_catalog(folder: Path) -> Catalog:
    """Load the catalog from data/catalog/.

    Raises:
        DossierError: the data has errors; each problem names file, line, column and fix.
    """
    references = _load_references(folder)
    models: dict[str, Model] = {}
    with checking() as problems:
        with gathering(problems):
            models = _load_models(folder / "models.csv", references)
        prices = _load_prices(folder / "prices.csv", references, models)
    joined = [
        model.model_copy(update={"listing": prices[key].listing}) if key in prices else model
        for key, model in models.items()
    ]
    joined += [_listed_only(price) for key, price in prices.items() if key not in models]
    contradictions = load_contradictions(folder / "contradictions.yml", joined, references)
    computed = compare_with_listings(joined)
    return Catalog(dict(references["makers"]), tuple(joined), (*contradictions, *computed))


def _load_references(folder: Path) -> References:
    notes = load_plain_records(folder / "notes.yml", Bilingual)[0]
    documents = load_plain_records(folder / "documents.yml", CatalogDocument)[0]
    entries = load_plain_records(folder / "makers.yml", _MakerEntry, {"notes": notes})[0]
    makers = {
        slug: Maker(slug=slug, name=entry.name, notes=entry.notes)
        for slug, entry in entries.items()
    }
    return {"notes": notes, "documents": documents, "makers": makers}


def _load_models(file: Path, references: References) -> dict[str, Model]:
    models: dict[str, Model] = {}
    with checking() as problems:
        for row in read_rows(file, MODEL_COLUMNS):
            with gathering(problems):
                model = parse_model(row, file, references)
                if other := models.get(model.key):
                    message = f"{model.id} has the key of {other.id}: remove one of the two"
                    raise DossierError.at(file, row.line, message)
                models[model.key] = model
        if not models and not problems:
            raise DossierError.at(file, 1, "the file has no model: restore its rows")
    return models


def _load_prices(
    file: Path, references: References, models: dict[str, Model]
) -> dict[str, PriceRow]:
    """Return the rows of prices.csv by the key of their model."""
    prices: dict[str, PriceRow] = {}
    with checking() as problems:
        for row in read_rows(file, PRICE_COLUMNS):
            with gathering(problems):
                price = parse_price(row, file, references)
                id_ = price.listing.id
                key = key_of(price.model or id_)
                message = ""
                if key in prices:
                    message = f"{id_} has the model of {prices[key].listing.id}: keep one row"
                elif models and price.model and key not in models:
                    message = f"{id_}, column model: models.csv has no “{price.model}”: correct it"
                elif key in models and models[key].maker != price.maker:
                    maker = models[key].maker.slug
                    message = f"{id_}, column maker: models.csv has {maker}: correct it"
                if message:
                    raise DossierError.at(file, row.line, message)
                prices[key] = price
    return prices


def _listed_only(price: PriceRow) -> Model:
    """Return the model of a listing that models.csv does not have."""
    listing = price.listing
    same = ("id", "inputs", "outputs", "context", "max_output", "knowledge_cutoff", "notes")
    fields: dict[str, Any] = {name: getattr(listing, name) for name in same}
    stated = {
        "tools": listing.tools,
        "structured-outputs": listing.structured_outputs,
        "reasoning": listing.reasoning,
    }
    fields["capabilities"] = tuple(name for name, has in stated.items() if has)
    fields["lacks"] = tuple(name for name, has in stated.items() if has is False)
    return Model(**fields, maker=price.maker, listing=listing)
