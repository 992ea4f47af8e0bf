"""The site, served to the browser as GitHub Pages would."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from publishing.pages_server import serve
from tests.browser.visits import DESKTOP
from tests.support.site import Site


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A blank page of a reader who has never been here, on a desktop screen."""
    with browser.new_context(viewport=DESKTOP) as context:
        yield context.new_page()
