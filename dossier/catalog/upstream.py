"""The public API of models.dev: fetched within limits, its Azure entries read and checked."""

import http.client
import json
import sys
import time
import urllib.error
import urllib.request
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from dossier.catalog.values import Modality, Name, Status
from dossier.files.problems import reason_of

ADDRESS = "https://models.dev/api.json"
SECONDS = 60
BYTES = 50_000_000
"""Ten times what the answer weighs."""

_CHUNK = 65_536

_Count = Annotated[int, Field(ge=0)]
_Price = Annotated[Decimal, Field(ge=0)]


class UpstreamError(Exception):
    """models.dev gave nothing that can be used; the message is one sentence."""


class _Modalities(BaseModel):
    input: list[Modality]
    output: list[Modality]


class _Limit(BaseModel):
    context: _Count
    output: _Count


class _Cost(BaseModel):
    input: _Price
    output: _Price
    cache_read: _Price | None = None


class UpstreamEntry(BaseModel):
    """An entry as api.json has it; 0 tokens mean that models.dev has no limit to give."""

    id: Name
    name: Name
    family: Name | None = None
    release_date: str
    knowledge: str | None = None
    modalities: _Modalities
    limit: _Limit
    reasoning: bool
    tool_call: bool
    structured_output: bool | None = None
    open_weights: bool
    cost: _Cost | None = None
    status: Status | None = None


class _Provider(BaseModel):
    models: Annotated[dict[str, UpstreamEntry], Field(min_length=1)]


class _Answer(BaseModel):
    """All providers by their id: the one that is asked for."""

    azure: _Provider


def fetch(url: str, seconds: float = SECONDS, size: int = BYTES) -> bytes:
    """Return what is at an address, and tell a terminal how far it is.

    Raises:
        UpstreamError: nothing came, not all of it, or more or more slowly than is allowed.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise UpstreamError(f"“{url}” is not an address of the web: write {ADDRESS}")
    request = urllib.request.Request(url, headers={"User-Agent": "grok-azure"})
    end = time.monotonic() + seconds
    content = bytearray()
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:
            while chunk := response.read1(_CHUNK):
                content += chunk
                if len(content) > size:
                    raise UpstreamError(f"{url} gives more than {size:,} bytes: nothing is read")
                if time.monotonic() > end:
                    raise TimeoutError
                _tell(f"\r{len(content) / 1e6:.1f} MB")
            promised = response.headers.get("Content-Length", "")
    except urllib.error.HTTPError as error:
        raise UpstreamError(f"{url} answers {error.code} {error.reason}: check it") from None
    except TimeoutError:
        raise UpstreamError(f"{url} took more than {seconds:g} seconds: try again") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise UpstreamError(f"{url} took more than {seconds:g} seconds: try again") from None
        # What a server sends may be quoted in it: no control characters for a terminal.
        told = "".join(letter for letter in str(reason) if letter.isprintable())
        raise UpstreamError(f"{url} cannot be read ({told}): try again") from None
    finally:
        if content:
            _tell("\n")
    if promised.isdigit() and len(content) != int(promised):
        message = f"{url} gave {len(content):,} bytes of {int(promised):,}: try again"
        raise UpstreamError(message)
    return bytes(content)


def azure_entries(content: bytes) -> dict[str, UpstreamEntry]:
    """Return the entries of the provider “azure” in api.json, by id.

    Raises:
        UpstreamError: it is not JSON, or not as api.json was.
    """
    try:
        answer = json.loads(content.decode(), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise UpstreamError(f"what came is not JSON ({error}): nothing is read") from None
    try:
        return TypeAdapter(_Answer).validate_python(answer).azure.models
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(step) for step in fault["loc"]) or "the answer"
        message = f"what came is not as api.json was: {where}: {reason_of(fault)}"
        raise UpstreamError(message) from None


def _tell(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="", file=sys.stderr, flush=True)
