"""Load the charts in data/charts/."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.charts.schema import DateChart, HourChart, LifeChart, RowChart, TieChart
from dossier.evidence.claims import Claim, check_claims
from dossier.files.problems import checking, gathering, read_text
from dossier.files.records import parse_yaml, validate

_ROW_CHARTS: dict[str, type[RowChart]] = {
    "may-14": HourChart,
    "money": DateChart,
    "prompts": DateChart,
    "ties": TieChart,
}


@dataclass(frozen=True)
class Charts:
    """The charts of data/charts/: row charts and cited claims by the name of the chart's block."""

    rows: dict[str, RowChart]
    grok: LifeChart
    claims: dict[str, list[str]]


def load_charts(folder: Path, claims: Mapping[str, Claim]) -> Charts:
    """Load the charts.

    Raises:
        DossierError: a chart is malformed, or cites an unknown claim.
    """
    charts: dict[str, Any] = {}
    cited: dict[str, list[str]] = {}
    with checking() as problems:
        for name, type_ in (*_ROW_CHARTS.items(), ("grok", LifeChart)):
            file = folder / f"{name}.yml"
            with gathering(problems):
                parsed = parse_yaml(read_text(file), file)
                charts[f"chart-{name}"] = validate(parsed, type_)
                cited[f"chart-{name}"], unknown = check_claims(parsed, claims)
                problems.extend(unknown)
    grok = charts.pop("chart-grok")
    return Charts(charts, grok, cited)
