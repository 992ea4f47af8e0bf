"""The real site, one test a page and family of rules; and the other files it is made of."""

import pytest

from dossier.load import load
from dossier.locales import site_path
from linkcheck.checker import Report, check, open_site
from tests.support.site import ROOT, SITE_URL, Site

PAGES = [site_path(page.locale, page.path) for page in load(ROOT).all_pages]
FILES = [*(f"{page}index.html" for page in PAGES), "404.html"]


@pytest.fixture(scope="module")
def report(site: Site) -> Report:
    return check(open_site(site.folder, SITE_URL))


def test_the_site_has_no_findings(report: Report) -> None:
    assert report.findings == []


def test_every_page_was_read(report: Report) -> None:
    assert report.pages == len(FILES)
    assert report.links > 100 * len(PAGES)
