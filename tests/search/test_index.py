"""The search index holds the articles of the site, once, each in its own language."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from dossier.locales import LOCALES, Locale
from dossier.search.bundle import write_search
from tests.browser.visits import locale_of
from tests.search.index import chunks, entries, words
from tests.support.behind import REPOSITORY
from tests.support.site import Site
from tests.support.tables import read_table

FRAME: dict[Locale, list[str]] = read_table("search/cases.yml")["frame"]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_in_the_index_of_its_language(locale: Locale, site: Site) -> None:
    paths = {entry.path for entry in entries(site.folder, locale)}
    assert paths == {page for page in site.pages() if locale_of(page) == locale}


def test_an_untranslated_page_is_in_the_french_index_only(site_behind: Site) -> None:
    french, english = (
        {entry.path for entry in entries(site_behind.folder, locale)} for locale in LOCALES
    )
    missing = {page for page in site_behind.pages() if locale_of(page) == "en"} - english
    assert missing
    assert {page.removeprefix("en/") for page in missing} <= french
    assert not missing & french


@pytest.mark.parametrize("locale", LOCALES)
def test_every_anchor_of_the_index_is_on_its_page(locale: Locale, site: Site) -> None:
    for entry in entries(site.folder, locale):
        ids = {node.attributes.get("id") for node in site.html(entry.path).css("article [id]")}
        assert set(entry.anchors) <= ids, entry.path
    every = {f"{entry.path}#{id}" for entry in entries(site.folder, locale) for id in entry.anchors}
    root = "en/" if locale == "en" else ""
    assert {f"{root}incident/#may-14", f"{root}a-z/#token", f"{root}dates/#y2025"} <= every


@pytest.mark.parametrize("locale", LOCALES)
def test_the_frame_of_pages_is_not_in_the_index(locale: Locale, site_behind: Site) -> None:
    built = (site_behind.folder / "index.html").read_text(encoding="utf-8")
    assert REPOSITORY in built, "the pages have no links of a repository to leave out"
    for entry in entries(site_behind.folder, locale):
        assert [part for part in FRAME[locale] if part in entry.content] == [], entry.path


def test_notices_are_not_in_the_index(site_behind: Site) -> None:
    notice = "The French original has changed since this translation."
    pages = [page for page in site_behind.pages() if notice in (site_behind.html(page).html or "")]
    assert pages
    assert [e.path for e in entries(site_behind.folder, "en") if notice in e.content] == []


def test_a_record_has_the_title_section_kind_and_date_of_its_page(site: Site) -> None:
    entry = next(e for e in entries(site.folder, "fr") if e.path == "incident/xai/")
    assert entry.meta["title"] == "L’explication de xAI"
    assert entry.meta["section"] == "L’incident"
    assert entry.meta["kind"] == "story"
    assert entry.meta["revised"].startswith("2026-")
    assert entry.meta["about"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_index_files_are_small_and_complete(locale: Locale, site: Site) -> None:
    bundle = site.folder / "search" / locale
    found = words(bundle)
    assert found == sorted(set(found))
    assert {"grok", "microsoft"} <= set(found)
    sizes = [file.stat().st_size for file in (bundle / "index").rglob("*.pf_index")]
    assert len(sizes) == len(chunks(bundle)) > 10
    assert max(sizes) < 6_000
    assert all(before[1] < after[0] for before, after in pairwise(chunks(bundle)))


def test_nothing_of_the_theme_s_search_is_left(site: Site) -> None:
    assert list(site.folder.rglob("search_index.json")) == []
    assert site.html("").css(".md-search, form[name=search]") == []


def test_the_index_follows_the_site(site: Site, tmp_path: Path) -> None:
    copy = shutil.copytree(site.folder, tmp_path / "site")
    shutil.rmtree(copy / "sources")
    page = copy / "incident/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h2", "<h2>Zygomorphe</h2><h2", 1))
    write_search(copy, {})
    found = entries(copy, "fr")
    assert "sources/" not in {entry.path for entry in found}
    assert any("Zygomorphe" in entry.content for entry in found)
    assert "zygomorph" in words(copy / "search/fr")
