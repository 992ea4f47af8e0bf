"""The model catalog: data/models/models.csv, for now its Grok models."""

import csv
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dossier.dates import Date
from dossier.problems import DossierError, Problem, reason_of

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
    input_modalities: Annotated[list[str], BeforeValidator(_items)]
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
    problems = []
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            try:
                model = Model.model_validate(row)
            except ValidationError as error:
                for fault in error.errors():
                    where = f"{row.get('model_id')}, column {fault['loc'][0]}"
                    message = f"{where}: {reason_of(fault)}"
                    problems.append(Problem(file, reader.line_num, message))
                continue
            if model.model_id in models:
                message = f"{model.model_id} stands here twice: remove one of the two rows"
                problems.append(Problem(file, reader.line_num, message))
            models[model.model_id] = model
    if problems:
        raise DossierError(problems)
    return list(models.values())
