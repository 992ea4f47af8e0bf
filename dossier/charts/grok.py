"""The life of each Grok model on Azure, from the claims and the catalog."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.catalog.schema import Model
from dossier.charts.drawing import Drawing, Words
from dossier.charts.row_layout import ChartRow, RowGroup, row_drawings
from dossier.charts.scales import DateScale
from dossier.charts.schema import LifeChart, LifeStep
from dossier.charts.track_marks import Mark
from dossier.files.dates import PartialDate
from dossier.locales import Locale


@dataclass(frozen=True)
class ModelLife:
    """The known dates of a model on Azure.

    `first` is the date of the first document that lists it, if no claim dates its arrival.
    """

    model: Model
    steps: Sequence[LifeStep]
    start: PartialDate
    first: PartialDate | None
    retired: bool
    """True if a later document confirms the retirement."""


def model_lives(models: Sequence[Model], chart: LifeChart) -> list[ModelLife]:
    """Return the lives of models, sorted by start."""
    lives = []
    for model in models:
        steps = chart.steps.get(model.key, [])
        dates = [document.date for document in model.documents if document.date]
        first = None if steps else min(dates, key=str)
        end, as_of = model.retirement, model.lifecycle_as_of
        over = bool(end and as_of and as_of.first_day() >= end.first_day())
        retired = over and model.lifecycle == "retired"
        lives.append(ModelLife(model, steps, first or steps[0].date, first, retired))
    return sorted(lives, key=lambda life: str(life.start))


def life_drawings(
    lives: Sequence[ModelLife], chart: LifeChart, locale: Locale, t: Words
) -> list[Drawing]:
    """Draw a row for each life."""
    scale = DateScale(chart.start, chart.end)
    rows = tuple(
        ChartRow(life.model.id, _steps(life, locale, t), tuple(_marks(life, chart, scale)))
        for life in lives
    )
    return row_drawings([RowGroup("", rows)], list(scale.ticks(locale)), chart.legend_in(locale))


def _marks(life: ModelLife, chart: LifeChart, scale: DateScale) -> Iterator[Mark]:
    at = scale.middle_of
    end = life.model.retirement
    until = end if life.retired and end else chart.until
    yield Mark("span", at(life.start), at(until))
    if end and not life.retired:
        yield Mark("scheduled", at(until), at(end))
    for step in life.steps:
        yield Mark("diamond" if step.step == "ga" else "point", at(step.date))
    if life.first:
        yield Mark("hollow", at(life.first))
    if life.retired:
        yield Mark("retired", at(until))


def _steps(life: ModelLife, locale: Locale, t: Words) -> str:
    """Return the steps of a life in words, each with its date."""
    steps = [(f"life-{step.step}", step.date) for step in life.steps]
    if life.first:
        steps.append(("life-first", life.first))
    if life.model.retirement:
        steps.append(("life-retired" if life.retired else "life-scheduled", life.model.retirement))
    words = (t[key].format(date.format(locale)) for key, date in steps)
    return " · ".join(step.replace(" ", "\N{NO-BREAK SPACE}") for step in words)
