"""The site index lists every page, in the order of the navigation."""

import pytest
from mkdocs.config import load_config

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.pages.page import address
from hooks.check import on_config
from hooks.navigation import navigation_sources
from hooks.navigation import on_config as add_made_pages
from tests.support.site import ROOT, Site

CONFIG = load_config(str(ROOT / "mkdocs.yml"))
on_config(CONFIG)
add_made_pages(CONFIG)
ORDER = [address(source) for source in navigation_sources(CONFIG.nav)]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_in_the_index_and_in_the_order_of_the_navigation(
    locale: Locale, site: Site
) -> None:
    html = site.html(site_path(locale, "plan/"))
    listed = [str(link.attributes["href"]).removeprefix("../") for link in html.css(".plan a")]
    assert ["" if path == "./" else path for path in listed] == ORDER
    assert sorted(ORDER) == sorted(
        page.path for page in load(ROOT).all_pages if page.locale == locale
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_a_section_is_named_by_its_first_page(locale: Locale, site: Site) -> None:
    titles = {
        page.path: page.front_matter.title for page in load(ROOT).all_pages if page.locale == locale
    }
    html = site.html(site_path(locale, ""))
    links = html.css(".md-nav--primary .md-nav__item--nested .md-nav__link")
    named = {" ".join(link.text().split()) for link in links}
    assert {
        titles[path] for path in ("build-2025/", "incident/", "openai/", "catalogue/", "notes/")
    } <= named
