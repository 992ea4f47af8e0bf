"""The page of each maker, made from data in every language: its title, and what its block shows."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from dossier.catalog.schema import Catalog, Maker, Model
from dossier.catalog.values import Lifecycle
from dossier.locales import LOCALES, Bilingual, Locale
from dossier.pages.page import FrontMatter, Page

CATALOG = "catalogue/"
"""The address of the catalog within each language; the makers' pages lie under it."""

GROUPS = (*get_args(Lifecycle), "unstated", "listing")
"""How a page groups its models: by state, then those without one, then those of models.dev only."""


def maker_pages(
    catalog: Catalog, wording: Mapping[str, Bilingual], pages: Sequence[Page], file: Path
) -> list[Page]:
    """Return a page for each maker that has models, in every language.

    Args:
        catalog: the models.
        wording: the words of titles and descriptions.
        pages: the pages that people wrote. The makers' are as new as that of the catalog.
        file: where to mend what such a page says.
    """
    revised = {page.locale: page.front_matter.revised for page in pages if page.path == CATALOG}

    def page(locale: Locale, maker: Maker) -> Page:
        said = {
            "title": wording["maker-title"][locale].replace("{}", maker.name),
            "description": wording["maker-description"][locale].replace("{}", maker.name),
            "revised": str(revised[locale]),
        }
        head = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)
        source = f"---\n{head}---\n\n# {said['title']} {{#maker}}\n\n<!-- data: maker -->\n"
        front_matter = FrontMatter.model_validate(said)
        return Page(locale, file, f"{CATALOG}{maker.slug}/", front_matter, source)

    return [
        page(locale, maker)
        for locale in LOCALES
        if locale in revised
        for slug, maker in catalog.makers.items()
        if catalog.of(slug)
    ]


def maker_block(catalog: Catalog, path: str) -> dict[str, Any]:
    """Return what the template of a maker's page is given.

    Args:
        catalog: the models.
        path: the page's address within its language, "catalogue/xai/".
    """
    slug = path.removeprefix(CATALOG).strip("/")
    models = catalog.of(slug)
    groups: dict[str, list[Model]] = {group: [] for group in GROUPS}
    for model in models:
        groups[_group(model)].append(model)
    dates = [document.date for model in models for document in model.documents if document.date]
    return {
        "maker": catalog.makers[slug],
        "found": _found(models),
        "first": min(dates, key=str, default=None),
        "last": max(dates, key=str, default=None),
        "groups": {group: found for group, found in groups.items() if found},
        "catalog": catalog,
    }


def makers_block(catalog: Catalog) -> dict[str, Any]:
    """Return what the list of makers is given: each that has models, with their number."""
    found = _found(catalog.models)
    numbers = [(maker, len(catalog.of(slug))) for slug, maker in catalog.makers.items()]
    return {
        "makers": [(maker, number) for maker, number in numbers if number],
        "found": found,
        "listed": len(catalog.models) - found,
    }


def _found(models: Iterable[Model]) -> int:
    """Return how many models Microsoft's documents have; models.dev alone has the others."""
    return sum(bool(model.documents) for model in models)


def _group(model: Model) -> str:
    if not model.documents:
        return "listing"
    return model.lifecycle or "unstated"
