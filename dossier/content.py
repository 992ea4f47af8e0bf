"""The content of data/ and docs/, loaded and checked."""

from dataclasses import dataclass
from functools import cached_property

from dossier.catalog.package import Package
from dossier.catalog.schema import Catalog
from dossier.charts.load import Charts
from dossier.evidence.claims import Claim, Source, claims_by_source
from dossier.evidence.corrections import Correction
from dossier.evidence.events import Event
from dossier.evidence.founding_article import ArticleStatement
from dossier.evidence.proceedings import Proceeding
from dossier.glossary.terms import Term
from dossier.locales import LOCALES, Bilingual, Locale
from dossier.pages.page import Page, edition


@dataclass(frozen=True, eq=False)
class Dossier:
    """Valid and consistent content. Compared by identity, so that results can be cached."""

    claims: dict[str, Claim]
    sources: dict[str, Source]
    glossary: dict[str, Term]
    proceedings: dict[str, Proceeding]
    catalog: Catalog
    package: Package
    wording: dict[str, Bilingual]
    pages: list[Page]
    made: list[Page]
    """The pages made from data, in every language."""
    events: dict[str, Event]
    corrections: dict[str, Correction]
    charts: Charts
    founding_article: dict[str, ArticleStatement]

    @cached_property
    def supported(self) -> dict[str, list[str]]:
        """Return the ids of the claims that each source supports."""
        return claims_by_source(self.claims)

    @cached_property
    def all_pages(self) -> list[Page]:
        """The written pages and those made from data."""
        return self.pages + self.made

    def page(self, locale: Locale, path: str) -> Page:
        """Return the page that readers of a language get at `path`: its `locale` may differ."""
        return self._editions[locale][path]

    def edition(self, locale: Locale) -> list[Page]:
        """Return the pages that readers of a language get, sorted by path."""
        return list(self._editions[locale].values())

    def words(self, locale: Locale) -> dict[str, str]:
        """Return the words of the interface in one language, by key."""
        return self._words[locale]

    @cached_property
    def _editions(self) -> dict[Locale, dict[str, Page]]:
        return {
            locale: {page.path: page for page in edition(self.all_pages, locale)}
            for locale in LOCALES
        }

    @cached_property
    def _words(self) -> dict[Locale, dict[str, str]]:
        return {
            locale: {key: text[locale] for key, text in self.wording.items()} for locale in LOCALES
        }
