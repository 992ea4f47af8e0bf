"""The 42 statements of the article that the dossier grew from, told in both languages."""

from typing import Any

import pytest
import yaml

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from tests.support.site import ROOT, Site

TOLD: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/content/founding-article.yml").read_text(encoding="utf-8")
)
# S02 and S43 are not statements of their own.
STATEMENTS = [f"S{n:02}" for n in range(1, 45) if n not in (2, 43)]


def test_all_42_statements_are_followed() -> None:
    assert sorted(TOLD) == STATEMENTS
    assert len(STATEMENTS) == 42


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_is_told(statement: str, locale: Locale, site: Site) -> None:
    text = site.text(site_path(locale, TOLD[statement]["page"]))
    missing = [words for words in TOLD[statement][locale] if words not in text]
    assert missing == []


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_is_cited_where_it_is_told(statement: str, site: Site) -> None:
    claims = load(ROOT).claims
    carrying = {f"#fn:{key}" for key, claim in claims.items() if statement in claim.ref}
    html = site.html(TOLD[statement]["page"])
    assert carrying & {str(a.attributes["href"]) for a in html.css("a.footnote-ref")}
