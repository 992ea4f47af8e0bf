"""The model catalog: data/models/models.csv, for now its Grok models."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from dossier.dates import Date
from dossier.problems import DossierError, Problem, read_text, reason_of

Modality = Literal["text", "image"]
Lifecycle = Literal["GA", "preview", "gated research preview", "legacy", "deprecated", "retired"]


def _absent_if_empty(cell: Any) -> Any:
    return None if cell == "" else cell


def _items(cell: Any) -> Any:
    return [item for item in cell.split(";") if item] if isinstance(cell, str) else cell


_Tokens = Annotated[Annotated[int, Field(gt=0)] | None, BeforeValidator(_absent_if_empty)]
_Day = Annotated[Date | None, BeforeValidator(_absent_if_empty)]


class Model(BaseModel):
    """One model as Microsoft's documents describe it; None and [] mean “not stated”.

    Limits are in tokens. A retirement date is what the schedule said, not proof
    that the retirement happened.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    model_id: str = Field(min_length=1)
    input_modalities: Annotated[list[Modality], BeforeValidator(_items)]
    context_window_tokens: _Tokens
    max_input_tokens: _Tokens
    max_output_tokens: _Tokens
    lifecycle: Annotated[Lifecycle | None, BeforeValidator(_absent_if_empty)]
    lifecycle_as_of: _Day
    retirement_date: _Day
    replacement: str
    source_repo: str = Field(pattern=r"^[\w.-]+/[\w.-]+$")
    source_path: str = Field(min_length=1)
    source_commit: str = Field(pattern=r"^[0-9a-f]{40}$")
    source_ms_date: _Day

    @model_validator(mode="after")
    def _state_is_dated(self) -> "Model":
        if self.lifecycle and not self.lifecycle_as_of:
            raise ValueError("a lifecycle needs its date: fill in lifecycle_as_of")
        return self

    @property
    def source_url(self) -> str:
        """The document that the row was read in, at the commit that was read."""
        return f"https://github.com/{self.source_repo}/blob/{self.source_commit}/{self.source_path}"


def load_models(file: Path) -> list[Model]:
    """Read the catalog, in the file's order.

    Raises:
        DossierError: a cell is malformed, or two rows have the same model_id.
    """
    models: dict[str, Model] = {}
    problems: list[Problem] = []
    reader = csv.DictReader(io.StringIO(read_text(file)))
    try:
        for row in reader:
            for message in _add(row, models):
                problems.append(Problem(file, reader.line_num, message))
            if missing := _columns() - set(reader.fieldnames or ()):
                message = f"the columns {', '.join(sorted(missing))} are missing: restore them"
                raise DossierError([Problem(file, 1, message)])
    except csv.Error as error:
        message = f"not valid CSV ({error}): check its quotes"
        raise DossierError([Problem(file, reader.line_num + 1, message)]) from None
    if not models and not problems:
        problems.append(Problem(file, 1, "the file has no model: restore its rows"))
    if problems:
        raise DossierError(problems)
    return list(models.values())


def _add(row: dict[str | Any, Any], models: dict[str, Model]) -> Iterator[str]:
    """Add a row's model to `models`; give what is wrong with the row."""
    if row.pop(None, None) is not None:
        yield f"{row.get('model_id')}: the row has more cells than columns: quote those with commas"
        return
    try:
        model = Model.model_validate(row)
    except ValidationError as error:
        for fault in error.errors():
            column = f", column {fault['loc'][0]}" if fault["loc"] else ""
            yield f"{row.get('model_id')}{column}: {reason_of(fault)}"
        return
    if model.model_id in models:
        yield f"{model.model_id} stands here twice: remove one of the two rows"
    models[model.model_id] = model


def _columns() -> set[str]:
    return set(Model.model_fields)
