"""The life of each Grok model on Azure, from the claims and from the catalog."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.catalog.schema import Document, Model
from dossier.charts.drawing import Drawing
from dossier.charts.marks import Mark
from dossier.charts.rows import FRAMES, Group, Row, Tick, rows_drawing
from dossier.charts.scales import dates
from dossier.charts.schema import Lives, Step, first_day
from dossier.files.dates import Moment, PartialDate
from dossier.locales import Bilingual, Locale


@dataclass(frozen=True)
class Life:
    """What is known of a model's time on Azure.

    Attributes:
        first: the first document that lists it, where no claim dates its coming.
        retired: whether a document of a later day tells the retirement as done.
    """

    model: Model
    steps: tuple[Step, ...]
    first: Document | None
    retired: bool

    @property
    def claims(self) -> list[str]:
        """Return what its steps rest on, each claim once."""
        return list(dict.fromkeys(claim for step in self.steps for claim in step.claims))

    @property
    def start(self) -> PartialDate:
        """Return the first date that is known."""
        return self.steps[0].date if self.steps else _dated(self.first)


def lives(models: list[Model], chart: Lives) -> list[Life]:
    """Return the lives of models, the first to come first."""
    told = []
    for model in models:
        steps = tuple(chart.steps.get(model.key, ()))
        dated = [document for document in model.documents if document.date]
        first = None if steps else min(dated, key=lambda document: str(document.date))
        ended, as_of = model.retirement, model.lifecycle_as_of
        over = bool(ended and as_of and first_day(as_of) >= first_day(ended))
        told.append(Life(model, steps, first, over and model.lifecycle == "retired"))
    return sorted(told, key=lambda life: str(life.start))


def grok(
    told: list[Life], chart: Lives, locale: Locale, wording: Mapping[str, Bilingual]
) -> list[Drawing]:
    """Draw a row a life."""
    first, last = first_day(chart.start), first_day(chart.end)
    rows = tuple(
        Row(life.model.id, _said(life, locale, wording), tuple(_marks(life, chart)))
        for life in told
    )
    ticks = [Tick(at, label) for at, label in dates(first, last, locale)]
    legend = [(entry.shape, entry.words[locale]) for entry in chart.legend]
    return [rows_drawing([Group("", rows)], ticks, frame, legend) for frame in FRAMES]


def _marks(life: Life, chart: Lives) -> Iterator[Mark]:
    first, last = first_day(chart.start), first_day(chart.end)

    def at(date: PartialDate) -> float:
        """Return the fraction of a date; a month stands in its middle."""
        moment = Moment(date)
        days = (moment.first_day() - first) + (moment.day_after() - moment.first_day()) / 2
        return days / (last - first)

    end = life.model.retirement
    until = end if life.retired and end else chart.until
    yield Mark("span", at(life.start), at(until))
    if end and not life.retired:
        yield Mark("scheduled", at(until), at(end))
    for step in life.steps:
        yield Mark("diamond" if step.step == "ga" else "point", at(step.date))
    if life.first:
        yield Mark("hollow", at(_dated(life.first)))
    if life.retired:
        yield Mark("retired", at(until))


def _said(life: Life, locale: Locale, wording: Mapping[str, Bilingual]) -> str:
    """Return a life in words: each step with its date."""
    parts = [(f"life-{step.step}", step.date) for step in life.steps]
    if life.first:
        parts.append(("life-first", _dated(life.first)))
    if life.model.retirement:
        parts.append(("life-retired" if life.retired else "life-scheduled", life.model.retirement))
    said = (wording[key][locale].format(date.format(locale)) for key, date in parts)
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in said)


def _dated(document: Document | None) -> PartialDate:
    assert document and document.date, "the schema has each model read in a dated document"
    return document.date
