"""The site, served to the browser as GitHub Pages would, and the pages that tests share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from publishing.pages_server import serve
from tests.browser.visits import DESKTOP, PHONE
from tests.support.site import Site


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder) as url:
        yield url


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Someone on a desktop screen, whose browser keeps what it has fetched."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """A blank page on a desktop screen."""
    page = reader.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    """A page on a phone that runs no scripts."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        yield context.new_page()
