"""The public API of models.dev: its entries about Azure, validated."""

import json
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AliasPath, BaseModel, BeforeValidator, Field, ValidationError, model_validator

from dossier.catalog.refresh.fetch import RefreshError
from dossier.catalog.values import Effort, Modality, Name, Status
from dossier.files.problems import reason_of

_Count = Annotated[int, Field(ge=0)]
_Price = Annotated[Decimal, Field(ge=0)]


def _price(*path: str | int) -> Any:
    return Field(None, validation_alias=AliasPath("cost", *path))


def _levels(options: Any) -> Any:
    """Return the levels of reasoning effort in "reasoning_options", which has other options too."""
    if not isinstance(options, list) or not all(isinstance(one, dict) for one in options):
        return options
    return [v for one in options if one.get("type") == "effort" for v in one.get("values", [])]


class ModelsDevEntry(BaseModel):
    """An entry of api.json, with the fields of readings; 0 tokens mean that none are stated."""

    id: Name
    name: Name
    family: Name | None = None
    inputs: list[Modality] = Field(validation_alias=AliasPath("modalities", "input"))
    outputs: list[Modality] = Field(validation_alias=AliasPath("modalities", "output"))
    context: _Count = Field(validation_alias=AliasPath("limit", "context"))
    max_output: _Count = Field(validation_alias=AliasPath("limit", "output"))
    tools: bool = Field(validation_alias="tool_call")
    reasoning: bool
    effort: Annotated[list[Effort], BeforeValidator(_levels)] = Field(
        [], validation_alias="reasoning_options"
    )
    structured_outputs: bool | None = Field(None, validation_alias="structured_output")
    open_weights: bool
    cost: dict[str, Any] | None = None
    price_input: _Price | None = _price("input")
    price_output: _Price | None = _price("output")
    price_cached_input: _Price | None = _price("cache_read")
    price_cache_write: _Price | None = _price("cache_write")
    price_audio_input: _Price | None = _price("input_audio")
    long_context: _Count | None = _price("tiers", 0, "tier", "size")
    price_long_input: _Price | None = _price("tiers", 0, "input")
    price_long_output: _Price | None = _price("tiers", 0, "output")
    price_long_cached_input: _Price | None = _price("tiers", 0, "cache_read")
    price_long_cache_write: _Price | None = _price("tiers", 0, "cache_write")
    status: Status | None = None
    knowledge_cutoff: str | None = Field(None, validation_alias="knowledge")
    release_date: str

    @model_validator(mode="after")
    def _has_both_prices(self) -> "ModelsDevEntry":
        if self.cost is not None and None in (self.price_input, self.price_output):
            raise ValueError("cost has no input or no output: the API has changed")
        return self


class _Provider(BaseModel):
    models: Annotated[dict[str, ModelsDevEntry], Field(min_length=1)]


class _Providers(BaseModel):
    azure: _Provider


def azure_entries(content: bytes) -> dict[str, ModelsDevEntry]:
    """Return the entries of the provider “azure” in api.json, by id.

    Raises:
        RefreshError: the content is not JSON, or its structure has changed.
    """
    try:
        answer = json.loads(content.decode(), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise RefreshError(f"the answer is not JSON ({error}): nothing is read") from None
    try:
        return _Providers.model_validate(answer).azure.models
    except ValidationError as error:
        details = error.errors()[0]
        where = ".".join(str(step) for step in details["loc"]) or "the answer"
        message = f"the structure of api.json has changed: {where}: {reason_of(details)}"
        raise RefreshError(message) from None
