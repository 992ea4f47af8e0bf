"""The life of each Grok model on Azure, from the claims and the catalog."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.catalog.schema import Document, Model
from dossier.charts.drawing import Drawing
from dossier.charts.row_layout import ChartRow, RowGroup, row_drawings
from dossier.charts.scales import DateScale
from dossier.charts.schema import LifeChart, LifeStep
from dossier.charts.track_marks import Mark
from dossier.files.dates import Moment, PartialDate
from dossier.locales import Bilingual, Locale


@dataclass(frozen=True)
class ModelLife:
    """The known dates of a model on Azure.

    Attributes:
        first: the first document that lists the model, if no claim dates its arrival.
        retired: whether a later document confirms the retirement.
    """

    model: Model
    steps: tuple[LifeStep, ...]
    first: Document | None
    retired: bool

    @property
    def start(self) -> PartialDate:
        """The first known date."""
        return self.steps[0].date if self.steps else _date_of(self.first)


def model_lives(models: Sequence[Model], chart: LifeChart) -> list[ModelLife]:
    """Return the lives of models, sorted by start."""
    lives = []
    for model in models:
        steps = tuple(chart.steps.get(model.key, ()))
        dated = [document for document in model.documents if document.date]
        first = None if steps else min(dated, key=lambda document: str(document.date))
        end, as_of = model.retirement, model.lifecycle_as_of
        over = bool(end and as_of and Moment(as_of).first_day() >= Moment(end).first_day())
        lives.append(ModelLife(model, steps, first, over and model.lifecycle == "retired"))
    return sorted(lives, key=lambda life: str(life.start))


def life_drawings(
    lives: Sequence[ModelLife], chart: LifeChart, locale: Locale, wording: Mapping[str, Bilingual]
) -> list[Drawing]:
    """Draw a row for each life."""
    scale = DateScale(chart.start, chart.end)
    rows = tuple(
        ChartRow(life.model.id, _steps(life, locale, wording), tuple(_marks(life, chart, scale)))
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
        yield Mark("hollow", at(_date_of(life.first)))
    if life.retired:
        yield Mark("retired", at(until))


def _steps(life: ModelLife, locale: Locale, wording: Mapping[str, Bilingual]) -> str:
    """Return the steps of a life in words, each with its date."""
    steps = [(f"life-{step.step}", step.date) for step in life.steps]
    if life.first:
        steps.append(("life-first", _date_of(life.first)))
    if life.model.retirement:
        steps.append(("life-retired" if life.retired else "life-scheduled", life.model.retirement))
    words = (wording[key][locale].format(date.format(locale)) for key, date in steps)
    return " · ".join(step.replace(" ", "\N{NO-BREAK SPACE}") for step in words)


def _date_of(document: Document | None) -> PartialDate:
    assert document and document.date, "the schema requires a dated document for each model"
    return document.date
