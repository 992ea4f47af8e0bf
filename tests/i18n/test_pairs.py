"""Each page stands in both languages, at the same path; what it says: test_parity."""

import re

import pytest

from dossier.locales import LOCALES, ORIGINAL, site_path
from dossier.pages.page import read_pages
from tests.support.site import ROOT, Site, first

DOCS = {(page.locale, page.path): page for page in read_pages(ROOT / "docs")}
PATHS = sorted({path for _, path in DOCS})


@pytest.mark.parametrize("path", PATHS)
def test_a_page_stands_in_every_language(path: str) -> None:
    missing = [locale for locale in LOCALES if (locale, path) not in DOCS]
    assert missing == [], f"docs/{missing}/{path}index.md is missing"


@pytest.mark.parametrize("path", PATHS)
def test_every_heading_has_an_explicit_id(path: str) -> None:
    for locale in LOCALES:
        page = DOCS[locale, path]
        bare = re.findall(r"^#+ (?!.*\{#[a-z0-9-]+\}$).*$", page.text, re.MULTILINE)
        assert bare == [], f"{page.file}: give it an id, as in {{#word}}"


@pytest.mark.parametrize("path", PATHS)
def test_the_built_page_says_its_language(path: str, site: Site) -> None:
    for locale in LOCALES:
        html = first(site.html(site_path(locale, path)), "html")
        assert html.attributes["lang"] == locale


def test_the_original_stands_at_the_root() -> None:
    assert [site_path(locale, "x/") for locale in LOCALES] == ["x/", "en/x/"]
    assert ORIGINAL == "fr"
