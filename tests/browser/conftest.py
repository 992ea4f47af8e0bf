"""A browser, and the site served to it as GitHub Pages would."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.github_pages import serve
from tests.site import Site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium.locate()
    assert executable, chromium.WAYS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(chromium.ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder) as url:
        yield url
