"""The Grok models as the catalog has them, and what replaces those that are gone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple, get_args

from dossier.catalog.contradictions import convention
from dossier.catalog.schema import Catalog, CatalogDocument, Model, Regions, Statement
from dossier.catalog.values import Lifecycle, Publisher
from dossier.files.dates import PartialDate

GROK = "xai"
"""The maker of the Grok models."""
GONE: tuple[Lifecycle, ...] = ("date-passed", "retired")
"""The states in which no document shows that a model is still sold."""

_STATES = (*(state for state in get_args(Lifecycle) if state not in GONE), None, *GONE)
_COMPARED = ("context", "max_input", "max_output", "inputs", "reasoning")


class StatedPrice(NamedTuple):
    """The prices that a publisher stated on a date, in US dollars per million tokens."""

    publisher: Publisher
    input: Decimal
    output: Decimal
    date: PartialDate | None


@dataclass(frozen=True)
class Offer:
    """Models that differ in nothing that the list shows, and their prices."""

    models: tuple[Model, ...]
    prices: tuple[StatedPrice, ...]


@dataclass(frozen=True)
class GrokChange:
    """A field on which a model and its replacement differ, beyond notation."""

    before: Statement
    after: Statement


@dataclass(frozen=True)
class WayOut:
    """The way from a model that is gone to one that is sold.

    Attributes:
        steps: the replacements that the catalog names, one after the other.
        changes: what is different in the last of them, if it is sold.
        alike: generally available models of the maker that reason, or do not, as the model did, if
            its replacement differs in that.
    """

    offer: Offer
    steps: tuple[Model, ...]
    changes: tuple[GrokChange, ...]
    alike: tuple[Model, ...]

    @property
    def model(self) -> Model:
        """The model that is gone."""
        return self.offer.models[0]

    @property
    def arrives(self) -> bool:
        """Return True if the last replacement is sold."""
        return bool(self.steps) and is_sold(self.steps[-1])


def which_grok(catalog: Catalog) -> dict[str, Any]:
    """Return the values of the block: offers and ways out by state, and named regions."""
    models = sorted(catalog.of(GROK), key=lambda model: _STATES.index(model.lifecycle))
    here = [model for model in models if model.lifecycle not in GONE]
    read = (model.listing.as_of for model in models if model.listing)
    return {
        "catalog": catalog,
        "offers": list(_offers(catalog, here)),
        "ways": [way_out(catalog, model) for model in models if model.lifecycle in GONE],
        "gone": GONE,
        "regions": _region_lists(here),
        "as_of": catalog.as_of,
        "read_on": max(read, key=str, default=catalog.as_of),
    }


def is_sold(model: Model) -> bool:
    """Return True if a document gives a state in which the model is still sold."""
    return model.lifecycle is not None and model.lifecycle not in GONE


def way_out(catalog: Catalog, model: Model) -> WayOut:
    """Return the way from a model along the replacements that the catalog names."""
    steps = tuple(_steps(catalog, model))
    changes: tuple[GrokChange, ...] = ()
    alike: tuple[Model, ...] = ()
    if steps and is_sold(steps[-1]):
        changes = tuple(_changes(catalog, model, steps[-1]))
        if any(change.before.field == "reasoning" for change in changes):
            others = (one for one in catalog.of(model.maker.slug) if one.lifecycle == "ga")
            alike = tuple(one for one in others if _reasons(one) == _reasons(model))
    return WayOut(_offer(catalog, model), steps, changes, alike)


def _steps(catalog: Catalog, model: Model) -> Iterator[Model]:
    seen = {model.key}
    while not is_sold(model):
        found = (catalog.find(printed) for printed in model.replacement)
        step = next((one for one in found if one and one.key not in seen), None)
        if not step:
            return
        seen.add(step.key)
        yield step
        model = step


def _changes(catalog: Catalog, model: Model, other: Model) -> Iterator[GrokChange]:
    before, after = (catalog.cells.get(one.key, {}) for one in (model, other))
    for field in _COMPARED:
        one, two = before.get(field), after.get(field)
        if one and two and not one.equals(two) and convention(one, two) is None:
            yield GrokChange(one, two)


def _reasons(model: Model) -> bool | None:
    """Return whether a model reasons, None if no document says."""
    return "reasoning" in model.capabilities or (False if "reasoning" in model.lacks else None)


def _offers(catalog: Catalog, models: Sequence[Model]) -> Iterator[Offer]:
    for _, group in groupby((_offer(catalog, model) for model in models), _shown):
        same = list(group)
        yield Offer(tuple(offer.models[0] for offer in same), same[0].prices)


def _offer(catalog: Catalog, model: Model) -> Offer:
    return Offer((model,), tuple(_prices(catalog, model)))


def _shown(offer: Offer) -> tuple[Any, ...]:
    """Return what the list shows of an offer besides the names."""
    model = offer.models[0]
    return (
        model.lifecycle, model.lifecycle_as_of, model.retirement, model.context, model.max_input,
        model.regions, model.deployments, offer.prices,
    )  # fmt: skip


def _prices(catalog: Catalog, model: Model) -> Iterator[StatedPrice]:
    """Yield the prices of a model in models.dev, and in documents that differ from it."""
    entry = model.listing
    if entry and entry.price_input is not None and entry.price_output is not None:
        yield StatedPrice("models-dev", entry.price_input, entry.price_output, entry.as_of)
    stated: dict[CatalogDocument, dict[str, Decimal]] = defaultdict(dict)
    for found in catalog.about(model):
        for one in found.statements if found.field in ("price_input", "price_output") else ():
            if one.document.publisher != "models-dev":
                stated[one.document][found.field] = one.value
    for document, prices in stated.items():
        if len(prices) == 2:
            yield StatedPrice(
                document.publisher, prices["price_input"], prices["price_output"], document.date
            )


def _region_lists(models: Sequence[Model]) -> dict[Regions, list[Model]]:
    """Return the models of each list of named regions."""
    lists: dict[Regions, list[Model]] = {}
    for model in models:
        for regions in model.regions:
            if regions.names:
                lists.setdefault(regions, []).append(model)
    return lists
