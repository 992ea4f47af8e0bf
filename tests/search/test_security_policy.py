"""The search runs under a policy that allows only the site's own scripts and WebAssembly."""

import base64
import hashlib
import re

import pytest
from playwright.sync_api import Page, Route

from tests.browser.visits import Watch
from tests.search.asking import HITS, open_search, type_in

INLINE = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>(.*?)</script>", re.DOTALL)


def policy(html: str) -> str:
    """Return a strict policy with the hashes of the inline scripts, which are the theme's."""
    hashes = (hashlib.sha256(script.encode()).digest() for script in INLINE.findall(html))
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {allowed}; connect-src 'self'; "
        "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'"
    )


@pytest.mark.parametrize("path", ["", "en/incident/", "lost/at/depth"])
def test_it_runs_under_a_strict_policy(path: str, page: Page) -> None:
    def answer(route: Route) -> None:
        if route.request.resource_type != "document":
            return route.continue_()
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy(response.text())}
        return route.fulfill(response=response, headers=headers)

    page.route("**/*", answer)
    watch = Watch(page)
    open_search(page, path)
    type_in(page, "timelime" if path.startswith("en") else "chronolgie")
    assert page.locator(HITS).count()
    page.locator(HITS).first.click()
    page.locator("article mark").first.wait_for()
    assert [event for event in watch.end() if "Content Security Policy" in event] == []
    assert page.evaluate("document.querySelector('dialog.search')") is None


def test_the_policy_refuses_other_inline_scripts(page: Page, address: str) -> None:
    html = "<!doctype html><title>x</title><script>document.title = 'ran'</script>"
    headers = {"content-type": "text/html", "content-security-policy": policy("")}
    page.route(address, lambda route: route.fulfill(body=html, headers=headers))
    page.goto("")
    assert page.title() == "x"
