"""The URL that most of the site's own addresses start with is found."""

from pathlib import Path

import pytest

from linkcheck.checker import check, open_site
from tests.links.made import HEAD, SITE_URL, make

OTHER = "https://example.org/docs/"


@pytest.mark.parametrize(
    ("addresses", "likely"),
    [
        ({"": f"{OTHER}", "page/": f"{OTHER}page/"}, OTHER),
        ({"": SITE_URL, "page/": f"{SITE_URL}page/"}, ""),
        # Two slashes are a mistake, whatever the URL is.
        ({"": "https://example.github.io//site/"}, ""),
        # One of two is no majority.
        ({"": SITE_URL, "page/": f"{OTHER}page/"}, ""),
        # Relative addresses say nothing about the URL of the site.
        ({"a/": "../page/"}, ""),
        ({"a/": "../page/", "page/": f"{OTHER}page/"}, OTHER),
        ({}, ""),
    ],
)
def test_the_url_of_most_addresses_is_found(
    addresses: dict[str, str], likely: str, tmp_path: Path
) -> None:
    pages = {
        f"{folder}index.html": f'{HEAD}<link rel="canonical" href="{address}">'
        for folder, address in addresses.items()
    }
    assert check(open_site(make(tmp_path, pages), SITE_URL)).likely_url == likely
