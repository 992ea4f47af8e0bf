"""Canonical URLs and alternate links, in <head> and in the sitemap: absolute and reciprocal."""

from collections.abc import Iterable
from xml.etree import ElementTree

from dossier.load import load
from dossier.locales import LOCALES, ORIGINAL, site_path
from tests.support.each import each_reported
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
    """Return the pairs as a mapping, after checking that no language is there twice."""
    found = list(pairs)
    assert len(found) == len(dict(found)), found
    return dict(found)


def test_each_page_has_its_canonical_address_and_its_alternates(site: Site) -> None:
    with each_reported("hooks/site.py or overrides/main.html write the head") as at:
        for locale, path in PAGES:
            html = site.html(site_path(locale, path))
            canonical = html.css("head link[rel=canonical]")
            links = html.css("head link[rel=alternate][hreflang]")
            with at(f"{locale}/{path}"):
                assert [link.attributes["href"] for link in canonical] == [
                    SITE_URL + site_path(locale, path)
                ]
                assert once(
                    (str(link.attributes["hreflang"]), str(link.attributes["href"]))
                    for link in links
                ) == expected(path)


def test_the_sitemap_has_every_page_once_with_its_alternates(site: Site) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    found = {}
    for url in root.findall("page:url", SITEMAP):
        location = url.findtext("page:loc", namespaces=SITEMAP)
        assert location not in found, f"{location} is there twice"
        versions = url.findall("xhtml:link", SITEMAP)
        found[location] = once((link.attrib["hreflang"], link.attrib["href"]) for link in versions)
    assert found == {SITE_URL + site_path(locale, path): expected(path) for locale, path in PAGES}


def test_robots_txt_names_the_sitemap(site: Site) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site.folder / "robots.txt").read_text()
