"""Canonical addresses and alternates, in <head> and in the sitemap: absolute and reciprocal."""

from collections.abc import Iterable
from xml.etree import ElementTree

import pytest

from dossier.load import load
from dossier.locales import LOCALES, ORIGINAL, site_path
from tests.support.site import ROOT, SITE_URL, Site

PAGES = [(page.locale, page.path) for page in load(ROOT).all_pages]
SITEMAP = {
    "page": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def expected(path: str) -> dict[str, str]:
    versions: dict[str, str] = {locale: SITE_URL + site_path(locale, path) for locale in LOCALES}
    return {**versions, "x-default": versions[ORIGINAL]}


def once(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs as a mapping, having checked that no language stands twice."""
    found = list(pairs)
    assert len(found) == len(dict(found)), found
    return dict(found)


@pytest.mark.parametrize(("locale", "path"), PAGES)
def test_the_head_names_every_version(locale: str, path: str, site: Site) -> None:
    html = site.html(site_path(locale, path))  # type: ignore[arg-type]
    links = html.css("head link[rel=alternate][hreflang]")
    found = once((str(a.attributes["hreflang"]), str(a.attributes["href"])) for a in links)
    assert found == expected(path)


@pytest.mark.parametrize(("locale", "path"), PAGES)
def test_the_canonical_address_is_the_page_s_own(locale: str, path: str, site: Site) -> None:
    address = site_path(locale, path)  # type: ignore[arg-type]
    links = site.html(address).css("head link[rel=canonical]")
    assert [link.attributes["href"] for link in links] == [SITE_URL + address]


def test_the_sitemap_holds_every_page_once_with_its_versions(site: Site) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    found = {}
    for url in root.findall("page:url", SITEMAP):
        location = url.findtext("page:loc", namespaces=SITEMAP)
        assert location not in found, f"{location} stands twice"
        versions = url.findall("xhtml:link", SITEMAP)
        found[location] = once((link.attrib["hreflang"], link.attrib["href"]) for link in versions)
    assert found == {SITE_URL + site_path(locale, path): expected(path) for locale, path in PAGES}


def test_robots_txt_names_the_sitemap(site: Site) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site.folder / "robots.txt").read_text()
