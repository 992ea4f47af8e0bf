"""Rules that read kinds and capabilities in the words of documents; unknown stays unknown."""

import re

from dossier.catalog.values import Answer, Api, Kind, Modality

_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"rerank", "rerank"),
    (r"embedding", "embedding"),
    (r"image generation|text-to-image", "image"),
    (r"image-to-text", "document"),
    (r"chat[- ]completion", "chat"),
)
"""The kind of a model by what its document prints as type; the first that matches."""

_APIS: tuple[tuple[str, Api], ...] = (
    (r"chat[- ]completion", "chat-completions"),
    (r"\bresponses api", "responses"),
)
_NAMED: tuple[tuple[str, Kind], ...] = (
    (r"rerank", "rerank"),
    (r"embed", "embedding"),
    (r"\bimage\b", "image"),
    (r"\b(?:chat|instruct)\b", "chat"),
)
"""The kind of a model by its name, if nothing else says it."""
_NO_REASONING = re.compile(r"\bnot a reasoning model\b|\bnon-reasoning\b", re.IGNORECASE)
_REASONING = re.compile(
    r"\breasoning (?:model|content)\b|\(reasoning\)|\breasoning-(?:focused|optimized)\b|"
    r"\b(?:advanced|strong|built-in) reasoning\b",
    re.IGNORECASE,
)
_OUTPUTS: dict[tuple[Modality, ...], Kind] = {
    ("image",): "image",
    ("vector",): "embedding",
    ("video",): "video",
}


def kind_of_type(printed: str) -> Kind | None:
    """Return the kind that a printed type names: "text classification (rerank)" is rerank."""
    found = (kind for pattern, kind in _KINDS if re.search(pattern, printed, re.IGNORECASE))
    return next(found, None)


def kind_of_name(printed: str) -> Kind | None:
    """Return the kind that the name of a model says: "Llama-2-7b-chat" is chat."""
    found = (kind for pattern, kind in _NAMED if re.search(pattern, printed, re.IGNORECASE))
    return next(found, None)


def apis_of_type(printed: str) -> tuple[Api, ...]:
    """Return the APIs that a printed type names."""
    return tuple(api for pattern, api in _APIS if re.search(pattern, printed, re.IGNORECASE))


def reasoning_in(printed: str) -> Answer | None:
    """Return whether a printed text calls the model a reasoning model; None if it does not say.

    “Improvements in reasoning” does not say it.
    """
    if _NO_REASONING.search(printed):
        return "no"
    return "yes" if _REASONING.search(printed) else None


def kind_of(
    stated: Kind | None, reasons: bool, apis: tuple[Api, ...], outputs: tuple[Modality, ...]
) -> Kind | None:
    """Return the kind of a model: that of its type or, without one, of its only output.

    A model that answers a chat API in text is a chat model. A chat model that Microsoft calls a
    reasoning model is one.
    """
    kind = stated or _OUTPUTS.get(outputs)
    if not kind and apis and outputs == ("text",):
        kind = "chat"
    return "reasoning" if kind == "chat" and reasons else kind
