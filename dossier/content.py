"""Everything that people wrote, read and checked once for each change."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dossier.catalog.load import load_catalog
from dossier.catalog.maker_pages import maker_pages
from dossier.catalog.schema import Catalog
from dossier.charts.load import Charts, load_charts
from dossier.evidence.citations import check_citations
from dossier.evidence.claims import Claim, Source, load_claims
from dossier.evidence.events import Event, load_events
from dossier.files.problems import DossierError, Problem, gathering
from dossier.glossary.avoided import check_avoided
from dossier.glossary.terms import Term, load_glossary
from dossier.locales import Bilingual
from dossier.pages.blocks import check_blocks
from dossier.pages.page import Page, read_pages
from dossier.pages.sections import check_sections
from dossier.translation.state import check_translations
from dossier.wording import check_wording, load_wording


@dataclass(frozen=True)
class Dossier:
    """The content of data/ and docs/, valid and consistent."""

    claims: dict[str, Claim]
    sources: dict[str, Source]
    glossary: dict[str, Term]
    catalog: Catalog
    wording: dict[str, Bilingual]
    pages: list[Page]
    made: list[Page]
    """The pages that data makes, in every language: nobody writes or translates them."""
    events: dict[str, Event]
    charts: Charts

    @cached_property
    def all_pages(self) -> list[Page]:
        """The pages that people wrote and those that data makes."""
        return self.pages + self.made


def load(root: Path) -> Dossier:
    """Read data/ and docs/ under `root`; unchanged files are not read twice.

    Raises:
        DossierError: with every problem found, its files named relative to `root`.
    """
    files = [*(root / "data").rglob("*.*"), *(root / "docs").rglob("*.md")]
    return _load(root, tuple(sorted((file, file.lstat().st_mtime_ns) for file in files)))


@lru_cache(maxsize=1)
def _load(root: Path, _stamps: tuple[tuple[Path, int], ...]) -> Dossier:
    data = root / "data"
    claims: dict[str, Claim] = {}
    sources: dict[str, Source] = {}
    glossary: dict[str, Term] = {}
    catalog = Catalog({}, (), ())
    wording: dict[str, Bilingual] = {}
    pages: list[Page] = []
    events: dict[str, Event] = {}
    charts: Charts | None = None
    problems: list[Problem] = []
    with gathering(problems):
        catalog = load_catalog(data / "catalog")
    with gathering(problems):
        wording = load_wording(root)
        problems += check_wording(wording, root)
    with gathering(problems):
        pages = read_pages(root / "docs")
        problems += check_blocks(pages) + check_sections(pages) + check_translations(pages)
    with gathering(problems):
        claims, sources = load_claims(data)
        problems += check_citations(pages, claims, data / "claims.yml")
        glossary = load_glossary(data / "glossary.yml", claims)
        problems += check_avoided(pages, data, glossary)
        with gathering(problems):
            events = load_events(data / "events.yml", claims, pages)
        charts = load_charts(data / "charts", claims)
    if problems:
        raise DossierError(problem.relative_to(root) for problem in problems)
    assert charts
    made = maker_pages(catalog, wording, pages, data / "catalog" / "models.csv")
    return Dossier(claims, sources, glossary, catalog, wording, pages, made, events, charts)
