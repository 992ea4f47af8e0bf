"""The types of the catalog's cells: enumerations, names, numbers, prices and dates.

Each value of an enumeration has a label in both languages: see dossier/wording.py.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from dossier.catalog.notation import language
from dossier.files.dates import PartialDate

Kind = Literal[
    "chat", "reasoning", "embedding", "image", "audio", "speech", "video", "rerank", "document",
    "forecasting", "agent", "other",
]  # fmt: skip
"""The purpose of a model. “reasoning” is a chat model that its document calls a reasoning model."""

Modality = Literal["text", "image", "audio", "video", "pdf", "code", "vector", "time-series"]

Capability = Literal[
    "tools", "structured-outputs", "json", "reasoning", "realtime", "translation", "computer-use",
    "deep-research", "routing",
]  # fmt: skip

Api = Literal["chat-completions", "messages", "responses"]

Format = Literal["text", "text-various", "json", "markdown", "png", "jpg"]

Deployment = Literal[
    "global-standard", "global-provisioned", "data-zone-standard", "data-zone-standard-us",
    "data-zone-standard-eu", "data-zone-standard-apac", "standard", "data-zone-provisioned-us",
    "data-zone-provisioned-eu", "provisioned", "global-batch", "data-zone-batch-us",
    "data-zone-batch-eu", "managed-compute", "foundry-local",
]  # fmt: skip

Lifecycle = Literal[
    "ga", "preview", "gated-research-preview", "legacy", "deprecated", "date-passed", "retired",
]  # fmt: skip
"""The state of a model. “date-passed”: its retirement date has passed, unconfirmed."""

Effort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
"""A level of reasoning effort, in the word of the API."""

Hosting = Literal["azure", "maker", "server"]
"""Who runs a model that Azure offers: Azure, its maker or the company that serves it."""

Tuning = Literal["sft", "dpo", "rft"]
"""A way of fine-tuning: supervised, by preference (DPO), by reinforcement."""

TuningPlace = Literal["standard", "data-zone-us", "global", "developer"]
"""Where a fine-tuning is trained."""

Seller = Literal["azure", "partner"]

Status = Literal["alpha", "beta", "deprecated"]
"""The state of an entry, in the words of models.dev."""

Publisher = Literal[
    "microsoft-docs", "microsoft-blog", "microsoft-aspire", "microsoft-releases", "xai-docs",
    "models-dev",
]  # fmt: skip
"""The publisher of a document, and its publication."""

Answer = Literal["yes", "no"]

Point = Literal[
    "context", "max-input", "max-output", "inputs", "outputs", "tools", "reasoning",
    "structured-outputs", "apis", "formats", "languages", "lifecycle", "retirement", "replacement",
    "sold-by", "versions", "knowledge-cutoff", "price-input", "price-output", "price-cached-input",
    "effort",
]  # fmt: skip
"""A field of a model on which documents are compared; a table of regions is never complete."""

Convention = Literal["window-or-input", "notation", "precision", "words"]
"""Why two documents print one figure differently.

window-or-input: one gives the context window, the other the maximum input.
notation: 128K, 128,000 and 131,072 are the same number of tokens, in thousands or 1,024s.
precision: one date is the month of the other.
words: models.dev has no word for a vector or for code, and calls a preview beta.
"""

Change = Literal["new", "stated", "changed", "withdrawn"]
"""What readings changed: a model is new, a field shows its first value, another one, or none."""

Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._()+/-]*$")]
"""A name as printed, without characters that are special in HTML, Markdown or a spreadsheet."""

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
"""A day, month or year, as precise as its source."""


def _known_language(code: str) -> str:
    language(code, "en")
    return code


Language = Annotated[str, AfterValidator(_known_language)]
"""A language code, with a country code if the document names a country: en, pt-br."""

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")


def key_of(printed: str) -> str:
    """Return the key of a printed id: “gpt-4 (turbo-2024-04-09)” is gpt-4-turbo-2024-04-09."""
    return _NOT_IN_KEYS.sub("-", printed.lower()).strip("-")
