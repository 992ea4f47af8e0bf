"""The foot of each page: reading time, revision, how to cite it, where to report an error."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from dossier.files.dates import PartialDate
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.how_to_cite import cite_page
from dossier.pages.page import FrontMatter, Page, read_pages
from dossier.pages.reading_time import reading_minutes
from tests.support.behind import REPOSITORY
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain
from tests.support.tables import read_table

PAGES = read_pages(ROOT / "docs")
FORMS = {"fr": "erreur.yml", "en": "error.yml"}


def test_every_page_has_its_reading_time_its_date_and_its_citation(site: Site) -> None:
    with each_reported("overrides/partials, or the front matter") as at:
        for page in PAGES:
            address = site_path(page.locale, page.path)
            foot = first(site.html(address), ".page-meta")
            cited = first(foot, "details").text()
            title = plain(page.front_matter.title)
            with at(address):
                revised = first(foot, "time").attributes["datetime"]
                assert revised == str(page.front_matter.revised)
                assert f"{reading_minutes(page.text, page.locale)} min" in plain(foot.text())
                assert site.url + address in cited
                assert title in plain(cited).replace("\\", "") or "«" in title
                assert f"  url = {{{site.url}{address}}}," in cited
                # There is no repository here, so nowhere to report an error.
                assert foot.css("p:not(.corrected) a") == []


@pytest.mark.parametrize("path", ["", "incident/xai/", "en/", "en/incident/xai/"])
def test_an_error_is_reported_with_the_address_and_language_of_the_page(
    path: str, site_behind: Site
) -> None:
    locale: Locale = "en" if path.startswith("en/") else "fr"
    [link] = site_behind.html(path).css(".page-meta a[href*='/issues/']")
    address = urlsplit(str(link.attributes["href"]))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
    asked = {name: value for name, [value] in parse_qs(address.query).items()}
    assert asked == {
        "template": FORMS[locale],
        "page": site_behind.url + path,
        "language": locale,
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_issue_form_takes_what_the_link_fills_in(locale: Locale) -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORMS[locale]).read_text())
    assert {"page", "language"} <= {field["id"] for field in form["body"]}


def test_a_citation_escapes_what_bibtex_reads_as_its_own() -> None:
    front_matter = FrontMatter(title="50 % & {x}_y", description="D", revised=PartialDate(2026, 1))
    page = Page("en", Path("x.md"), "a/b/", front_matter, "")
    citation = cite_page(page, "Grok on Azure", "https://x.example/en/a/b/")
    expected = read_table("content/citation.yml")
    assert citation.bibtex == expected["bibtex"]
    assert citation.text == expected["text"]


@pytest.mark.parametrize(
    ("words", "locale", "minutes"),
    [(1, "fr", 1), (195, "fr", 1), (196, "fr", 2), (228, "en", 1), (229, "en", 2)],
)
def test_reading_takes_a_minute_for_so_many_words(words: int, locale: Locale, minutes: int) -> None:
    text = "mot " * words + "[^note] {: .lead } <br>"
    assert reading_minutes(text, locale) == minutes
