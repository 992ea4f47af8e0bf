"""Reads data/catalog/: tables whose cells name makers, notes and documents of the files beside."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dossier.catalog.contradictions import against_listings, load_contradictions
from dossier.catalog.keys import key_of
from dossier.catalog.rows import (
    MODEL_COLUMNS,
    PRICE_COLUMNS,
    Context,
    Entry,
    entry_of,
    model_of,
)
from dossier.catalog.schema import Catalog, Document, Maker, Model, Note
from dossier.catalog.values import Capability, Name
from dossier.files.plain_text import load_plain_records, read_rows
from dossier.files.problems import DossierError, Problem, gathering
from dossier.locales import Bilingual


class _MakerEntry(BaseModel):
    """A maker as makers.yml has it: its slug is its key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name
    notes: tuple[Note, ...] = ()


def load_catalog(folder: Path) -> Catalog:
    """Read the catalog from data/catalog/.

    Raises:
        DossierError: with one problem for each fault: file, line, column, reason and mend.
    """
    context = _context(folder)
    problems: list[Problem] = []
    models: dict[str, Model] = {}
    entries: dict[str, Entry] = {}
    with gathering(problems):
        models = _models(folder / "models.csv", context)
    with gathering(problems):
        entries = _entries(folder / "prices.csv", context, models)
    if problems:
        raise DossierError(problems)
    joined = _join(models, entries)
    found = load_contradictions(folder / "contradictions.yml", joined, context)
    return Catalog(dict(context["makers"]), joined, (*found, *against_listings(joined)))


def _context(folder: Path) -> Context:
    notes = load_plain_records(folder / "notes.yml", Bilingual)[0]
    documents = load_plain_records(folder / "documents.yml", Document)[0]
    makers = load_plain_records(folder / "makers.yml", _MakerEntry, {"notes": notes})[0]
    return {
        "notes": notes,
        "documents": documents,
        "makers": {
            slug: Maker(slug=slug, name=maker.name, notes=maker.notes)
            for slug, maker in makers.items()
        },
    }


def _models(file: Path, context: Context) -> dict[str, Model]:
    models: dict[str, Model] = {}
    problems: list[Problem] = []
    for row in read_rows(file, MODEL_COLUMNS):
        with gathering(problems):
            model = model_of(row, file, context)
            if model.key in models:
                message = f"{model.id} has the key of {models[model.key].id}: remove one of the two"
                raise DossierError([Problem(file, row.line, message)])
            models[model.key] = model
    if not models and not problems:
        problems.append(Problem(file, 1, "the file has no model: restore its rows"))
    if problems:
        raise DossierError(problems)
    return models


def _entries(file: Path, context: Context, models: dict[str, Model]) -> dict[str, Entry]:
    """Return the rows of prices.csv by the key of the model that each is about."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for row in read_rows(file, PRICE_COLUMNS):
        with gathering(problems):
            entry = entry_of(row, file, context)
            id_ = entry.listing.id
            key = key_of(entry.model or id_)
            message = ""
            if key in entries:
                message = f"{id_} is about the model of {entries[key].listing.id}: keep one row"
            elif models and entry.model and key not in models:
                message = f"{id_}, column model: models.csv has no “{entry.model}”: correct it"
            elif key in models and models[key].maker != entry.maker:
                message = (
                    f"{id_}, column maker: models.csv has {models[key].maker.slug}: correct it"
                )
            if message:
                raise DossierError([Problem(file, row.line, message)])
            entries[key] = entry
    if problems:
        raise DossierError(problems)
    return entries


def _join(models: dict[str, Model], entries: dict[str, Entry]) -> tuple[Model, ...]:
    """Return all models with their listings, those that only models.dev has at the end."""
    joined = [
        model.model_copy(update={"listing": entries[key].listing}) if key in entries else model
        for key, model in models.items()
    ]
    alone = [_from_listing(entry) for key, entry in entries.items() if key not in models]
    return (*joined, *alone)


def _from_listing(entry: Entry) -> Model:
    listing = entry.listing
    stated: dict[Capability, bool | None] = {
        "tools": listing.tools,
        "structured-outputs": listing.structured_outputs,
        "reasoning": listing.reasoning,
    }
    return Model(
        id=listing.id,
        maker=entry.maker,
        inputs=listing.inputs,
        outputs=listing.outputs,
        context=listing.context,
        max_output=listing.max_output,
        capabilities=tuple(name for name, said in stated.items() if said),
        lacks=tuple(name for name, said in stated.items() if said is False),
        knowledge_cutoff=listing.knowledge_cutoff,
        notes=listing.notes,
        listing=listing,
    )
