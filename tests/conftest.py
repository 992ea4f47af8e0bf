"""Fixtures that all tests share: the built sites, a browser, and the marker `built`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from publishing.chromium import browsing
from publishing.project import build, copy_project
from tests.support.behind import FORK, REPOSITORY, fall_behind
from tests.support.built_once import built_once
from tests.support.site import ROOT, Site


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make check` leaves out: the tests that need a built site or a browser."""
    built = pytest.mark.built  # pytest would look up a name for each item
    for item in items:
        if {"site", "site_behind", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(built)


def _build_site(folder: Path) -> None:
    result = build(ROOT, folder)
    assert result.returncode == 0, f"the build failed:\n{result.stderr}"


def _build_fork_behind(folder: Path) -> None:
    project = copy_project(folder.with_name("project"))
    fall_behind(project)
    result = build(project, folder, site_url=FORK.rstrip("/"), repository_url=REPOSITORY)
    assert result.returncode == 0, f"the build failed:\n{result.stderr}"


BUILDS = {"site": _build_site, "fork-behind": _build_fork_behind}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as `make build` builds it."""
    return Site(built_once("site", BUILDS, tmp_path_factory))


@pytest.fixture(scope="session")
def site_behind(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a fork, with a translation that has fallen behind in every way."""
    return Site(built_once("fork-behind", BUILDS, tmp_path_factory), FORK)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser
