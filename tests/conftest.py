"""Fixtures that all tests share: the built sites, a browser, and the marker `built`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from publishing.chromium import browsing
from publishing.pages_server import serve
from publishing.project import build, copy_project
from tests.support.behind import FORK, REPOSITORY, fall_behind
from tests.support.built_once import built_once
from tests.support.screens import DESKTOP, NewPage
from tests.support.site import ROOT, Site

LONGEST = {"test_every_page", "test_facing", "test_switch", "test_dialog", "test_external"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that `make check` leaves out, and begin with the longest files."""
    built = pytest.mark.built  # pytest would look up a name for each item
    for item in items:
        if {"site", "site_behind", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(built)
    # Workers take whole files, in this order: a long one must not be the last.
    items.sort(key=lambda item: item.path.stem not in LONGEST)


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
    expect.set_options(timeout=30_000)  # as Playwright's other waits, for machines that are busy
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The address of the site, served as GitHub Pages would."""
    with serve(site.folder) as url:
        yield url


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A reader on a desktop screen, whose browser keeps what it has fetched."""
    options: dict[str, Any] = {"viewport": DESKTOP, "reduced_motion": "reduce"}
    with browser.new_context(base_url=address, **options) as context:
        yield context


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    page = reader.new_page()
    yield page
    page.close()


@pytest.fixture
def new_page(browser: Browser, address: str) -> Iterator[NewPage]:
    """A function that opens a page as a new reader, with the options of a browser context."""
    contexts: list[BrowserContext] = []

    def new_page(**options: Any) -> Page:
        contexts.append(browser.new_context(base_url=address, **{"viewport": DESKTOP, **options}))
        return contexts[-1].new_page()

    yield new_page
    for context in contexts:
        context.close()
