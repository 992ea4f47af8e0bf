"""Reads the charts that people wrote, in data/charts/."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.charts.schema import Dated, Entry, Hourly, Lives, Ties
from dossier.evidence.claims import Claim
from dossier.files.problems import DossierError, Problem, gathering, read_text
from dossier.files.records import Yaml, parse_yaml, validate


class Charts(Entry):
    """The charts that people wrote, each by the name of its file."""

    may_14: Hourly
    money: Dated
    prompts: Dated
    ties: Ties
    grok: Lives

    @property
    def stories(self) -> dict[str, Hourly | Dated | Ties]:
        """Return those that are rows of words, by the name of their block."""
        return {
            "chart-may-14": self.may_14,
            "chart-money": self.money,
            "chart-prompts": self.prompts,
            "chart-ties": self.ties,
        }

    @property
    def claims(self) -> dict[str, list[str]]:
        """Return the claims of each, by the name of its block."""
        return {
            block: list(dict.fromkeys(chart.claims))
            for block, chart in {**self.stories, "chart-grok": self.grok}.items()
        }


def load_charts(folder: Path, claims: Mapping[str, Claim]) -> Charts:
    """Read the charts.

    Raises:
        DossierError: one is malformed, or rests on a claim that there is not.
    """
    charts: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field in Charts.model_fields.items():
        file = folder / f"{name.replace('_', '-')}.yml"
        with gathering(problems):
            parsed = parse_yaml(read_text(file), file)
            charts[name] = validate(parsed, field.annotation)
            problems += _unknown_claims(parsed, claims)
    if problems:
        raise DossierError(problems)
    return Charts(**charts)


def _unknown_claims(parsed: Yaml, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    for path, node in parsed.scalars.items():
        if "claims" in path and node.value not in claims:
            message = f"the chart rests on an unknown claim “{node.value}”: add it to claims.yml "
            yield Problem(parsed.file, parsed.line(path), message + "or correct its name")
