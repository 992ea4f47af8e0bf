"""Helpers that drive and read the table of models, and what it must show by the data."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page, expect

from dossier.catalog.schema import Model
from dossier.load import load
from dossier.locales import Locale, site_path
from tests.support.scripts import read_script
from tests.support.site import ROOT

DOSSIER = load(ROOT)
MODELS = DOSSIER.catalog.rows
DAY = "2026-12-15"
"""The day on which the tests read the table: some models retire on it."""
PATHS: dict[Locale, str] = {"fr": "catalogue/", "en": site_path("en", "catalogue/")}

SCRIPT = read_script("browser/scripts/catalog.js")


def rows(page: Page) -> list[str]:
    """Return the keys of the rows shown, in order."""
    keys: list[str] = page.evaluate(f"{SCRIPT}.rows()")
    return keys


def measure_unseen(page: Page, function: str) -> Any:
    """Call a function of SCRIPT with the table hidden, whose layout would take most of the time."""
    table = page.locator(".catalog__table")
    table.evaluate("table => table.style.setProperty('display', 'none', 'important')")
    result = page.evaluate(f"{SCRIPT}.{function}()")
    table.evaluate("table => table.style.removeProperty('display')")
    return result


def row_key(model: Model) -> str:
    """Return the key of a row; the row of the version that represents a model has the model's."""
    return model.model if model.lasting else model.key


def keys(models: Iterable[Model]) -> list[str]:
    return [row_key(model) for model in models]


def having(**wanted: str) -> list[str]:
    """Return the keys of the models with these values in their columns."""
    return keys(
        model
        for model in MODELS
        if all(value in values(model, column) for column, value in wanted.items())
    )


FILTERS = ("maker", "kind", "inputs", "outputs", "capabilities", "lifecycle", "sold_by")


def values(model: Model, column: str) -> list[str]:
    """Return the values of a model in a column that filters."""
    value = model.maker.slug if column == "maker" else getattr(model, column)
    return [value] if isinstance(value, str) else [*value] if value else []


_GROUPS = {"inputs": "modality", "outputs": "modality", "capabilities": "capability"}
_GROUPS["sold_by"] = "seller"


def text(model: Model, column: str, locale: Locale) -> str:
    """Return the text of a cell in a column of words."""
    if column == "id":
        return model.name
    if column == "maker":
        return model.maker.name
    labels = (f"catalog-{_GROUPS.get(column, column)}-{value}" for value in values(model, column))
    return ", ".join(DOSSIER.wording[label][locale] for label in labels)


def figure(model: Model, column: str) -> float | str | None:
    """Return the number or the date of a model in a column."""
    if column.startswith("price_"):
        price = getattr(model.listing, column, None)
        return None if price is None else float(price)
    value = getattr(model, column)
    return str(value) if column == "retirement" and value else value


WORDS = ("id", *FILTERS)
FIGURES = (
    "context", "max_input", "max_output", "retirement", "price_input", "price_output",
)  # fmt: skip


def in_order(column: str, descending: bool, locale: Locale) -> list[str]:
    """Return the keys of all models sorted by a column, those without a value last.

    Dates before DAY are after those to come.
    """

    def key(model: Model) -> Any:
        if column in FIGURES:
            return figure(model, column)
        return alphabetical(text(model, column, locale)) or None

    stated = [model for model in MODELS if key(model) is not None]
    # Like `reverse`, the table keeps the order of equal rows in both directions.
    stated.sort(key=key, reverse=descending)
    stated.sort(key=lambda model: column == "retirement" and key(model) < DAY)
    return keys(stated) + keys(model for model in MODELS if key(model) is None)


_PUNCTUATION = " _-,;:!?.'()[]{}@*/&#%+"


def alphabetical(words: str) -> list[tuple[int, int | str]]:
    """Return a sort key for dictionary order: punctuation, numbers by value, letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return [
        (1, int(part)) if part.isdigit()
        else (2, part) if part.isalpha()
        else (0, _PUNCTUATION.index(part) if part in _PUNCTUATION else part)
        for part in re.findall(r"\d+|.", plain.casefold())
    ]  # fmt: skip


def open_table(page: Page, locale: Locale = "fr", query: str = "") -> None:
    """Open the catalog and wait for its scripts."""
    page.goto(PATHS[locale] + query)
    expect(page.locator(".catalog--ready")).to_be_attached()


def query_of(page: Page) -> str:
    """Return the query of the address, not decoded."""
    return str(page.evaluate("location.search")).removeprefix("?")  # page.url is updated late
