"""The 42 statements of the founding article, each followed up in both languages."""

from typing import Any

from dossier.load import load
from dossier.locales import LOCALES, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site
from tests.support.tables import read_table

TOLD: dict[str, dict[str, Any]] = read_table("content/founding-article.yml")
# S02 and S43 are not statements of their own.
STATEMENTS = [f"S{n:02}" for n in range(1, 45) if n not in (2, 43)]


def test_all_42_statements_are_followed() -> None:
    assert sorted(TOLD) == STATEMENTS
    assert len(STATEMENTS) == 42


def test_each_statement_is_on_its_page_and_cited_there(site: Site) -> None:
    claims = load(ROOT).claims
    with each_reported("tests/content/founding-article.yml has the page and its words") as at:
        for statement in STATEMENTS:
            page, carrying = (
                TOLD[statement]["page"],
                {f"#fn:{key}" for key, claim in claims.items() if statement in claim.ref},
            )
            for locale in LOCALES:
                text = site.text(site_path(locale, page))
                with at(f"{statement} on {locale}/{page}"):
                    assert [words for words in TOLD[statement][locale] if words not in text] == []
            cited = site.html(page).css("a.footnote-ref")
            with at(f"{statement}, cited on {page}"):
                assert carrying & {str(a.attributes["href"]) for a in cited}
