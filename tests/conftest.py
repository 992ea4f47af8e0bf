"""What all tests share: the site, built once."""

import pytest

from tests.site import ROOT, Site, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    result = build(ROOT, folder)
    assert result.returncode == 0, f"the build failed:\n{result.stderr}"
    return Site(folder)
