"""The site, served to the browser as GitHub Pages would."""

from collections.abc import Iterator

import pytest

from tests.github_pages import serve
from tests.site import Site


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder) as url:
        yield url
