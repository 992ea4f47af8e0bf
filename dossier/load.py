"""Load data/ and docs/, and check that they are valid and consistent."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dossier.catalog.load import load_catalog
from dossier.catalog.maker_pages import maker_pages
from dossier.catalog.schema import Catalog
from dossier.charts.load import Charts, load_charts
from dossier.content import Dossier
from dossier.evidence.citations import check_citations
from dossier.evidence.claims import Claim, Source, load_claims
from dossier.evidence.events import load_events
from dossier.files.problems import DossierError, Problem, gathering
from dossier.glossary.banned_renderings import check_banned_renderings
from dossier.glossary.terms import Term, load_glossary
from dossier.locales import Bilingual
from dossier.pages.page import read_pages
from dossier.pages.sections import check_sections
from dossier.rendering.blocks import check_blocks
from dossier.translation.state import check_translations
from dossier.wording import check_wording, load_wording

_Stamps = tuple[tuple[Path, int], ...]
"""Files and the times of their last change."""


class _Data(NamedTuple):
    """What data/ holds, as far as it can be read, and its problems."""

    catalog: Catalog | None
    wording: dict[str, Bilingual]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    glossary: dict[str, Term]
    charts: Charts | None
    problems: list[Problem]


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
    data = _load_data(folder, data_stamps)
    problems = [*data.problems]
    if data.wording:
        problems += check_wording(data.wording, root)
    with gathering(problems):
        pages = read_pages(root / "docs")
        for check in (check_blocks, check_sections, check_translations):
            problems += check(pages)
        problems += check_banned_renderings(pages, folder, data.glossary)
        if data.claims:
            problems += check_citations(pages, data.claims, folder / "claims.yml")
            events = load_events(folder / "events.yml", data.claims, pages)
    if problems:
        raise DossierError(problem.relative_to(root) for problem in problems)
    assert data.catalog
    assert data.charts
    made = maker_pages(data.catalog, data.wording, pages, folder / "catalog" / "models.csv")
    return Dossier(
        data.claims, data.sources, data.glossary, data.catalog, data.wording, pages, made, events,
        data.charts,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _load_data(folder: Path, _: _Stamps) -> _Data:
    data = _Data(None, {}, {}, {}, {}, None, problems=[])
    with gathering(data.problems):
        data = data._replace(catalog=load_catalog(folder / "catalog"))
    with gathering(data.problems):
        data = data._replace(wording=load_wording(folder / "wording.yml"))
    with gathering(data.problems):
        claims, sources = load_claims(folder)
        data = data._replace(claims=claims, sources=sources)
    if data.claims:
        with gathering(data.problems):
            data = data._replace(glossary=load_glossary(folder / "glossary.yml", data.claims))
        with gathering(data.problems):
            data = data._replace(charts=load_charts(folder / "charts", data.claims))
    return data
