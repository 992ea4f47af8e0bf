"""`make pdf`: each story as one file, in each language."""

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
from publishing.__main__ import main
from publishing.built_site import BuiltSite
from publishing.errors import PublishingError
from publishing.pdf import first_sheets, story_pdf
from publishing.story import STORIES
from tests.support.site import ROOT, Site, first, plain

PRINTED: dict[Locale, str] = {"fr": "build-2025/", "en": "notes/"}
"""A section of each language: one with notes and external links, and a short one."""
INTERFACE = {"fr": ["Lire en regard", "Citer cette page"], "en": ["Read side by side", "Cite this"]}


@dataclass(frozen=True)
class PrintedStory:
    """A printed section: its pages, and the text of each sheet."""

    locale: Locale
    pages: list[str]
    pdf: PdfReader
    sheets: list[str]


@pytest.fixture(scope="module", params=LOCALES)
def printed(request: pytest.FixtureRequest, site: Site, browser: Browser) -> PrintedStory:
    locale: Locale = request.param
    pdf = PdfReader(BytesIO(story_pdf(site, browser, PRINTED[locale], locale)))
    sheets = [normalize(sheet.extract_text()) for sheet in pdf.pages]
    return PrintedStory(locale, site.section(PRINTED[locale], locale), pdf, sheets)


def normalize(text: str) -> str:
    """Return a sheet's text without ligatures."""
    return plain(unicodedata.normalize("NFKC", text))


def titles(marks: list[Any]) -> list[str]:
    return [plain(mark.title or "") for mark in marks if isinstance(mark, Destination)]


def test_the_bookmarks_are_the_pages_and_their_headings(printed: PrintedStory, site: Site) -> None:
    def headings(level: str) -> list[str]:
        nodes = [node for page in printed.pages for node in site.article(page).css(level)]
        return [plain(node.text()).removesuffix("¶").strip() for node in nodes]

    below = [mark for mark in printed.pdf.outline if isinstance(mark, list)]
    assert titles(printed.pdf.outline) == headings("h1")
    assert [title for marks in below for title in titles(marks)] == headings("h2")


def test_every_page_of_the_section_is_in_it(printed: PrintedStory) -> None:
    written = {
        site_path(page.locale, page.path)
        for page in read_pages(ROOT / "docs")
        if page.locale == printed.locale and page.path.startswith(PRINTED[printed.locale])
    }
    assert set(printed.pages) == written
    assert len(titles(printed.pdf.outline)) == len(written) > 1


def test_the_contents_list_the_sheets_on_which_pages_start(printed: PrintedStory) -> None:
    starts = zip(first_sheets(printed.pdf), titles(printed.pdf.outline), strict=True)
    for number, title in starts:
        assert f"{title} {number}" in printed.sheets[0]
        assert title in printed.sheets[number - 1]


def test_every_sheet_but_the_title_page_has_its_number(printed: PrintedStory) -> None:
    total = len(printed.sheets)
    assert total > len(printed.pages)
    assert f"/ {total}" not in printed.sheets[0]
    for number, text in enumerate(printed.sheets[1:], start=2):
        assert f"{number} / {total}" in text


def test_the_title_page_has_description_date_and_address(printed: PrintedStory, site: Site) -> None:
    dates = [first(site.html(page), ".page-meta time") for page in printed.pages]
    for text in (
        first(site.html(printed.pages[0]), "meta[name=description]").attributes["content"] or "",
        max(dates, key=lambda date: date.attributes["datetime"] or "").text(),
        site.url + printed.pages[0],
    ):
        assert normalize(text).replace(" ", "") in printed.sheets[0].replace(" ", "")


def test_it_is_tagged_and_has_language_and_title(printed: PrintedStory) -> None:
    root: Any = printed.pdf.trailer["/Root"]
    assert root["/Lang"] == printed.locale
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert printed.pdf.metadata
    assert plain(printed.pdf.metadata.title or "") == titles(printed.pdf.outline)[0]


def test_no_control_is_printed(printed: PrintedStory, site: Site) -> None:
    text = " ".join(printed.sheets)
    written = " ".join(site.text(page) for page in printed.pages)
    for control in INTERFACE[printed.locale]:
        assert control in (site.html(printed.pages[0]).html or "")
        assert text.count(control) == written.count(control)
    assert "¶" not in text and "↩" not in text
    assert f"<{site.url}" not in text


def test_the_addresses_of_external_links_are_printed(printed: PrintedStory, site: Site) -> None:
    links = [link for page in printed.pages for link in site.article(page).css("p a, li a")]
    external = {link.attributes["href"] or "" for link in links} - {""}
    external = {href for href in external if href.startswith("http")}
    text = "".join(printed.sheets).replace(" ", "")
    assert {href for href in external if f"<{href}>" not in text} == set()
    assert external or printed.locale == "en"


def test_links_between_its_pages_stay_in_it(printed: PrintedStory, site: Site) -> None:
    links = [
        annotation.get_object()["/A"].get("/URI", "")
        for sheet in printed.pdf.pages
        for annotation in sheet.get("/Annots", [])
        if "/A" in annotation.get_object()
    ]
    assert any(link.startswith(site.url) for link in links), "no link to the rest of the site"
    assert [link for link in links if link.startswith(site.url + printed.pages[0])] == []


def test_the_stories_are_sections_of_the_site(site: Site) -> None:
    for locale in LOCALES:
        for story in STORIES:
            assert len(site.section(story, locale)) > 1


def test_a_page_without_a_link_to_it_is_an_error(site: Site, tmp_path: Path) -> None:
    for page in ("incident/", "incident/lost/"):
        (tmp_path / page).mkdir()
        (tmp_path / page / "index.html").write_text("<title>A page</title>")
    with pytest.raises(PublishingError, match="links to incident/lost/: add it to nav"):
        BuiltSite(tmp_path, site.url).section("incident/", "fr")


def test_a_missing_site_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pdf"]) == 1
    assert capsys.readouterr() == (
        "",
        "error: site/index.html is missing: run make build first\n",
    )
