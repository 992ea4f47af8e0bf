"""Reads the pictures that people wrote, in data/pictures/."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.claims import Claim
from dossier.pictures.schema import Dated, Entry, Hourly, Lives, Ties
from dossier.problems import DossierError, Problem, gathering, read_text
from dossier.yaml_files import Yaml, parse_yaml, validate


class Pictures(Entry):
    """The pictures that people wrote, each by the name of its file."""

    may_14: Hourly
    money: Dated
    prompts: Dated
    ties: Ties
    grok: Lives

    @property
    def stories(self) -> dict[str, Hourly | Dated | Ties]:
        """Return those that are rows of words, by the name of their block."""
        return {
            "picture-may-14": self.may_14,
            "picture-money": self.money,
            "picture-prompts": self.prompts,
            "picture-ties": self.ties,
        }

    @property
    def claims(self) -> dict[str, list[str]]:
        """Return the claims of each, by the name of its block."""
        return {
            block: list(dict.fromkeys(picture.claims))
            for block, picture in {**self.stories, "picture-grok": self.grok}.items()
        }


def load_pictures(folder: Path, claims: Mapping[str, Claim]) -> Pictures:
    """Read the pictures.

    Raises:
        DossierError: one is malformed, or rests on a claim that there is not.
    """
    pictures: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field in Pictures.model_fields.items():
        file = folder / f"{name.replace('_', '-')}.yml"
        with gathering(problems):
            parsed = parse_yaml(read_text(file), file)
            pictures[name] = validate(parsed, field.annotation)
            problems += _unknown_claims(parsed, claims)
    if problems:
        raise DossierError(problems)
    return Pictures(**pictures)


def _unknown_claims(parsed: Yaml, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    for path, node in parsed.scalars.items():
        if "claims" in path and node.value not in claims:
            message = f"the picture rests on an unknown claim “{node.value}”: add it to claims.yml "
            yield Problem(parsed.file, parsed.line(path), message + "or correct its name")
