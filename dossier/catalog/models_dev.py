"""The public API of models.dev: a fetch within limits, and the validated Azure entries."""

import http.client
import json
import sys
import time
import urllib.error
import urllib.request
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AliasPath, BaseModel, BeforeValidator, Field, ValidationError, model_validator

from dossier.catalog.values import Effort, Modality, Name, Status
from dossier.files.problems import reason_of

ADDRESS = "https://models.dev/api.json"
SECONDS = 60
BYTES = 50_000_000
"""Ten times the size of api.json."""

_CHUNK = 65_536

_Count = Annotated[int, Field(ge=0)]
_Price = Annotated[Decimal, Field(ge=0)]


def _price(*path: str | int) -> Any:
    return Field(None, validation_alias=AliasPath("cost", *path))


def _levels(options: Any) -> Any:
    """Return the levels of reasoning effort in "reasoning_options", which has other options too."""
    if not isinstance(options, list) or not all(isinstance(one, dict) for one in options):
        return options
    return [v for one in options if one.get("type") == "effort" for v in one.get("values", [])]


class ModelsDevError(Exception):
    """An answer of models.dev that cannot be used, in one sentence."""


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


def fetch(url: str, seconds: float = SECONDS, size: int = BYTES) -> bytes:
    """Return the content at a URL, and show progress on a terminal.

    Raises:
        ModelsDevError: the answer is missing, incomplete, too large or too slow.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise ModelsDevError(f"“{url}” is not an address of the web: write {ADDRESS}")
    request = urllib.request.Request(url, headers={"User-Agent": "grok-azure"})
    end = time.monotonic() + seconds
    content = bytearray()
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:
            while chunk := response.read1(_CHUNK):
                content += chunk
                if len(content) > size:
                    raise ModelsDevError(f"{url} has more than {size:,} bytes: nothing is read")
                if time.monotonic() > end:
                    raise TimeoutError
                _print_progress(f"\r{len(content) / 1e6:.1f} MB")
            promised = response.headers.get("Content-Length", "")
    except urllib.error.HTTPError as error:
        raise ModelsDevError(f"{url} answers {error.code} {error.reason}: check it") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            message = f"{url} took more than {seconds:g} seconds: try again"
            raise ModelsDevError(message) from None
        # The reason may quote the server: no control characters may reach the terminal.
        printable = "".join(letter for letter in str(reason) if letter.isprintable())
        raise ModelsDevError(f"{url} cannot be read ({printable}): try again") from None
    finally:
        if content:
            _print_progress("\n")
    if promised.isdigit() and len(content) != int(promised):
        message = f"{url} gave {len(content):,} bytes of {int(promised):,}: try again"
        raise ModelsDevError(message)
    return bytes(content)


def azure_entries(content: bytes) -> dict[str, ModelsDevEntry]:
    """Return the entries of the provider “azure” in api.json, by id.

    Raises:
        ModelsDevError: the content is not JSON, or its structure has changed.
    """
    try:
        answer = json.loads(content.decode(), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise ModelsDevError(f"the answer is not JSON ({error}): nothing is read") from None
    try:
        return _Providers.model_validate(answer).azure.models
    except ValidationError as error:
        details = error.errors()[0]
        where = ".".join(str(step) for step in details["loc"]) or "the answer"
        message = f"the structure of api.json has changed: {where}: {reason_of(details)}"
        raise ModelsDevError(message) from None


def _print_progress(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="", file=sys.stderr, flush=True)
