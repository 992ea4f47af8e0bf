"""The page of each maker, made from data in every language, and the values of its block."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from dossier.addresses import CATALOG
from dossier.catalog.schema import Catalog, Maker, Model
from dossier.catalog.values import Lifecycle
from dossier.locales import LOCALES, Bilingual, Locale
from dossier.pages.page import FrontMatter, Page

GROUPS = (*get_args(Lifecycle), "unstated", "listing")
"""The groups of a page: by lifecycle, then models without one, then those of models.dev only."""


def maker_pages(
    catalog: Catalog, wording: Mapping[str, Bilingual], pages: Sequence[Page], file: Path
) -> list[Page]:
    """Return a page for each maker that has models, in every language.

    They have the revision date of the catalog's page among `pages`, the written ones; problems in
    them name `file`.
    """
    revised = {page.locale: page.front_matter.revised for page in pages if page.path == CATALOG}

    def page(locale: Locale, maker: Maker) -> Page:
        front_matter = {
            "title": wording["maker-title"][locale].replace("{}", maker.name),
            "description": wording["maker-description"][locale].replace("{}", maker.name),
            "revised": str(revised[locale]),
        }
        head = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False, width=1000)
        text = f"# {front_matter['title']} {{#maker}}\n\n<!-- data: maker -->\n"
        source = f"---\n{head}---\n\n{text}"
        path = f"{CATALOG}{maker.slug}/"
        return Page(locale, file, path, FrontMatter.model_validate(front_matter), source)

    makers = [maker for slug, maker in catalog.makers.items() if catalog.of(slug)]
    return [page(locale, maker) for locale in LOCALES if locale in revised for maker in makers]


def maker_block(catalog: Catalog, path: str) -> dict[str, Any]:
    """Return the values for the template of the maker's page at `path`, "catalogue/xai/"."""
    slug = path.removeprefix(CATALOG).strip("/")
    models = catalog.of(slug)
    groups: dict[str, list[ModelEntry]] = {group: [] for group in GROUPS}
    for model in models:
        group = (model.lifecycle or "unstated") if model.documents else "listing"
        groups[group].append(model_entry(catalog, model))
    dates = [document.date for model in models for document in model.documents if document.date]
    return {
        "maker": catalog.makers[slug],
        "found": _documented(models),
        "first": min(dates, key=str, default=None),
        "last": max(dates, key=str, default=None),
        "groups": {group: members for group, members in groups.items() if members},
        "catalog": catalog,
    }


@dataclass(frozen=True)
class ModelEntry:
    """A model with what is equal in its versions, and each version with the rest."""

    model: Model
    versions: tuple[Model, ...] = ()


_OF_ALL = ("id", "maker", "lasting", "documents")
"""The fields that an entry's model and its versions both keep."""
_OF_EACH = ("version", "lifecycle", "lifecycle_as_of", "retirement", "replacement")
"""The fields that each version keeps, even if they are equal."""


def model_entry(catalog: Catalog, model: Model) -> ModelEntry:
    """Return the entry of a model."""
    rows = catalog.versions.get(model.key, ())
    if not rows:
        return ModelEntry(model)
    of_each = {
        name
        for name in Model.model_fields
        if name in _OF_EACH
        or (
            name != "versions" and any(getattr(row, name) != getattr(rows[0], name) for row in rows)
        )
    } - {*_OF_ALL}
    of_model = Model.model_fields.keys() - of_each - {*_OF_ALL}
    return ModelEntry(_without(model, of_each), tuple(_without(row, of_model) for row in rows))


def _without(model: Model, names: Iterable[str]) -> Model:
    """Return a model in which some fields are not stated."""
    fields = Model.model_fields
    return model.model_copy(update={name: fields[name].get_default() for name in names})


def makers_block(catalog: Catalog) -> dict[str, Any]:
    """Return the values for the list of makers: each that has models, with their number."""
    numbers = [(maker, len(catalog.of(slug))) for slug, maker in catalog.makers.items()]
    return {"makers": [(maker, number) for maker, number in numbers if number]}


def _documented(models: Iterable[Model]) -> int:
    """Return the number of models in Microsoft's documents; only models.dev has the others."""
    return sum(bool(model.documents) for model in models)
