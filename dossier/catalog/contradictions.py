"""Contradictions between documents about a model: those in the data, and those computed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dossier.catalog.csv_rows import References
from dossier.catalog.schema import CatalogDocument, Contradiction, Model, Statement
from dossier.catalog.values import Point
from dossier.files.plain_text import load_plain_records
from dossier.files.problems import Problem, checking

_ANSWERS = {True: "yes", False: "no", None: None}
_PREVIEWS = {"preview", "gated-research-preview"}


def load_contradictions(
    file: Path, models: Sequence[Model], references: References
) -> list[Contradiction]:
    """Return the contradictions in a YAML file.

    Raises:
        DossierError: a record is malformed, or refers to an unknown model.
    """
    contradictions, parsed = load_plain_records(file, Contradiction, references)
    keys = {model.key for model in models}
    with checking() as problems:
        for name, contradiction in contradictions.items():
            for key in set(contradiction.models) - keys:
                message = f"{name}: no model has the key “{key}”: correct it"
                problems.append(Problem(file, parsed.line([name, "models"]), message))
    return list(contradictions.values())


def compare_with_listings(models: Sequence[Model]) -> Iterator[Contradiction]:
    """Yield the points on which Microsoft and models.dev differ about a model.

    models.dev has no maximum input. Its “beta” agrees with a preview, and an entry without a
    status agrees with any lifecycle.
    """
    for model in models:
        listing = model.listing
        if not model.documents or not listing:
            continue
        tools = "tools" in model.capabilities or (False if "tools" in model.lacks else None)
        pairs: list[tuple[Point, Any, Any]] = [
            ("context", model.context, listing.context),
            ("max-output", model.max_output, listing.max_output),
            ("tools", _ANSWERS[tools], _ANSWERS[listing.tools]),
            ("lifecycle", model.lifecycle, listing.status),
        ]
        for about, ours, theirs in pairs:
            agree = ours == theirs or (theirs == "beta" and ours in _PREVIEWS)
            if ours and theirs and not agree:
                microsoft = Statement(value=str(ours), document=_document(model, about))
                other = Statement(value=str(theirs))
                yield Contradiction(models=(model.key,), about=about, statements=(microsoft, other))


def _document(model: Model, about: Point) -> CatalogDocument:
    """Return the document that states a point: a lifecycle has the date of its document."""
    dated = (d for d in model.documents if about == "lifecycle" and d.date == model.lifecycle_as_of)
    return next(dated, model.documents[0])
