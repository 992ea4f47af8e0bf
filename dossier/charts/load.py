"""Load the charts in data/charts/."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.charts.schema import DateChart, HourChart, LifeChart, RowChart, TieChart
from dossier.evidence.claims import Claim
from dossier.files.problems import DossierError, Problem, gathering, read_text
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
    problems: list[Problem] = []
    for name, type_ in (*_ROW_CHARTS.items(), ("grok", LifeChart)):
        file = folder / f"{name}.yml"
        with gathering(problems):
            parsed = parse_yaml(read_text(file), file)
            charts[f"chart-{name}"] = validate(parsed, type_)
            paths = {path: node.value for path, node in parsed.scalars.items() if "claims" in path}
            cited[f"chart-{name}"] = list(dict.fromkeys(paths.values()))
            for path, claim in paths.items():
                if claim not in claims:
                    message = f"the chart cites an unknown claim “{claim}”: add it to claims.yml "
                    message += "or correct its name"
                    problems.append(Problem(file, parsed.line(path), message))
    if problems:
        raise DossierError(problems)
    grok = charts.pop("chart-grok")
    return Charts(charts, grok, cited)
