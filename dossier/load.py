"""Load data/ and docs/, and check that they are valid and consistent."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from dossier.catalog.load import load_catalog
from dossier.catalog.maker_pages import maker_pages
from dossier.catalog.package import load_package
from dossier.charts.load import load_charts
from dossier.content import Dossier
from dossier.evidence.citations import check_citations
from dossier.evidence.claims import load_claims
from dossier.evidence.corrections import load_corrections
from dossier.evidence.events import load_events
from dossier.evidence.founding_article import load_founding_article
from dossier.evidence.proceedings import load_proceedings
from dossier.evidence.quotations import check_quotations
from dossier.files.problems import DossierError, Problem, gathering
from dossier.glossary.banned_renderings import check_banned_renderings
from dossier.glossary.terms import load_glossary
from dossier.pages.page import read_pages
from dossier.pages.sections import check_sections
from dossier.rendering.blocks import check_blocks
from dossier.translation.state import check_translations
from dossier.wording import check_wording, load_wording

_Stamps = tuple[tuple[Path, int], ...]
"""Files and the times of their last change."""


def load(root: Path) -> Dossier:
    """Read data/ and docs/ below `root`; files that have not changed are not parsed again.

    Raises:
        DossierError: with every problem found, its files named relative to `root`.
    """
    return _load(root, _stamps(root / "data"), _stamps(root / "docs"))


def _stamps(folder: Path) -> _Stamps:
    return tuple((file, file.lstat().st_mtime_ns) for file in sorted(folder.rglob("*.*")))


@lru_cache(maxsize=1)
def _load(root: Path, data_stamps: _Stamps, _docs_stamps: _Stamps) -> Dossier:
    folder = root / "data"
    data, data_problems = _load_data(folder, data_stamps)
    problems = [*data_problems]
    if "wording" in data:
        problems += check_wording(data["wording"], root)
    with gathering(problems):
        pages = read_pages(root / "docs")
        for check in (check_blocks, check_sections, check_translations):
            problems += check(pages)
        problems += check_banned_renderings(pages, folder, data.get("glossary", {}))
        if {"catalog", "wording"} <= data.keys():
            models = folder / "catalog" / "models.csv"
            made = maker_pages(data["catalog"], data["wording"], pages, models)
            with gathering(problems):
                corrections = load_corrections(folder / "corrections.yml", [*pages, *made])
        if "claims" in data:
            claims, claims_file = data["claims"], folder / "claims.yml"
            problems += check_citations(pages, claims, claims_file)
            problems += check_quotations(pages, claims, data["sources"], claims_file)
            events = load_events(folder / "events.yml", claims, data["sources"], pages)
    if problems:
        raise DossierError(problem.relative_to(root) for problem in problems)
    return Dossier(**data, pages=pages, made=made, events=events, corrections=corrections)


@lru_cache(maxsize=1)
def _load_data(folder: Path, _: _Stamps) -> tuple[dict[str, Any], list[Problem]]:
    """Return the fields of `Dossier` that data/ holds, as far as it can be read; its problems."""
    data: dict[str, Any] = {}
    problems: list[Problem] = []
    with gathering(problems):
        data["catalog"] = load_catalog(folder / "catalog")
    with gathering(problems):
        data["package"] = load_package(folder / "catalog" / "downloads.yml")
    with gathering(problems):
        data["wording"] = load_wording(folder / "wording.yml")
    with gathering(problems):
        data["claims"], data["sources"] = load_claims(folder)
    if "claims" in data:
        with gathering(problems):
            data["glossary"] = load_glossary(folder / "glossary.yml", data["claims"])
        with gathering(problems):
            data["charts"] = load_charts(folder / "charts", data["claims"])
        with gathering(problems):
            data["proceedings"] = load_proceedings(folder / "proceedings.yml", data["claims"])
        with gathering(problems):
            file = folder / "founding-article.yml"
            data["founding_article"] = load_founding_article(file, data["claims"])
    return data, problems
