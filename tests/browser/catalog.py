"""The table of models as the tests drive and read it, and what the data says should be there."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from playwright.sync_api import Page, expect

from dossier.catalog.schema import Model
from dossier.load import load
from dossier.locales import Locale, site_path
from tests.support.site import ROOT

DOSSIER = load(ROOT)
MODELS = DOSSIER.catalog.models
PATHS: dict[Locale, str] = {"fr": "catalogue/", "en": site_path("en", "catalogue/")}

# The table changes in the next frame.
_SETTLED = """async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const all = [...document.querySelector(".catalog__table").tBodies[0].rows];
    const rows = all.filter((row) => !row.hidden);
    const count = parseInt(document.querySelector(".catalog__count").textContent) || 0;
    if (rows.length !== count) throw new Error(`${rows.length} rows, counted as ${count}`);
    return rows.map((row) => row.dataset.key);
}"""


def rows(page: Page) -> list[str]:
    """Return the keys of the rows shown, in order."""
    keys: list[str] = page.evaluate(_SETTLED)
    return keys


def rows_after(page: Page, steps: str, argument: Any = None) -> Any:
    """Return what an asynchronous function in the page returns, which calls `settled()`."""
    return page.evaluate(f"async (argument) => {{ const settled = {_SETTLED}; {steps} }}", argument)


def keys(models: Iterable[Model]) -> list[str]:
    return [model.key for model in models]


def having(**wanted: str) -> list[str]:
    """Return the keys of the models that have each value in its column."""
    return keys(
        model
        for model in MODELS
        if all(value in VALUES[column](model) for column, value in wanted.items())
    )


def _one(value: str | None) -> list[str]:
    return [value] if value else []


VALUES: dict[str, Callable[[Model], list[str]]] = {
    "maker": lambda model: [model.maker.slug],
    "kind": lambda model: _one(model.kind),
    "inputs": lambda model: list(model.inputs),
    "outputs": lambda model: list(model.outputs),
    "capabilities": lambda model: list(model.capabilities),
    "lifecycle": lambda model: _one(model.lifecycle),
    "sold_by": lambda model: _one(model.sold_by),
}
"""The values of a model by the column that filters."""

_GROUPS = {"inputs": "modality", "outputs": "modality", "capabilities": "capability"} | {
    "kind": "kind", "lifecycle": "lifecycle", "sold_by": "seller",
}  # fmt: skip


def text(model: Model, column: str, locale: Locale) -> str:
    """Return what the cell of a column of words says."""
    if column == "id":
        return model.id
    if column == "maker":
        return model.maker.name
    labels = (f"catalog-{_GROUPS[column]}-{value}" for value in VALUES[column](model))
    return ", ".join(DOSSIER.wording[label][locale] for label in labels)


def figure(model: Model, column: str) -> float | str | None:
    """Return the number or the date that stands in a column."""
    if column.startswith("price_"):
        price = getattr(model.listing, column, None)
        return None if price is None else float(price)
    value = getattr(model, column)
    return str(value) if column == "retirement" and value else value


WORDS = ("id", *VALUES)
FIGURES = (
    "context", "max_input", "max_output", "retirement", "price_input", "price_output",
)  # fmt: skip


def in_order(column: str, descending: bool, locale: Locale) -> list[str]:
    """Return the keys of all models sorted by a column, those that state nothing last."""

    def key(model: Model) -> Any:
        if column in FIGURES:
            return figure(model, column)
        return alphabetical(text(model, column, locale)) or None

    stated = [model for model in MODELS if key(model) is not None]
    # Equals keep their order in both directions, as `reverse` does.
    stated.sort(key=key, reverse=descending)
    return keys(stated) + keys(model for model in MODELS if key(model) is None)


_PUNCTUATION = " _-,;:!?.'()[]{}@*/&#%+"


def alphabetical(words: str) -> list[tuple[int, int | str]]:
    """Return what dictionaries sort by: punctuation, then numbers by size, then letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return [
        (1, int(part)) if part.isdigit()
        else (2, part) if part.isalpha()
        else (0, _PUNCTUATION.index(part) if part in _PUNCTUATION else part)
        for part in re.findall(r"\d+|.", plain.casefold())
    ]  # fmt: skip


def open_table(page: Page, address: str, locale: Locale = "fr", query: str = "") -> None:
    """Open the catalog and wait for what scripts add."""
    page.goto(f"{address}{PATHS[locale]}{query}")
    expect(page.locator(".catalog--ready")).to_be_attached()


def query_of(page: Page) -> str:
    """Return the query of the address, as it is written."""
    return str(page.evaluate("location.search")).removeprefix("?")  # page.url comes late
