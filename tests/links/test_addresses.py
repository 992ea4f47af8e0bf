"""Addresses are resolved as in a browser."""

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from linkcheck.addresses import is_relative, resolve
from tests.support.tables import read_table

CASES = read_table("links/addresses.yml")
BASES, PARTS = st.sampled_from(CASES["bases"]), st.sampled_from(CASES["parts"])
WRITTEN = st.lists(PARTS, max_size=8).map("".join)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(written="../../../x", base="https://owner.github.io/repo/a/b/")
@example(written="//owner.github.io/repo/", base="https://owner.github.io/repo/")
@example(written="\\\\evil.example\\x", base="https://owner.github.io/repo/")
@given(written=WRITTEN, base=BASES)
def test_an_address_resolves_as_in_chromium(written: str, base: str, page: Page) -> None:
    theirs = page.evaluate(
        """([written, base]) => {
          try { return new URL(written, base).href } catch { return null }
        }""",
        [written, base],
    )
    resolved = resolve(written, base)
    ours = resolved.href if resolved else None
    # Chromium accepts other hosts than the standard; what matters is which addresses are on the
    # host of the site, and what they are there.
    if on_host(ours, base) or on_host(theirs, base):
        assert ours == theirs


def on_host(href: str | None, base: str) -> bool:
    return href is not None and href.startswith(urljoin(base, "/"))


@settings(deadline=None)
@given(written=WRITTEN.filter(lambda text: not text.startswith((" ", "\t", "\n", "\u00a0"))))
def test_an_address_that_is_not_relative_is_the_same_at_any_depth(written: str) -> None:
    if is_relative(written):
        return
    shallow, deep = (
        resolve(written, f"https://owner.github.io/{path}") for path in ("a/", "a/b/c/d/")
    )
    if written and not written.startswith("#") and shallow and deep and shallow.scheme == "https":
        assert shallow.href == deep.href
