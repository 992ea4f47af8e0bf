"""Citations of pages, compared; what is reported with its line is in bad-input.yml."""

from pathlib import Path

from dossier.evidence.citations import check_citations, cited_claims
from dossier.evidence.claims import Claim
from dossier.files.dates import PartialDate
from dossier.locales import Locale
from dossier.pages.page import FrontMatter, Page

CLAIMS = {
    key: Claim.model_validate(
        {
            "statement": {"fr": "Un fait.", "en": "A fact."},
            "sources": ["somewhere"],
            "strength": "press",
            "ref": ["A01"],
        }
    )
    for key in ("one", "two")
}


def page(
    locale: Locale, text: str, path: str = "", translates: dict[str, str] | None = None
) -> Page:
    front_matter = FrontMatter(
        title="T", description="D", revised=PartialDate(2026), translates=translates or {}
    )
    return Page(locale, Path(f"docs/{locale}/index.md"), path, front_matter, text)


def problems(*pages: Page) -> list[str]:
    return [str(problem) for problem in check_citations(pages, CLAIMS, Path("data/claims.yml"))]


def test_claims_are_listed_once_in_order_of_first_citation() -> None:
    assert cited_claims("b[^two] a[^one] b[^two]") == ["two", "one"]


def test_code_cites_nothing() -> None:
    assert cited_claims("`[^one]`\n\n```\n[^two]\n```\n") == []


def test_pages_that_cite_the_same_claims_are_accepted() -> None:
    assert problems(page("fr", "a[^one] b[^two]"), page("en", "b[^two] a[^one]")) == []


def test_a_citation_missing_from_the_translation_is_reported_once() -> None:
    [problem] = problems(page("fr", "a[^one]\nb[^two]\nc[^two]"), page("en", "a[^one]"))
    assert problem.startswith("docs/fr/index.md:2: cites “two” but docs/en/index.md")


def test_a_section_known_to_be_behind_may_cite_less() -> None:
    french = page("fr", "a[^one]\n\n# B {#b}\n\nb[^two]\n\n# C {#c}\n\nc[^one]")
    english = page("en", "a[^one]\n\n# B {#b}\n\nb", translates={"b": "00000000"})
    assert problems(french, english) == []
    # A section that nobody has accepted yet is no excuse.
    assert len(problems(french, page("en", english.source))) == 1


def test_a_page_in_one_language_is_not_compared() -> None:
    assert problems(page("fr", "a[^one]", "only/"), page("en", "b[^two]", "other/")) == []
