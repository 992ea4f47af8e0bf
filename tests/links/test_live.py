"""A server that works like GitHub Pages answers what the checker computes from the files."""

from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from linkcheck.checker import open_site
from linkcheck.github_pages import ServedSite
from linkcheck.readers.file import read_file
from linkcheck.rules.links import Target, base_of, follow
from tests.support.each import each_reported
from tests.support.site import SITE_URL, Site
from tests.support.tables import read_table

Status = Callable[[str], int]
TABLE = read_table("links/served.yml")
STATUSES, PATHS = TABLE["statuses"], TABLE["paths"]


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
        document = read_file(checked.folder, file)
        base = base_of(document, checked)
        for reference in document.references:
            for target in follow(reference, document, checked, base):
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
