"""The 42 statements of the founding article, each with a verdict and its claims."""

import pytest

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain

DOSSIER = load(ROOT)
STATEMENTS = DOSSIER.founding_article


def test_all_42_statements_are_there_in_the_order_of_the_article() -> None:
    # s02 and s43 are not statements of their own.
    assert list(STATEMENTS) == [f"s{n:02}" for n in range(1, 45) if n not in (2, 43)]
    assert len(STATEMENTS) == 42


@pytest.mark.parametrize("locale", LOCALES)
def test_each_statement_is_found_with_its_verdict_and_its_sources(
    locale: Locale, site: Site
) -> None:
    html = site.html(site_path(locale, "sources/article/"))
    words = DOSSIER.words(locale)
    rows = html.css("article tbody tr:has(span[id])")
    assert [first(row, "span[id]").attributes["id"] for row in rows] == list(STATEMENTS)
    with each_reported("the template founding-article.html") as at:
        for row, (key, statement) in zip(rows, STATEMENTS.items(), strict=True):
            stated, verdict, finding = row.css("td")
            cited = {str(sup.attributes["id"]).partition(":")[2] for sup in row.css("sup[id]")}
            with at(key):
                assert plain(first(stated, "span[id]").text()) == plain(statement.statement[locale])
                assert words[f"article-who-{statement.who}"] in plain(stated.text())
                assert plain(verdict.text()) == words[f"article-verdict-{statement.verdict}"]
                assert plain(statement.finding[locale]).rstrip(".") in plain(finding.text())
                assert cited == set(statement.claims)
    assert {"sources/article/"} <= {page.path for page in DOSSIER.edition(locale)}
    assert 'href="article/"' in (site.html(site_path(locale, "sources/")).html or "")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_opening_of_the_page_counts_the_statements_that_are_confirmed(locale: Locale) -> None:
    [page] = [page for page in DOSSIER.edition(locale) if page.path == "sources/article/"]
    confirmed = sum(one.verdict == "confirmed" for one in STATEMENTS.values())
    words = {"fr": f"{confirmed} sont confirmées", "en": f"{confirmed} are confirmed"}
    assert words[locale] in page.text
