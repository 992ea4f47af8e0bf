"""Every page has a security policy that allows nothing but the site itself."""

import re

import pytest
from playwright.sync_api import Page

from dossier.rendering.security import with_policy
from tests.browser.visits import Watch
from tests.support.each import each_reported
from tests.support.site import Site

POLICY = re.compile(
    r"^\s*<!doctype html>\s*<html[^>]*>\s*<head>"
    r'<meta http-equiv="content-security-policy" content="'
    r"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'((?: 'sha256-[\w+/]{43}=')+); "
    r"img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'\">"
    r'<meta name="referrer" content="same-origin">',
)

REFUSED = """() => new Promise((done) => {
    const script = (has) => Object.assign(document.createElement("script"), has);
    document.addEventListener("securitypolicyviolation", () => done(true));
    %s;
})"""


def test_the_policy_comes_first_in_every_page(site: Site) -> None:
    with each_reported("dossier/rendering/security.py") as at:
        for file in site.folder.rglob("*.html"):
            html = file.read_text(encoding="utf-8")
            with at(file.relative_to(site.folder)):
                assert POLICY.match(html), html[:600]
                assert "charset=" in html.encode()[:1024].decode(errors="replace")


def test_no_page_has_what_the_policy_refuses(site: Site) -> None:
    with each_reported("a class or a module") as at:
        for file in site.folder.rglob("*.html"):
            with at(file.relative_to(site.folder)):
                html = file.read_text(encoding="utf-8")
                assert re.findall(r"<[^>]* (?:style|on\w+)=[^>]*>|<style\b", html) == []


def test_a_page_without_a_head_is_an_error() -> None:
    with pytest.raises(ValueError, match="no <head>"):
        with_policy("<p>text</p>")


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.append(script({text: 'ran = 1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=# onerror=\"ran = 1\">')",
        "document.body.append(script({src: 'data:,ran=1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')",
        "fetch('https://example.org/').catch(() => {})",
    ],
)
def test_the_policy_refuses_what_is_not_the_site(attack: str, page: Page) -> None:
    page.goto("incident/")
    watch = Watch(page)
    script = "const script = (has) => Object.assign(document.createElement('script'), has);"
    refused = "new Promise((done) => document.onsecuritypolicyviolation = () => done(true))"
    assert page.evaluate(
        f"() => {{ {script} const refused = {refused}; {attack}; return refused }}"
    )
    assert any("Content Security Policy" in event for event in watch.end()), watch.problems
    assert page.evaluate("typeof ran") == "undefined"
