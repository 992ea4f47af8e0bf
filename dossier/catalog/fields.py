"""The fields of readings, and the value that each printed text has."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from dossier.catalog import values
from dossier.catalog.kinds import apis_of_type, kind_of_type, reasoning_in
from dossier.catalog.values import Answer, Date, Dollars, Name, Tokens
from dossier.files.problems import reason_of
from dossier.files.records import Key

CAPABILITIES: tuple[str, ...] = tuple(
    name.replace("-", "_") for name in get_args(values.Capability)
)
"""The fields that answer whether a model has a capability."""
LISTED_CAPABILITIES = ("tools", "reasoning", "structured_outputs")
"""The capabilities that models.dev states too."""

PRICES = (
    "price_input", "price_output", "price_cached_input", "price_cache_write", "price_audio_input",
    "price_long_input", "price_long_output", "price_long_cached_input", "price_long_cache_write",
)  # fmt: skip
"""The fields that have dollars per million tokens; “long” ones are those of a long context."""

_THOUSANDS = {"K": 1_000, "M": 1_000_000}
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_REGIONS = re.compile(r"(\d+) regions?")
_NO_CHOICE = "can't configure"
_WORDS = {
    "chat-completions-api": "chat-completions",
    "responses-api": "responses",
    "images": "image",
    "generally-available": "ga",
    "anthropic-infrastructure": "maker",
    "fireworks-ai-cloud": "server",
}
"""Printed words, as keys, that stand for a value of another name."""


def _key(printed: str) -> str:
    key = _NO_LETTERS.sub("-", printed.strip().lower()).strip("-")
    return _WORDS.get(key, key)


def _count(printed: str) -> Any:
    """Return the number in “128K” or “1,050,000 tokens”; other text as it is."""
    digits = printed.replace(",", "").removesuffix(" tokens")
    if digits[-1:] in _THOUSANDS and digits[:-1].replace(".", "", 1).isdigit():
        return int(float(digits[:-1]) * _THOUSANDS[digits[-1]])
    return digits


def _lifecycle(printed: str) -> str:
    if (key := _key(printed)) == "date-passed":
        raise ValueError("a document does not print “date-passed”: write the state that it prints")
    return key


def _keys(printed: str) -> list[str]:
    return [_key(item) for item in printed.split(";")]


def _levels(printed: str) -> list[str]:
    """Return levels of reasoning effort: none if a request cannot choose one."""
    return [] if printed == _NO_CHOICE else _keys(printed)


def _names(printed: str) -> list[str]:
    return [item.strip() for item in printed.split(";")]


def _regions(printed: str) -> Any:
    count = _REGIONS.fullmatch(printed)
    return int(count[1]) if count else _names(printed)


def _adapter(type_: Any, read: Any = None) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[type_, BeforeValidator(read)] if read else type_)


_MODALITIES = _adapter(tuple[values.Modality, ...], _keys)
_NAMES = _adapter(tuple[Name, ...], _names)
_TOKENS = _adapter(Tokens, _count)
_ANSWER = _adapter(Answer, str.lower)

REGIONS: dict[str, values.Deployment] = {
    f"regions_{name.replace('-', '_')}": name for name in get_args(values.Deployment)
}
"""The fields that have the regions of a way of deploying."""

TUNING = {
    "tuning": "methods", "tuning_places": "places", "tuning_regions": "regions",
    "tuning_until": "until", "tuned_until": "tuned_until",
}  # fmt: skip
"""The fields of fine-tuning, and their names in a model."""

PARTIAL = {*TUNING, *(name for name in REGIONS if "provisioned" in name or "batch" in name)}
"""The fields of tables of some uses: other versions and ways of deploying exist beside theirs."""

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "named": _ANSWER,
    "kind": _adapter(values.Kind, _key),
    "apis": _adapter(tuple[values.Api, ...], _keys),
    "inputs": _MODALITIES,
    "outputs": _MODALITIES,
    "context": _TOKENS,
    "max_input": _TOKENS,
    "max_output": _TOKENS,
    "dimensions": _adapter(tuple[Tokens, ...], lambda printed: printed.replace(",", "").split(";")),
    **dict.fromkeys(CAPABILITIES, _ANSWER),
    "formats": _adapter(tuple[values.Format, ...], _keys),
    "languages": _adapter(tuple[values.Language, ...], _names),
    "deployments": _adapter(tuple[values.Deployment, ...], _keys),
    **dict.fromkeys(REGIONS, _adapter(Tokens | tuple[Key, ...], _regions)),
    "effort": _adapter(tuple[values.Effort, ...], _levels),
    "tuning": _adapter(tuple[values.Tuning, ...], _keys),
    "tuning_places": _adapter(tuple[values.TuningPlace, ...], _keys),
    "tuning_regions": _adapter(tuple[Key, ...], _names),
    "tuning_until": _adapter(Date, lambda printed: printed.removeprefix("No earlier than ")),
    "tuned_until": _adapter(Date),
    "lifecycle": _adapter(values.Lifecycle, _lifecycle),
    "retirement": _adapter(Date),
    "replacement": _NAMES,
    "hosting": _adapter(values.Hosting, _key),
    "sold_by": _adapter(values.Seller, _key),
    "versions": _NAMES,
    "knowledge_cutoff": _adapter(Date),
    "name": _adapter(Name),
    "family": _adapter(Name),
    "open_weights": _ANSWER,
    **dict.fromkeys(PRICES, _adapter(Dollars)),
    "long_context": _TOKENS,
    "status": _adapter(values.Status),
    "release_date": _adapter(Date),
    "unlisted_on": _adapter(Date),
    "notes": _adapter(tuple[Key, ...], _names),
}

FIELDS = (*_ADAPTERS, "type", "description")
"""The fields that a row of a reading may have."""


@lru_cache(maxsize=8192)
def parse(field: str, printed: str) -> tuple[tuple[str, Any], ...]:
    """Return the fields that a printed text states, with their values.

    A type states a kind, APIs and reasoning; a description, whether the model reasons.

    Raises:
        ValueError: the text is not a value of the field.
    """
    if field in ("type", "description"):
        return tuple(_derived(field, printed))
    try:
        value = _ADAPTERS[field].validate_python(printed)
    except ValidationError as error:
        raise ValueError(reason_of(error.errors()[0])) from None
    json: tuple[tuple[str, Any], ...] = ()
    if field == "formats" and "json" in value:
        json = (("json", "yes"),)
    return (field, value), *json


def _derived(field: str, printed: str) -> Iterator[tuple[str, Any]]:
    if field == "type":
        if not (kind := kind_of_type(printed)):
            raise ValueError(f"no rule reads “{printed}”: add one to dossier/catalog/kinds.py")
        yield "kind", kind
        if apis := apis_of_type(printed):
            yield "apis", apis
    if answer := reasoning_in(printed):
        yield "reasoning", answer
    elif field == "description":
        raise ValueError(f"no rule reads “{printed}”: add one to dossier/catalog/kinds.py")
