"""The served site says over HTTP what the checker says from the files."""

import http.client
from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def checked(site: Site) -> ServedSite:
    return open_site(site.folder, SITE_URL)


def test_every_address_of_the_site_is_answered(site: Site, checked: ServedSite) -> None:
    paths = {checked.address_of(file).removeprefix(SITE_URL) for file in checked.files}
    for file in checked.files:
        for target in targets(read_file(checked.folder, file), checked):
            if isinstance(target, Target):
                paths.add(target.address.path.removeprefix(checked.base))
    assert len(paths) > len(checked.files) / 2
    answers = dict(ask(site.folder, sorted(paths)))
    assert {path: status for path, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize(
    "path",
    [
        "", "en", "en/", "incident", "incident/", "incident/index.html", "incident/index",
        "INCIDENT/", "lost", "lost/", "assets", "assets/", "assets/javascripts", "404", "404.html",
        "assets/favicon.svg", "assets/favicon.svg/", "assets/favicon", "incident//", "%69ncident/",
        "incident/?q=1", "sitemap.xml", "sitemap", "index.html", "index", "en/index.html/",
    ],
)  # fmt: skip
def test_the_model_answers_as_the_server_does(path: str, site: Site, checked: ServedSite) -> None:
    statuses = [status for _, status in ask(site.folder, [path])]
    if statuses == [301]:
        statuses += [status for _, status in ask(site.folder, [f"{path}/"])]
    assert statuses in STATUSES[checked.find(path.partition("?")[0]).answer]


def ask(folder: Path, paths: list[str]) -> Iterator[tuple[str, int]]:
    """Ask for each path below the base path, and give the status of the answer, unfollowed."""
    with serve(folder) as url:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc)
        for path in paths:
            connection.request("GET", parts.path + path)
            response = connection.getresponse()
            response.read()
            yield path, response.status
        connection.close()
