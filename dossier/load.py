"""Everything that people wrote, read and checked once for each change."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dossier.avoided import check_avoided
from dossier.blocks import check_blocks
from dossier.catalogue.load import load_catalog
from dossier.catalogue.maker_pages import maker_pages
from dossier.catalogue.schema import Catalog
from dossier.citations import check_citations
from dossier.claims import Claim, Source, load_claims
from dossier.events import Event, load_events
from dossier.glossary import Term, load_glossary
from dossier.locales import Bilingual
from dossier.pages import Page, read_pages
from dossier.pictures.load import Pictures, load_pictures
from dossier.problems import DossierError, Problem, gathering
from dossier.sections import check_sections
from dossier.translations import check_translations
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
    pictures: Pictures

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
    pictures: Pictures | None = None
    problems: list[Problem] = []
    with gathering(problems):
        catalog = load_catalog(data / "models")
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
        pictures = load_pictures(data / "pictures", claims)
    if problems:
        raise DossierError(problem.relative_to(root) for problem in problems)
    assert pictures
    made = maker_pages(catalog, wording, pages, data / "models" / "models.csv")
    return Dossier(claims, sources, glossary, catalog, wording, pages, made, events, pictures)
