"""What all tests share: the site, built once, and a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from publishing.chromium import browsing
from publishing.project import build, copy_project
from tests.support.behind import REPOSITORY, fall_behind
from tests.support.site import ROOT, Site

BUILT = {"site", "site_behind", "browser"}
"""Fixtures that take a build or a browser."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make check` leaves out: the tests that need a built site or a browser."""
    built = pytest.mark.built  # by its name, it would be looked up for each of the items
    for item in items:
        if BUILT.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(built)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    result = build(ROOT, folder)
    assert result.returncode == 0, f"the build failed:\n{result.stderr}"
    return Site(folder)


@pytest.fixture(scope="session")
def site_behind(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it would be if the English had fallen behind in every way."""
    folder = tmp_path_factory.mktemp("behind")
    project = copy_project(folder / "project")
    fall_behind(project)
    result = build(project, folder / "site", repository_url=REPOSITORY)
    assert result.returncode == 0, f"the build failed:\n{result.stderr}"
    return Site(folder / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser
