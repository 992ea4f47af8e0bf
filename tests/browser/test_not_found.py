"""404.html: one page that answers for both languages, at any depth."""

import pytest
from playwright.sync_api import Browser

MISSING = [
    ("perdu", "fr", "en/perdu"),
    ("perdu/a/b/c/", "fr", "en/perdu/a/b/c/"),
    ("en/lost/", "en", "lost/"),
    ("en/lost/a/b/c?x=1#there", "en", "lost/a/b/c?x=1#there"),
]
TITLES = {"fr": "Page introuvable", "en": "Page not found"}


@pytest.mark.parametrize(("path", "locale", "twin"), MISSING)
def test_a_missing_address_answers_in_its_language(
    path: str, locale: str, twin: str, browser: Browser, address: str
) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 300 else None)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    answer = page.goto(address + path)
    other = "en" if locale == "fr" else "fr"

    assert answer is not None
    assert answer.status == 404
    assert failed == [address + path.partition("#")[0]]
    assert errors == []
    assert page.locator("html").get_attribute("lang") == locale
    headings = [heading for heading in page.locator("h1").all() if heading.is_visible()]
    assert [heading.inner_text() for heading in headings] == [TITLES[locale]]
    assert TITLES[locale] in page.title()
    assert TITLES[other] not in page.title()
    switch = page.locator(f".languages a[hreflang={other}]")
    assert switch.evaluate("link => link.href") == address + twin
    own = page.locator(f".languages a[hreflang={locale}]")
    assert own.get_attribute("aria-current") == "true"
    # The style sheet was found: from a relative address it would not be.
    assert page.evaluate("getComputedStyle(document.querySelector('.languages')).display") == "flex"
    page.close()


@pytest.mark.parametrize("path", ["perdu", "en/lost/"])
def test_without_scripts_both_languages_stand(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    seen = [section.get_attribute("lang") for section in page.locator("section").all()]
    visible = [section.is_visible() for section in page.locator("section").all()]
    context.close()
    assert seen == ["fr", "en"]
    assert visible == [True, True]
