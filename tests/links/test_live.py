"""A server that works like GitHub Pages answers what the checker computes from the files."""

from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from linkcheck.checker import open_site
from linkcheck.github_pages import Served, ServedSite
from linkcheck.readers.file import read_file
from linkcheck.rules.links import Target, targets
from tests.support.each import each_reported
from tests.support.site import SITE_URL, Site

Status = Callable[[str], int]
STATUSES = {
    Served.FILE: [[200]],
    Served.REDIRECT: [[301, 200]],
    Served.FOLDER: [[404], [301, 404]],
    Served.MISSING: [[404]],
}
PATHS = (
    "", "en", "en/", "incident", "incident/", "incident/index.html", "incident/index",
    "INCIDENT/", "lost", "lost/", "assets", "assets/", "assets/javascripts", "404", "404.html",
    "assets/favicon.svg", "assets/favicon.svg/", "assets/favicon", "incident//", "%69ncident/",
    "incident/?q=1", "sitemap.xml", "sitemap", "index.html", "index", "en/index.html/",
)  # fmt: skip


@pytest.fixture
def status(address: str) -> Iterator[Status]:
    """A function that returns the status of a path of the site, without redirects."""
    parts = urlsplit(address)
    with closing(HTTPConnection(parts.netloc)) as connection:

        def status(path: str) -> int:
            connection.request("GET", parts.path + path)
            with connection.getresponse() as response:
                response.read()
                return response.status

        yield status


@pytest.fixture(scope="module")
def checked(site: Site) -> ServedSite:
    return open_site(site.folder, SITE_URL)


def test_every_address_of_the_site_is_served(checked: ServedSite, status: Status) -> None:
    paths = {checked.address_of(file).removeprefix(SITE_URL) for file in checked.files}
    for file in checked.files:
        for target in targets(read_file(checked.folder, file), checked):
            if isinstance(target, Target):
                paths.add(target.address.path.removeprefix(checked.base))
    assert len(paths) > len(checked.files) / 2
    statuses = {path: status(path) for path in sorted(paths)}
    assert {path: code for path, code in statuses.items() if code != 200} == {}


def test_the_checker_answers_as_the_server(checked: ServedSite, status: Status) -> None:
    with each_reported("linkcheck/github_pages.py") as at:
        for path in PATHS:
            statuses = [status(path)]
            if statuses == [301]:
                statuses.append(status(f"{path}/"))
            with at(path):
                assert statuses in STATUSES[checked.find(path.partition("?")[0]).answer]
