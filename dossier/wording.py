"""The words of the interface, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from dossier.catalog import values
from dossier.catalog.model_table import COLUMNS, PRESETS, RANGES, Match
from dossier.charts.makers import FILLINGS
from dossier.charts.schema import StepName
from dossier.evidence.claims import Doubt, Extent, Strength
from dossier.evidence.events import Theme
from dossier.evidence.founding_article import ArticlePart, Asserter, Verdict
from dossier.evidence.proceedings import ProceedingState
from dossier.files.problems import Problem
from dossier.files.records import load_records
from dossier.locales import LOCALES, Bilingual
from dossier.translation.state import STATES

_USE = re.compile(r"""\bt\.([a-z]+)\b|\bt\[["']([a-z-]+)["']\](?! *~)|\bwording\["([a-z-]+)"\]""")
_LABELLED = (
    "Answer", "Api", "Capability", "Change", "Convention", "Deployment", "Format", "Hosting",
    "Kind", "Lifecycle", "Modality", "Point", "Publisher", "Seller", "Status", "Tuning",
    "TuningPlace",
    "Lifecycle", "Modality", "Point", "Publisher", "Seller", "Status", "Tuning", "TuningPlace",
)  # fmt: skip
"""Types in dossier/catalog/values.py whose values have a label each: catalog-TYPE-VALUE."""

_FOLDERS = ("dossier/charts", "dossier/rendering/templates", "overrides", "hooks", "publishing")


def load_wording(file: Path) -> dict[str, Bilingual]:
    """Read the words of the interface.

    Raises:
        DossierError: the file is malformed.
    """
    return load_records(file, Bilingual)[0]


def check_wording(wording: dict[str, Bilingual], root: Path) -> Iterator[Problem]:
    """Yield the words that templates and hooks below `root` use and the file is missing."""
    file = root / "data" / "wording.yml"
    for key in set(used_words(root)) - wording.keys():
        yield Problem(file, 1, f"the file has no “{key}”: add it, in both languages")
    backlink = wording.get("footnote-backlink")
    for locale in LOCALES:
        if backlink and re.findall(r"[{}]+", backlink[locale]) != ["{}"]:
            message = f"footnote-backlink.{locale}: write {{}} once, where the number goes"
            yield Problem(file, 1, message)


def used_words(root: Path) -> Iterator[str]:
    """Yield every key that templates and hooks use."""
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*.*")):
            if path.suffix in (".html", ".py"):
                for match in _USE.finditer(path.read_text(encoding="utf-8")):
                    yield match[1] or match[2] or match[3]
    for strength in get_args(Strength):
        yield from (f"tier-{strength}", f"tier-{strength}-about", f"strength-{strength}")
    for doubt in get_args(Doubt):
        yield from (f"doubt-{doubt}", f"doubt-{doubt}-about")
    for reason in ("disputed", "contradicted"):
        yield from (f"{reason}-by", f"{reason}-itself")
    yield from (f"filter-{name}" for name in ("grade", "agency", "language"))
    for feed in ("feed", "corrections-feed"):
        yield from (f"{feed}-title", f"{feed}-about")
    yield from (f"correction-{part}" for part in ("said", "says", "why"))
    yield from (f"seen-{extent}" for extent in get_args(Extent))
    yield from ("consulted-day", "consulted-month")
    yield from (f"article-part-{part}" for part in get_args(ArticlePart))
    yield from (f"article-who-{asserter}" for asserter in get_args(Asserter))
    yield from (f"article-verdict-{verdict}" for verdict in get_args(Verdict))
    yield from (f"theme-{theme}" for theme in get_args(Theme))
    yield from (f"proceeding-{state}" for state in get_args(ProceedingState))
    yield from (f"filling-{filling}" for filling in FILLINGS)
    yield from (f"life-{step}" for step in (*get_args(StepName), "first", "retired", "scheduled"))
    yield from (f"state-{state}" for state in STATES)
    yield from (column.word for column in COLUMNS)
    yield from (f"unit-{column.unit}" for column in COLUMNS if column.unit)
    yield from (f"preset-{word}" for word, _ in PRESETS)
    for name, _ in RANGES:
        key = name.replace("_", "-")
        yield from (f"range-{key}", f"range-about-{key}")
    yield from ("range-from", "range-to")
    yield from (f"catalog-match-{match}" for match in get_args(Match))
    for name in _LABELLED:
        labelled = get_args(getattr(values, name))
        yield from (f"catalog-{name.lower()}-{value}" for value in labelled)
