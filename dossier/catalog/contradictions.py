"""Where documents differ about a model: what people found, and what the data show."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dossier.catalog.schema import Contradiction, Document, Model, Statement
from dossier.catalog.values import Point
from dossier.files.plain_text import load_plain_records
from dossier.files.problems import DossierError, Problem

_PREVIEWS = {"preview", "gated-research-preview"}


def load_contradictions(
    file: Path, models: Sequence[Model], context: Mapping[str, Any]
) -> list[Contradiction]:
    """Read those that people found by reading the documents.

    Raises:
        DossierError: one is malformed, or names a model that the catalog lacks.
    """
    found, parsed = load_plain_records(file, Contradiction, context)
    keys = {model.key for model in models}
    problems = [
        Problem(
            file, parsed.line([name, "models"]), f"{name}: no model has the key “{key}”: mend it"
        )
        for name, contradiction in found.items()
        for key in contradiction.models
        if key not in keys
    ]
    if problems:
        raise DossierError(problems)
    return list(found.values())


def against_listings(models: Sequence[Model]) -> Iterator[Contradiction]:
    """Give where a limit, tool calling or the state differs between Microsoft and models.dev.

    Only like is compared with like: models.dev has no maximum input. Its “beta” agrees with a
    preview; of an entry without a state it says nothing.
    """
    for model in models:
        listing = model.listing
        if not model.documents or not listing:
            continue
        tools = "tools" in model.capabilities or (False if "tools" in model.lacks else None)
        pairs: list[tuple[Point, Any, Any]] = [
            ("context", model.context, listing.context),
            ("max-output", model.max_output, listing.max_output),
            ("tools", _yes_or_no(tools), _yes_or_no(listing.tools)),
            ("lifecycle", model.lifecycle, listing.status),
        ]
        for about, ours, theirs in pairs:
            agree = ours == theirs or (theirs == "beta" and ours in _PREVIEWS)
            if ours and theirs and not agree:
                said = Statement(value=str(ours), document=_document(model, about))
                other = Statement(value=str(theirs))
                yield Contradiction(models=(model.key,), about=about, statements=(said, other))


def _document(model: Model, about: Point) -> Document:
    """Return where it was read: a state has a date, that of a document of its own."""
    if about == "lifecycle":
        for document in model.documents:
            if document.date == model.lifecycle_as_of:
                return document
    return model.documents[0]


def _yes_or_no(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
