"""A server that works like GitHub Pages answers what the checker computes from the files."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from linkcheck.checker import open_site
from linkcheck.github_pages import Served, ServedSite
from linkcheck.readers.file import read_file
from linkcheck.rules.links import Target, targets
from publishing.pages_server import serve
from tests.support.site import SITE_URL, Site

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


@pytest.fixture(scope="module")
def checked(site: Site) -> ServedSite:
    return open_site(site.folder, SITE_URL)


def test_every_address_of_the_site_is_served(checked: ServedSite) -> None:
    paths = {checked.address_of(file).removeprefix(SITE_URL) for file in checked.files}
    for file in checked.files:
        for target in targets(read_file(checked.folder, file), checked):
            if isinstance(target, Target):
                paths.add(target.address.path.removeprefix(checked.base))
    assert len(paths) > len(checked.files) / 2
    with server(checked.folder) as status:
        assert {path: status(path) for path in sorted(paths) if status(path) != 200} == {}


def test_the_checker_answers_as_the_server(checked: ServedSite) -> None:
    wrong = {}
    with server(checked.folder) as status:
        for path in PATHS:
            statuses = [status(path)]
            if statuses == [301]:
                statuses.append(status(f"{path}/"))
            if statuses not in STATUSES[checked.find(path.partition("?")[0]).answer]:
                wrong[path] = statuses
    assert wrong == {}


class _Client:
    """A client that returns the status of a path below the base path, without redirects."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.base = parts.path
        self.connection = http.client.HTTPConnection(parts.netloc)

    def __call__(self, path: str) -> int:
        self.connection.request("GET", self.base + path)
        response = self.connection.getresponse()
        response.read()
        return response.status


@contextmanager
def server(folder: Path) -> Iterator[_Client]:
    with serve(folder) as url:
        client = _Client(url)
        yield client
        client.connection.close()
