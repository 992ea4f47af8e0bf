"""What cells of the catalog may hold: lists of values, and figures, dates and names by their form.

Each value of a list has a label in both languages: see dossier/wording.py.
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from dossier.catalog.notation import language
from dossier.files.dates import PartialDate

Kind = Literal[
    "chat", "reasoning", "embedding", "image", "audio", "speech", "video", "rerank", "document",
    "forecasting", "agent", "other",
]  # fmt: skip
"""What a model is for. “reasoning” is a chat model whose document says that it reasons."""

Modality = Literal["text", "image", "audio", "video", "pdf", "code", "vector", "time-series"]

Capability = Literal[
    "tools", "structured-outputs", "json", "reasoning", "realtime", "translation", "computer-use",
    "deep-research", "routing",
]  # fmt: skip

Api = Literal["chat-completions", "messages", "responses"]

Format = Literal["text", "text-various", "json", "markdown", "png", "jpg"]

Deployment = Literal[
    "global-standard", "global-provisioned", "data-zone-standard", "data-zone-standard-us",
    "data-zone-standard-eu", "managed-compute", "foundry-local",
]  # fmt: skip

Lifecycle = Literal["ga", "preview", "gated-research-preview", "legacy", "deprecated", "retired"]

Seller = Literal["azure", "partner"]

Status = Literal["alpha", "beta", "deprecated"]
"""models.dev's own words for the state of an entry."""

Publisher = Literal[
    "microsoft-docs", "microsoft-blog", "microsoft-aspire", "microsoft-releases", "xai-docs",
    "models-dev",
]  # fmt: skip
"""Who published what was read, and as what."""

Answer = Literal["yes", "no"]

Point = Literal["context", "max-input", "max-output", "inputs", "tools", "lifecycle", "retirement"]
"""What documents can differ on: a field of a model, or whether it has tool calling."""

Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._()+/-]*$")]
"""A name as it is printed: no character of it means anything to HTML, Markdown or a spreadsheet."""

Tokens = Annotated[int, Field(gt=0)]
Dollars = Annotated[
    Decimal,
    Field(ge=0, max_digits=12, decimal_places=6),
    PlainSerializer(float, return_type=float, when_used="json"),
]
"""US dollars per million tokens."""

Date = Annotated[
    PartialDate,
    BeforeValidator(PartialDate.parse),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A day, a month or a year, as precise as its source."""


def _known_language(code: str) -> str:
    language(code, "en")
    return code


Language = Annotated[str, AfterValidator(_known_language)]
"""The code of a language, and of a country where the document names one: en, pt-br."""
