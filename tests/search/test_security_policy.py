"""The search runs under a policy that allows the site's own scripts and WebAssembly, no more."""

import base64
import hashlib
import re

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.visits import Watch
from tests.search.asking import HITS, open_search, type_in

INLINE = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>(.*?)</script>", re.DOTALL)


def policy(html: str) -> str:
    """Return a strict policy that lets the inline scripts of a page run, which are the theme's."""
    hashes = (hashlib.sha256(script.encode()).digest() for script in INLINE.findall(html))
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {allowed}; connect-src 'self'; "
        "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'"
    )


@pytest.mark.parametrize("path", ["", "en/incident/", "lost/at/depth"])
def test_it_runs_under_a_strict_policy(path: str, browser: Browser, address: str) -> None:
    def answer(route: Route) -> None:
        if route.request.resource_type != "document":
            return route.continue_()
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy(response.text())}
        return route.fulfill(response=response, headers=headers)

    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*", answer)
        watch = Watch(page, address)
        open_search(page, address + path)
        type_in(page, "chronolgie" if not path.startswith("en") else "timelime")
        assert page.locator(HITS).count()
        page.locator(HITS).first.click()
        page.locator("article mark").first.wait_for()
        refused = [fault for fault in watch.end() if "Content Security Policy" in fault]
        assert refused == []
        assert page.evaluate("document.querySelector('dialog.search')") is None


def test_the_policy_refuses_what_it_should(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            address,
            lambda route: route.fulfill(
                body="<!doctype html><title>x</title><script>document.title = 'ran'</script>",
                headers={"content-type": "text/html", "content-security-policy": policy("")},
            ),
        )
        page.goto(address)
        assert page.title() == "x"
