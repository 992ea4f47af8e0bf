"""`make pdf`: a story as one file to hand out, in each language."""

import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import Destination

from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.page import read_pages
from publishing.built_site import BuiltSite
from publishing.errors import PublishingError
from publishing.pdf import first_sheets, story_pdf
from publishing.story import STORIES
from tests.support.site import ROOT, Site, first, plain

STORY = "openai/"
INTERFACE = {"fr": ["Lire en regard", "Citer cette page"], "en": ["Read side by side", "Cite this"]}


@dataclass(frozen=True)
class Printed:
    """A story as printed, and the text of each sheet."""

    locale: Locale
    pdf: PdfReader
    sheets: list[str]


@pytest.fixture(scope="module", params=LOCALES)
def printed(request: pytest.FixtureRequest, site: Site, browser: Browser) -> Printed:
    made = story_pdf(BuiltSite(site.folder, site.url), browser, STORY, request.param)
    pdf = PdfReader(BytesIO(made))
    return Printed(request.param, pdf, [read(sheet.extract_text()) for sheet in pdf.pages])


def read(text: str) -> str:
    """Return a sheet's text without ligatures."""
    return plain(unicodedata.normalize("NFKC", text))


def headings(site: Site, locale: Locale, level: str) -> list[str]:
    order = [site_path(locale, STORY + name) for name in ("", "microsoft/", "musk/")]
    return [
        plain(heading.text()).removesuffix("¶").strip()
        for path in order
        for heading in site.article(path).css(level)
    ]


def titles(marks: list[Any]) -> list[str]:
    return [plain(mark.title or "") for mark in marks if isinstance(mark, Destination)]


def test_the_bookmarks_are_the_pages_and_below_them_their_headings(
    printed: Printed, site: Site
) -> None:
    assert titles(printed.pdf.outline)[:3] == headings(site, printed.locale, "h1")
    below = [mark for mark in printed.pdf.outline if isinstance(mark, list)]
    assert len(below) == len(titles(printed.pdf.outline))
    shown = [title for marks in below[:3] for title in titles(marks)]
    assert shown == headings(site, printed.locale, "h2")


def test_every_page_of_the_story_is_in_it(printed: Printed) -> None:
    written = [
        page
        for page in read_pages(ROOT / "docs")
        if page.locale == printed.locale and page.path.startswith(STORY)
    ]
    assert len(titles(printed.pdf.outline)) == len(written)


def test_the_contents_name_the_sheets_on_which_pages_start(printed: Printed) -> None:
    starts = zip(first_sheets(printed.pdf), titles(printed.pdf.outline), strict=True)
    for number, title in starts:
        assert f"{title} {number}" in printed.sheets[0]
        assert title in printed.sheets[number - 1]


def test_each_sheet_but_the_title_page_has_its_number(printed: Printed) -> None:
    total = len(printed.sheets)
    assert total > 5
    assert f"/ {total}" not in printed.sheets[0]
    for number, text in enumerate(printed.sheets[1:], start=2):
        assert f"{number} / {total}" in text


def test_the_title_page_says_what_it_is_when_it_was_revised_and_where_it_stands(
    printed: Printed, site: Site
) -> None:
    address = site.url + site_path(printed.locale, STORY)
    page = site.html(site_path(printed.locale, STORY))
    for said in (
        first(page, "meta[name=description]").attributes["content"] or "",
        first(page, ".page-meta time").text(),
        address,
    ):
        assert read(said).replace(" ", "") in printed.sheets[0].replace(" ", "")


def test_it_is_tagged_and_says_its_language_and_title(printed: Printed) -> None:
    root: Any = printed.pdf.trailer["/Root"]
    assert root["/Lang"] == printed.locale
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert printed.pdf.metadata
    assert plain(printed.pdf.metadata.title or "") == titles(printed.pdf.outline)[0]


def test_nothing_to_press_is_printed_and_addresses_are(printed: Printed) -> None:
    text = " ".join(printed.sheets)
    assert [word for word in INTERFACE[printed.locale] if word in text] == []
    assert "¶" not in text and "↩" not in text
    assert "<https://" in text
    assert f"<{Site.url}" not in text


def test_links_between_its_pages_stay_in_it(printed: Printed, site: Site) -> None:
    root = site.url + site_path(printed.locale, STORY)
    links = [
        annotation.get_object()["/A"].get("/URI", "")
        for sheet in printed.pdf.pages
        for annotation in sheet.get("/Annots", [])
        if "/A" in annotation.get_object()
    ]
    assert any(link.startswith(site.url) for link in links), "no link to the rest of the site"
    assert [link for link in links if link.startswith(root)] == []


def test_the_stories_are_sections_of_the_site(site: Site) -> None:
    built = BuiltSite(site.folder, site.url)
    for locale in LOCALES:
        for story in STORIES:
            assert len(built.section(story, locale)) > 1


def test_a_page_that_none_leads_to_is_told(site: Site, tmp_path: Path) -> None:
    for page in ("incident/", "incident/lost/"):
        (tmp_path / page).mkdir()
        (tmp_path / page / "index.html").write_text("<title>A page</title>")
    with pytest.raises(PublishingError, match="leads on to incident/lost/: add it to nav"):
        BuiltSite(tmp_path, site.url).section("incident/", "fr")


def test_without_a_site_one_sentence_says_so(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "publishing", "pdf"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "error: site/index.html is not there: run make build first\n"
